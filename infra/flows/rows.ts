import type { RouteAnswer } from '../../shared/contracts/connect/flow-events.ts'

/** Where an arm may lead: the name of another row. */
type Next<To extends string> = { next: To }
type NextOrError<To extends string> = Next<To> & { error: To }

/** What Connect lets us hang on a contact; each names the flow that runs at that moment. */
export type Hook = 'AgentWhisper' | 'CustomerQueue' | 'CustomerRemaining'

/** A key of a telephone that a menu may ask for. */
export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'

/** Of the workers who serve a queue: who is signed in and at work, busy or not, and who could answer right now. */
type StaffMetric = 'NumberOfAgentsStaffed' | 'NumberOfAgentsAvailable'

/** What a caller typed last. */
export const typedNumber = '$.StoredCustomerInput'

type Steps<To extends string> = {
  /** Connect keeps no log of what the flow heard. */
  'no-log': { arms: Next<To> }
  /** Nobody is recorded, not even by the menu voice. */
  'no-recording': { arms: Next<To> }
  /** A word that Connect's events carry along, unlike an attribute: how a contact that ends early is still known. */
  tag: { tags: Record<string, string>; arms: NextOrError<To> }
  'by-channel': { arms: { voice: To; chat: To } }
  'with-voice': { voice: string; engine: 'Neural'; arms: NextOrError<To> }
  'in-language': { locale: string; arms: NextOrError<To> }
  /** Spoken on the phone, written in a chat. */
  say: { text: string; arms: NextOrError<To> }
  /** Spoken and then silent for a while; on the phone only. */
  'say-and-pause': { text: string; pauseSeconds: number; arms: NextOrError<To> }
  /** Asks one of our functions, once; an answer that is late, wrong or absent takes the error arm. */
  ask: { functionArn: string; limitSeconds: number; parameters: Record<string, string>; arms: NextOrError<To> }
  remember: { attributes: Record<string, string>; arms: NextOrError<To> }
  /** Every answer of route-contact has its arm; an answer we do not know has one as well. */
  'by-decision': { arms: Record<RouteAnswer['decision'], To> & { otherwise: To } }
  /** Asks for one key; on the phone only. Silence and another key have arms of their own. */
  'ask-key': { text: string; seconds: number; keys: Readonly<Partial<Record<Key, To>>>; arms: { silence: To; wrong: To; error: To } }
  /** Asks for a number, ended by the hash key; on the phone only. What was typed is `typedNumber`, silence is the word `Timeout`. */
  'type-number': { text: string; seconds: number; digitsAtMost: number; arms: NextOrError<To> & { invalid: To } }
  'by-beginning': { reference: string; beginning: string; arms: { begins: To; otherwise: To } }
  /** Looks at the queue that the contact has or is bound for: is anybody there? */
  'by-staff': { metric: StaffMetric; arms: { some: To; none: To; error: To } }
  'by-text': { reference: string; arms: Record<string, To>; otherwise: To }
  'by-hours': { hoursArn: string; arms: { open: To; closed: To; error: To } }
  /** The contact goes on in another flow. */
  'to-flow': { flowArn: string; arms: { error: To } }
  'choose-queue': { queueArn: string; arms: NextOrError<To> }
  hang: { hook: Hook; flowArn: string; arms: NextOrError<To> }
  /** The contact leaves the flow for the queue it was given; both arms are for when it cannot. */
  'to-queue': { arms: { full: To; error: To } }
  /** Goes round so many times, then leaves by `done`. */
  count: { rounds: number; arms: { again: To; done: To; error: To } }
  'wait-in-chat': { seconds: number; arms: { done: To; error: To } }
  /** Prompts that play until they are interrupted, or a worker answers; on the phone only. */
  'hold-the-line': { text: string; pauseSeconds: number; interruptSeconds: number; arms: { interrupted: To; error: To } }
  /** The whisper or queue flow is over; the contact itself goes on. */
  end: { arms: Record<never, To> }
  'hang-up': { arms: Record<never, To> }
}

/** One row of a flow: what is done, and by name what comes next in every case there is. */
export type Row<To extends string> = { [Kind in keyof Steps<To>]: { kind: Kind } & Steps<To>[Kind] }[keyof Steps<To>]
export type RowOf<Kind extends keyof Steps<string>> = { kind: Kind } & Steps<string>[Kind]
