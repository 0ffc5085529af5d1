import type { Clock, WallMoment, Weekday } from '../../domain/time/brussels-time.ts'
import type { ReferrerGroup } from '../../domain/contacts/contact.ts'
import type { Language } from '../../domain/regions/region.ts'

// What the line itself says and writes. Spoken texts are read by a voice: numbers, times and days in them are words.

/** A day of opening as said in "op maandag, dinsdag en donderdag, van tien uur tot dertien uur". */
export type WeekInWords = { days: readonly Weekday[]; from: Clock; to: Clock }

/** What a caller hears. */
export type PhoneWords = {
  welcome(line: { brand: string; region: string }): string
  emergency: string
  crisis(spokenNumber: string): string
  privacy: string
  /** The menu "who are you": one, two, three, or nothing. */
  who: string
  /** In its own language, for whoever does not speak that of the line: which key leads to this one. */
  chooseLanguage: string
  connecting: string
  waitingFirst: string
  /** Said only when it is true: who answers is in a conversation. Key one is the way out. */
  waitingBusy: string
  waitingRepeat: string
  /** The way out of the queue, after the place was told. */
  waitingChoice: string
  /** How many wait before her: none, one, or more. */
  place(before: number): string
  closed(opens: WallMoment | null): string
  /** The week in speech, for when nothing else is known: the flow's own branch when the routing function failed. */
  closedHours(week: readonly WeekInWords[]): string
  helplines: string
  /** With its choice: to wait, or key one. */
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

/** The offer to be called back, question by question. */
export type OfferWords = {
  question: string
  /** Key one allows it; no answer is a no. */
  othersMayAnswer: string
  ownNumber: string
  enterNumber: string
  withheld: string
  tooManyTries: string
  notNoted: string
  /** Said to whoever leaves no number, or could not. */
  declined: string
  /** The same, to whoever keeps her place in the queue. */
  stillWaiting: string
}

/** What the line itself writes in a chat; apart from the widget, whose page never shows it before a chat runs. */
export type ChatLineWords = {
  closingSoon(closes: WallMoment): string
  stillWaiting: string
  place(before: number): string
  /** Some minutes before the longest wait is over. */
  endsSoon(minutes: number): string
  /** A chat has no keys: the form under it takes the number. */
  leaveNumber: string
}

/** What a worker alone hears as she answers: always in Dutch, whatever the caller speaks. */
export type WhisperWords = {
  call(call: { region: string; language: Language }): string
  groups: Record<ReferrerGroup, string>
  waited(minutes: number): string
}
