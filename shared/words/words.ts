import type { Clock, WallMoment, Weekday } from '../domain/brussels-time.ts'
import type { ReferrerType } from '../domain/contact.ts'
import type { PersonalTrace } from '../domain/personal-traces.ts'

export type { DeskWords, NoticeWords } from './desk-words.ts'

// One interface a language must fill: a word that is missing does not compile. Written texts are shown, spoken ones are read by a voice:
// numbers, times and days in them are words.

/** A day of opening as said in "op maandag, dinsdag en donderdag, van tien uur tot dertien uur". */
export type WeekInWords = { days: readonly Weekday[]; from: Clock; to: Clock }

export type PhoneWords = {
  welcome(line: { brand: string; region: string }): string
  emergency: string
  crisis(spokenNumber: string): string
  privacy: string
  connecting: string
  waitingFirst: string
  waitingRepeat: string
  closed(opens: WallMoment | null): string
  /** The week in speech, for when nothing else is known: the flow's own branch when the routing function failed. */
  closedHours(week: readonly WeekInWords[]): string
  helplines: string
  closingSoon(closes: WallMoment): string
  closedWhileWaiting: string
  nobodyOnDuty: string
  queueFull: string
  waitedTooLong: string
  workerLeft: string
  error: string
  bye: string
  /** `minutes` waited are null where they are not known: then nothing is said of them. */
  whisper(call: { region: string; referrer: string | null; minutes: number | null }): string
}

/** What the line itself writes in a chat; apart from the widget, whose page never shows it before a chat runs. */
export type ChatLineWords = { closingSoon(closes: WallMoment): string; closedWhileWaiting: string }

export type WidgetWords = {
  launcher: string
  title(brand: string): string
  intro: string
  loading: string
  open(closes: WallMoment): string
  closingSoon(closes: WallMoment): string
  closed(opens: WallMoment | null): string
  nobodyOnDuty: string
  /** Who listens while this line does not. */
  helplines: string
  emergency: string
  crisis(writtenNumber: string): string
  callInstead(phone: string): string
  role: string
  rolePlaceholder: string
  town: string
  townHelp: string
  townPlaceholder: string
  townUnknown: string
  townHere(team: string): string
  townElsewhere(region: { brand: string; name: string; phone: string | null }): string
  townNotKnown: string
  /** How many names fit what was typed, said to who cannot see the list. */
  townFound(count: number): string
  alias: string
  aliasHelp: string
  code: string
  codeHelp: string
  noNames: string
  /** What to do when the form was sent without it. */
  missing: Record<'referrerType' | 'municipality' | 'alias', string>
  privacy: string
  start: string
  starting: string
  waiting: string
  joined(alias: string): string
  typing(alias: string): string
  input: string
  send: string
  you: string
  system: string
  personalHint(trace: PersonalTrace): string
  sendAnyway: string
  changeIt: string
  tooLong(limit: number): string
  charactersLeft(count: number): string
  empty: string
  sending: string
  notSent: string
  sendAgain: string
  reconnecting: string
  tryAgain: string
  /** The name of the list of messages. */
  messages: string
  failed(phone: string | null): string
  workerLeft: string
  ended: string
  end: string
  endConfirm: string
  /** The way back from "end the conversation?". */
  goOn: string
  leaveNoTrace: string
  quickExit: string
  closeWindow: string
  language: string
}

export type RefusalWords = {
  /** A field that was refused at a door, named as people see it on the form. */
  fields: Record<string, string>
  required(field: string): string
  tooLong(field: string, limit: number): string
  invalid(field: string): string
  unknownField(field: string): string
  notJson: string
  unknownRegion: string
  notFound: string
  tooBusy: string
  broken: string
}

/** What a caller or chatter may meet: in every language that a region offers. */
export type CallerWords = {
  language: 'nl' | 'fr' | 'en'
  /** BCP 47, as in Connect and in `lang` attributes. */
  locale: 'nl-BE' | 'fr-BE' | 'en-GB'
  phone: PhoneWords
  chatLine: ChatLineWords
  widget: WidgetWords
  refusals: RefusalWords
  referrers: Record<ReferrerType, string>
  /** A moment in writing: "donderdag 26 november om 10 uur". */
  moment(at: WallMoment): string
  /** A moment for a voice: "donderdag zesentwintig november om tien uur". */
  spokenMoment(at: WallMoment): string
}
