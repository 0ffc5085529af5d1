import * as z from 'zod'
import type { ReferrerType } from '../contacts/contact.ts'
import type { CallbackId, ContactId, RegionId, WorkerId } from '../ids.ts'
import type { Language } from '../regions/region.ts'

/**
 * Why somebody did not reach a worker. Those that `left` ended by themselves and asked for nothing;
 * `promised-in-talk` did reach one, who promised to call again.
 */
export const CallbackReason = z.enum([
  'closed',
  'nobody-on-duty',
  'nobody-signed-in',
  'closing',
  'busy',
  'waited-too-long',
  'queue-full',
  'failed',
  'left-in-flow',
  'left-in-queue',
  'left-chat',
  'promised-in-talk',
])
export type CallbackReason = z.infer<typeof CallbackReason>

/** What the referrer allowed. Without `mayCall` nobody calls; `othersMayAnswer` is speaking to another person who picks up. */
export const CallbackConsent = z.strictObject({ mayCall: z.boolean(), othersMayAnswer: z.boolean(), mayLeaveMessage: z.boolean() })
export type CallbackConsent = z.infer<typeof CallbackConsent>

/** How one attempt to call back ended. */
export const AttemptResult = z.enum(['reached', 'no-answer', 'busy', 'wrong-number', 'no-longer-needed'])
export type AttemptResult = z.infer<typeof AttemptResult>

/** One attempt to call back. One that was undone stays in the record, with the moment of its undoing. */
export type CallbackAttempt = { at: Date; worker: WorkerId; result: AttemptResult; undoneAt: Date | null }
/** An attempt as a worker notes it. */
export type NotedAttempt = Omit<CallbackAttempt, 'undoneAt'>

/** Which worker was shown the number, and when. */
export type NumberGiven = { worker: WorkerId; at: Date }

/**
 * The states of an entry. `came-back`: the referrer reached the line again first; `seen`: a worker closed an entry that asked for no call;
 * `lost`: the promise ended without a conversation.
 */
export const callbackStates = ['open', 'done', 'not-reached', 'came-back', 'seen', 'lost'] as const
/** One of `callbackStates`. */
export type CallbackState = (typeof callbackStates)[number]

/** Why a coordinator closes a promise. */
export const ClosingReason = z.enum(['spoken-otherwise', 'no-longer-needed', 'may-not-be-called', 'cannot-be-reached'])
export type ClosingReason = z.infer<typeof ClosingReason>

/** Why a valid number is not called. */
export type NotCalledBecause =
  | 'emergency'
  | 'short-number'
  | 'premium'
  | 'toll-free'
  | 'other-kind'
  | 'foreign'
  | 'own-number'
  | 'extension'

/** The two moments, both inside opening hours, between which we promised to call. */
export type CallbackPromise = { from: Date; by: Date }

/** One entry in the ledger of contacts that did not reach a worker. The number itself is stored apart, for a shorter time. */
export type CallbackRequest = {
  id: CallbackId
  region: RegionId
  /** The call or chat that did not reach a worker; null for the call-back form without a chat. */
  contact: ContactId | null
  channel: 'phone' | 'chat' | 'form'
  reason: CallbackReason
  askedAt: Date
  /** The last time it was asked for; a conversation before that moment does not settle it. */
  lastAskedAt: Date
  /** null when no call was asked for, or when the roster had no time to promise. */
  promise: CallbackPromise | null
  consent: CallbackConsent
  alias: string | null
  referrerType: ReferrerType | null
  municipality: string | null
  language: Language
  owner: WorkerId | null
  /** When its owner claimed it; null without an owner. */
  claimedAt: Date | null
  attempts: readonly CallbackAttempt[]
  /** Who was shown the number, the last ten times: an audit trail that no screen shows. */
  numberGivenTo: readonly NumberGiven[]
  state: CallbackState
  closedAt: Date | null
  /** Which coordinator closed it and why; null when it ended by itself. */
  closing: { by: WorkerId; why: ClosingReason } | null
}
