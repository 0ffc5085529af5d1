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
  /** The waiting chat that the call back replaces, if any. */
  chat: ChatKeys | null
  /** A chat can start as well: show a button first, and the form only after a click. */
  isSecond?: boolean
  /** Takes the place of a button that the referrer pressed and that is gone now: move the focus here. */
  comesInstead?: boolean
  /** Fields for the referrer type and the municipality, where the page does not ask for them elsewhere. */
  children?: ComponentChildren
}
