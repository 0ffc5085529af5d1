import type { RouteAnswer } from '../../shared/contracts/connect/flow-events.ts'

/** The name of the row to which an arm leads. */
type Next<To extends string> = { next: To }
type NextOrError<To extends string> = Next<To> & { error: To }

/** The event hooks of a contact: the flow set for one runs at that moment. */
export type Hook = 'AgentWhisper' | 'CustomerQueue' | 'CustomerRemaining'

/** A telephone key that a menu may accept. */
export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'

/** Workers who serve a queue: those signed in and at work (busy or not), or those who could answer right now. */
type StaffMetric = 'NumberOfAgentsStaffed' | 'NumberOfAgentsAvailable'

/** The reference to the number that the caller typed last. */
export const typedNumber = '$.StoredCustomerInput'

type Steps<To extends string> = {
  /** Turns off Connect's flow log. */
  'no-log': { arms: Next<To> }
  /** Turns off recording of worker, caller and automated voice. */
  'no-recording': { arms: Next<To> }
  /** A tag appears in Connect's contact events (an attribute does not), so a contact that ends early is still identified. */
  tag: { tags: Record<string, string>; arms: NextOrError<To> }
  'by-channel': { arms: { voice: To; chat: To } }
  'with-voice': { voice: string; engine: 'Neural'; arms: NextOrError<To> }
  'in-language': { locale: string; arms: NextOrError<To> }
  /** Spoken on the phone, written in a chat. */
  say: { text: string; arms: NextOrError<To> }
  /** Spoken and followed by silence; on the phone only. */
  'say-and-pause': { text: string; pauseSeconds: number; arms: NextOrError<To> }
  /** Invokes one of our functions; a late, invalid or missing answer takes the error arm. */
  ask: { functionArn: string; limitSeconds: number; parameters: Record<string, string>; arms: NextOrError<To> }
  remember: { attributes: Record<string, string>; arms: NextOrError<To> }
  /** One arm for each decision of route-contact, and one for an unknown answer. */
  'by-decision': { arms: Record<RouteAnswer['decision'], To> & { otherwise: To } }
  /** Invokes one of our functions without waiting for its answer. */
  tell: { functionArn: string; parameters: Record<string, string>; arms: NextOrError<To> }
  /** Asks for one key, heard while the text is spoken and so many seconds after it; on the phone only. Silence and other keys have arms. */
  'ask-key': { text: string; seconds: number; keys: Readonly<Partial<Record<Key, To>>>; arms: { silence: To; wrong: To; error: To } }
  /** The same, with a text in SSML: a number in it is read digit by digit. */
  'ask-key-in-ssml': {
    ssml: string
    seconds: number
    keys: Readonly<Partial<Record<Key, To>>>
    arms: { silence: To; wrong: To; error: To }
  }
  /** Asks for a number, ended by the hash key; on the phone only. The input is `typedNumber`; silence gives the text `Timeout`. */
  'type-number': { text: string; seconds: number; digitsAtMost: number; arms: NextOrError<To> & { invalid: To } }
  'by-beginning': { reference: string; beginning: string; arms: { begins: To; otherwise: To } }
  /** Checks whether workers serve the contact's current or chosen queue. */
  'by-staff': { metric: StaffMetric; arms: { some: To; none: To; error: To } }
  'by-text': { reference: string; arms: Record<string, To>; otherwise: To }
  'by-hours': { hoursArn: string; arms: { open: To; closed: To; error: To } }
  /** The contact continues in another flow. */
  'to-flow': { flowArn: string; arms: { error: To } }
  'choose-queue': { queueArn: string; arms: NextOrError<To> }
  hang: { hook: Hook; flowArn: string; arms: NextOrError<To> }
  /** The contact moves from the flow to the chosen queue; both arms are taken only when it cannot. */
  'to-queue': { arms: { full: To; error: To } }
  /** Takes `again` the given number of times, then `done`. */
  count: { rounds: number; arms: { again: To; done: To; error: To } }
  'wait-in-chat': { seconds: number; arms: { done: To; error: To } }
  /** Ends a whisper or queue flow; the contact itself continues. */
  end: { arms: Record<never, To> }
  'hang-up': { arms: Record<never, To> }
}

/** One row of a flow: what to do, and for each outcome the name of the next row. */
export type Row<To extends string> = { [Kind in keyof Steps<To>]: { kind: Kind } & Steps<To>[Kind] }[keyof Steps<To>]
/** One row of a given kind, whose arms may lead to any name. */
export type RowOf<Kind extends keyof Steps<string>> = { kind: Kind } & Steps<string>[Kind]
