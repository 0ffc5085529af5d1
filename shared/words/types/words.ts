import type { WallMoment } from '../../domain/time/brussels-time.ts'
import type { NotCalledBecause } from '../../domain/callbacks/callback.ts'
import type { ReferrerType } from '../../domain/contacts/contact.ts'
import type { PersonalTrace } from '../../domain/contacts/personal-traces.ts'
import type { ChatLineWords, PhoneWords } from './line-words.ts'
import type { PromiseWords } from './promise-words.ts'

export type { DeskWords } from './desk-words.ts'
export type { NoticeWords } from './notice-words.ts'
export type { ChatLineWords, OfferWords, PhoneWords, WeekInWords, WhisperWords } from './line-words.ts'

// Every language implements these types, so a missing text does not compile. Written texts are shown; spoken texts are read by a speech
// engine, so numbers, times and days in them are written out as words.

/** Texts that few users of the widget need, loaded when they come into view: the call-back form, the queue position, a line that cannot be reached. */
export type CallBackWords = {
  /** The button that opens the form, and the heading of the form. */
  offer: string
  /** `when` is a text of `callBackTime`. */
  form(when: string): string
  number: string
  numberHelp: string
  othersMayAnswer: string
  no: string
  noMeans: string
  yes: string
  yesMeans: string
  /** Above the optional fields. */
  optional: string
  send: string
  sending: string
  missingNumber: string
  /** No network or no answer; the form keeps what was typed. */
  notSent: string
  done: string
  promised(when: string): string
  calledFrom(phone: string): string
  erased: string
  /** Above the form, when the line closed while the referrer was waiting. */
  closedWhileWaiting: string
  rather: string
  /** The referrer chose a call-back instead of waiting, and it is recorded. */
  waitsNoMore: string
  back: string
  before(count: number): string
  /** For the author of the embedding page: the region that it names does not exist. */
  unknownRegion: string
  /** Other helplines, for when this line is closed. */
  helplines: string
}

/** The texts of the widget before a chat starts. */
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
  /** When we call back. `from` is null when that time has begun; `at` is null when no time can be promised. */
  callBackTime(at: { from: WallMoment | null; by: WallMoment } | null): string
  emergency: string
  crisis(writtenNumber: string): string
  callInstead(phone: string): string
  /** The region does not have the language that the page asked for. In that language; `language` is the other one's own name. */
  goesOnIn(language: string): string
  /** At the label of a field that must be filled in. */
  required: string
  role: string
  rolePlaceholder: string
  municipality: string
  municipalityHelp: string
  municipalityPlaceholder: string
  municipalityNotKnown: string
  municipalityHere(team: string): string
  municipalityElsewhere(region: { brand: string; name: string; phone: string | null }): string
  municipalityNotServed: string
  /** How many names match what was typed, for screen readers. */
  municipalitiesFound(count: number): string
  alias: string
  aliasHelp: string
  code: string
  codeHelp: string
  noNames: string
  /** What to do when the form is sent without this field. */
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

/** The texts of the widget in a chat, loaded with it. */
export type TalkWords = {
  /** The line's first message in the chat. */
  waiting: string
  /** The state above the messages while the referrer waits. */
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
  /** Above what was typed and not sent when the chat ended. */
  unsent: string
  /** In the place of a file or a card. */
  cannotShow: string
  reconnecting: string
  /** The accessible name of the list of messages. */
  messages: string
  workerLeft: string
  ended: string
  end: string
  endConfirm: string
  /** The button that cancels ending the conversation. */
  goOn: string
  leaveNoTrace: string
}

/** All texts of the widget. */
export type WidgetWords = BeforeWords & TalkWords

/** The sentences of error responses. */
export type RefusalWords = {
  /** The name of a field as the form shows it, by its key in the request. */
  fields: Record<string, string>
  required(field: string): string
  tooLong(field: string, limit: number): string
  invalid(field: string): string
  unknownField(field: string): string
  notJson: string
  unknownRegion: string
  notFound: string
  /** No chat can be started now; the form to leave a number stands below this sentence. */
  chatsFull(phone: string | null): string
  tryAgain: string
  /** Why a number is not called, shown at its field. */
  number: Record<NotCalledBecause | 'not-a-number', string>
  /** The limit of call-back requests for this hour is reached. */
  callBacksFull(phone: string | null): string
  broken: string
}

/** Everything a caller or chat user can hear or read, in each language of a region. */
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
  /** A moment in speech: "donderdag zesentwintig november om tien uur". */
  spokenMoment(at: WallMoment): string
}
