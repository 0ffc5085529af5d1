import type { Clock, WallMoment, Weekday } from '../../domain/time/brussels-time.ts'
import type { ReferrerGroup } from '../../domain/contacts/contact.ts'
import type { Language } from '../../domain/regions/region.ts'

// What the line itself says and writes. Spoken texts are read by a speech engine, so numbers, times and days are written out as words.

/** Days with the same hours, for "op maandag, dinsdag en donderdag, van tien uur tot dertien uur". */
export type WeekInWords = { days: readonly Weekday[]; from: Clock; to: Clock }

/** What a caller hears. */
export type PhoneWords = {
  welcome(line: { brand: string; region: string }): string
  emergency: string
  crisis(spokenNumber: string): string
  privacy: string
  /** The menu of referrer groups: key one, two or three, or no key. Short, because the worker's telephone rings only after it. */
  who: string
  /** Which key chooses this language; said in this language, to callers who do not speak that of the line. */
  chooseLanguage: string
  connecting: string
  /** Said only when every worker on duty is in a conversation. Key one leads to the offer of a call-back. */
  waitingBusy: string
  waitingRepeat: string
  /** How to leave the queue, said after the position. */
  waitingChoice: string
  /** The number of contacts waiting before this one: none, one, or more. */
  place(before: number): string
  closed(opens: WallMoment | null): string
  /** The weekly hours, said when the routing function failed and nothing else is known. */
  closedHours(week: readonly WeekInWords[]): string
  helplines: string
  /** With the choice to wait until closing time or to press key one. */
  closingSoon(closes: WallMoment): string
  closedWhileWaiting: string
  nobodyOnDuty: string
  nobodyWhileWaiting: string
  queueFull: string
  waitedTooLong: string
  workerLeft: string
  error: string
  bye: string
  offer: OfferWords
}

/** The offer of a call-back, question by question. */
export type OfferWords = {
  question: string
  /** Key one means yes; no key means no. */
  othersMayAnswer: string
  ownNumber: string
  enterNumber: string
  /** Repeats the number that the caller typed. `number` is read digit by digit. Key two types it anew. */
  readBack(number: string): string
  withheld: string
  tooManyTries: string
  notNoted: string
  /** Said to a caller who leaves no number or could not enter one. */
  declined: string
  /** The same, for a caller who stays in the queue. */
  stillWaiting: string
}

/** What the line itself writes in a chat; separate from the widget, which does not need these texts. */
export type ChatLineWords = {
  closingSoon(closes: WallMoment): string
  stillWaiting: string
  place(before: number): string
  /** Some minutes before the longest wait is over. */
  endsSoon(minutes: number): string
  /** A chat has no keys: the number is entered in the form below it. */
  leaveNumber: string
}

/** What only the worker hears on answering a call; always in Dutch, whatever the caller's language. */
export type WhisperWords = {
  call(call: { region: string; language: Language }): string
  groups: Record<ReferrerGroup, string>
  waited(minutes: number): string
}
