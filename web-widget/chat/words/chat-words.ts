import type { ReferrerType } from '../../../shared/domain/contacts/contact.ts'
import type { BeforeWords, CallBackWords, CallerWords, TalkWords } from '../../../shared/words/types/words.ts'

/** What is said before a chat, with the rest to be loaded when it is needed. */
export type ChatWords = {
  locale: CallerWords['locale']
  widget: BeforeWords
  referrers: Record<ReferrerType, string>
  later(): Promise<{ words: LaterWords }>
}

/** What is said once a chat runs, or when nobody can start one now. */
export type LaterWords = { talk: TalkWords; callBack: CallBackWords }
