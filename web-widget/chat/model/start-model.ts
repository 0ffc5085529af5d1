import type { WidgetLine } from '../../../shared/contracts/widget/widget-line.ts'
import type { ReferrerType } from '../../../shared/domain/contacts/contact.ts'
import type { Language } from '../../../shared/domain/regions/region.ts'
import type { ChatWords } from '../words/chat-words.ts'
import type { ChatKeys } from './stored-chat.ts'

/** The line as the frame knows it. */
export type Line = WidgetLine | 'loading' | 'unreachable' | 'unknown'

/** What a referrer has filled in; `undefined`: no municipality chosen yet, `null`: not known to the referrer. */
export type Filled = { referrerType: ReferrerType | ''; municipality: string | null | undefined; alias: string; code: string }

/** The form before anything is filled in. */
export const nothing: Filled = { referrerType: '', municipality: undefined, alias: '', code: '' }

/** What is wrong with a field, or with the whole form where the field is null. */
export type FormProblem = { field: string | null; sentence: string }

/** What every part needs that is shown before a chat. */
export type BeforeProps = {
  region: string
  language: Language
  words: ChatWords
  line: Line
  filled: Filled
  fill(some: Partial<Filled>): void
  lookAgain(): void
  begin(keys: ChatKeys): void
  speak(language: Language): void
}

export type StartFormProps = BeforeProps & { line: WidgetLine; turnAway(why: 'too-busy' | 'line-closed'): void }
