import type { ComponentChildren } from 'preact'
import type { WidgetLine } from '../../../shared/contracts/widget/widget-line.ts'
import type { Language } from '../../../shared/domain/regions/region.ts'
import type { CallBackWords } from '../../../shared/words/types/words.ts'
import type { ChatWords } from '../words/chat-words.ts'
import type { ChatKeys } from '../model/stored-chat.ts'
import type { Filled } from '../model/start-model.ts'

export type CallBackProps = {
  words: ChatWords
  said: CallBackWords
  language: Language
  line: WidgetLine
  filled: Filled
  /** The chat that she gives up for it. */
  chat: ChatKeys | null
  /** A second choice, beside a chat that she can start: a button first. */
  isSecond?: boolean
  /** It stands where she pressed a button that is gone now: the focus follows. */
  comesInstead?: boolean
  /** Who she is and where the family lives, as far as that is not asked elsewhere on the page. */
  children?: ComponentChildren
}
