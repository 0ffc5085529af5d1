import type { ReferrerType } from '../../../shared/domain/contacts/contact.ts'
import type { BeforeWords, CallBackWords, CallerWords, TalkWords } from '../../../shared/words/types/words.ts'

/** The texts of the start page; `later` loads the rest when it is needed. */
export type ChatWords = {
  locale: CallerWords['locale']
  widget: BeforeWords
  referrers: Record<ReferrerType, string>
  later(): Promise<{ words: LaterWords }>
}

/** The texts of a running chat and of the call-back form. */
export type LaterWords = { talk: TalkWords; callBack: CallBackWords }
