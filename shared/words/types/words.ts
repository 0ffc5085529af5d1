import type { WallMoment } from '../../domain/time/brussels-time.ts'
import type { NotCalledBecause } from '../../domain/callbacks/callback.ts'
import type { ReferrerType } from '../../domain/contacts/contact.ts'
import type { PersonalTrace } from '../../domain/contacts/personal-traces.ts'
import type { ChatLineWords, PhoneWords } from './line-words.ts'
import type { PromiseWords } from './promise-words.ts'

export type { DeskWords, NoticeWords } from './desk-words.ts'
export type { ChatLineWords, OfferWords, PhoneWords, WeekInWords, WhisperWords } from './line-words.ts'

// One interface a language must fill: a word that is missing does not compile. Written texts are shown, spoken ones are read by a voice:
// numbers, times and days in them are words.

/** What few readers of the widget need, loaded when it is in sight: how to be called back, and who waits before her. */
export type CallBackWords = {
  /** The button to the form, and its heading. */
  offer: string
  /** `when` as `callBackTime` says it. */
  form(when: string): string
  number: string
  numberHelp: string
  othersMayAnswer: string
  no: string
  noMeans: string
  yes: string
  yesMeans: string
  /** Above the fields that may stay empty. */
  optional: string
  send: string
  sending: string
  missingNumber: string
  /** No network, or no answer: what she typed is still there. */
  notSent: string
  done: string
  promised(when: string): string
  calledFrom(phone: string): string
  erased: string
  /** Above the form, when the line let her wait and closed. */
  closedWhileWaiting: string
  rather: string
  /** She would rather be called, and that is noted. */
  waitsNoMore: string
  back: string
  before(count: number): string
}

/** What the widget says before a chat is started. */
export type BeforeWords = {
  launcher: string
  title(brand: string): string
  intro: string
  loading: string
  open(closes: WallMoment): string
  closingSoon(closes: WallMoment): string
  closed(opens: WallMoment | null): string
  nobodyOnDuty: string
  busy: string
  /** When we call back; `from` is null when that time has begun, and all of it when no moment can be promised. */
  callBackTime(at: { from: WallMoment | null; by: WallMoment } | null): string
  /** To whoever made the page around us: the region that it names is none of ours. */
  unknownRegion: string
  /** Who listens while this line does not. */
  helplines: string
  emergency: string
  crisis(writtenNumber: string): string
  callInstead(phone: string): string
  role: string
  rolePlaceholder: string
  municipality: string
  municipalityHelp: string
  municipalityPlaceholder: string
  municipalityNotKnown: string
  municipalityHere(team: string): string
  municipalityElsewhere(region: { brand: string; name: string; phone: string | null }): string
  municipalityNotServed: string
  /** How many names fit what was typed, said to who cannot see the list. */
  municipalitiesFound(count: number): string
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
  tryAgain: string
  failed(phone: string | null): string
  quickExit: string
  closeWindow: string
  language: string
}

/** What the widget says in a chat, loaded with it. */
export type TalkWords = {
  /** The line's own first message. */
  waiting: string
  /** Where she stands, above the messages. */
  inQueue: string
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
  /** The name of the list of messages. */
  messages: string
  workerLeft: string
  ended: string
  end: string
  endConfirm: string
  /** The way back from "end the conversation?". */
  goOn: string
  leaveNoTrace: string
}

export type WidgetWords = BeforeWords & TalkWords

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
  /** Why a number to call back is no good, at its field. */
  number: Record<NotCalledBecause | 'not-a-number', string>
  /** Too many asked to be called back in this hour. */
  callBacksFull(phone: string | null): string
  broken: string
}

/** What a caller or chatter may meet: in every language that a region offers. */
export type CallerWords = {
  language: 'nl' | 'fr' | 'en'
  /** BCP 47, as in Connect and in `lang` attributes. */
  locale: 'nl-BE' | 'fr-BE' | 'en-GB'
  phone: PhoneWords
  promise: PromiseWords
  chatLine: ChatLineWords
  widget: WidgetWords
  callBack: CallBackWords
  refusals: RefusalWords
  referrers: Record<ReferrerType, string>
  /** A moment in writing: "donderdag 26 november om 10 uur". */
  moment(at: WallMoment): string
  /** A moment for a voice: "donderdag zesentwintig november om tien uur". */
  spokenMoment(at: WallMoment): string
}
