import type { ComponentChildren } from 'preact'
import type { WidgetLine } from '../../../shared/contracts/widget/widget-line.ts'
import type { ReferrerType } from '../../../shared/domain/contacts/contact.ts'
import type { Language } from '../../../shared/domain/regions/region.ts'
import type { ChatWords } from '../words/chat-words.ts'
import type { ChatKeys } from './stored-chat.ts'

/** The state of the line, or why the frame does not have it. */
export type Line = WidgetLine | 'loading' | 'unreachable' | 'unknown'

/** The values of the start form. `municipality`: undefined = nothing chosen yet, null = “I do not know”. */
export type Filled = { referrerType: ReferrerType | ''; municipality: string | null | undefined; alias: string; code: string }

export const nothing: Filled = { referrerType: '', municipality: undefined, alias: '', code: '' }

/** An error at a field; `field: null` is one of the whole form. */
export type FormProblem = { field: string | null; sentence: string }

/** Props that the parts of the start page share. */
export type BeforeProps = {
  region: string
  language: Language
  /** The language that the page asked for, which the region may not have. */
  asked: Language
  /** Says that the region does not have it, in that language. */
  aside: ComponentChildren
  words: ChatWords
  line: Line
  filled: Filled
  fill(some: Partial<Filled>): void
  lookAgain(): void
  begin(keys: ChatKeys): void
  speak(language: Language): void
  /** Goes on in the region's own language when it does not have the present one. */
  settle(languages: readonly Language[]): void
}

/** What the start form needs to know of a line, also when its state is not known. */
export type KnownLine = Pick<WidgetLine, 'region' | 'municipalities'> & Partial<Pick<WidgetLine, 'startTicket'>>

export type StartFormProps = Omit<BeforeProps, 'line'> & {
  line: KnownLine
  team: ComponentChildren
  turnAway(why: 'too-busy' | 'line-closed' | 'ticket-needed'): void
}
