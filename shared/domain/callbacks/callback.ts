import * as z from 'zod'
import type { ReferrerType } from '../contacts/contact.ts'
import type { CallbackId, ContactId, RegionId, WorkerId } from '../ids.ts'
import type { Language } from '../regions/region.ts'

/** Why somebody did not reach a person. The last three left by themselves and asked for nothing. */
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
])
export type CallbackReason = z.infer<typeof CallbackReason>

/** What the referrer allowed: whom she did not allow us to call is never called. */
export const CallbackConsent = z.strictObject({ mayCall: z.boolean(), othersMayAnswer: z.boolean(), mayLeaveMessage: z.boolean() })
export type CallbackConsent = z.infer<typeof CallbackConsent>

/** How one attempt to call back ended. */
export const AttemptResult = z.enum(['reached', 'no-answer', 'busy', 'wrong-number', 'no-longer-needed'])
export type AttemptResult = z.infer<typeof AttemptResult>

/** One attempt to call back. */
export type CallbackAttempt = { at: Date; worker: WorkerId; result: AttemptResult }

/** To whom the number was shown, and when. */
export type NumberGiven = { worker: WorkerId; at: Date }

/** Where an entry stands. `came-back`: she reached us herself; `seen`: somebody looked at one who asked for nothing. */
export type CallbackState = 'open' | 'done' | 'not-reached' | 'came-back' | 'seen'

/** A number that is one, and that we do not call. */
export type NotCalledBecause =
  | 'emergency'
  | 'short-number'
  | 'premium'
  | 'toll-free'
  | 'other-kind'
  | 'foreign'
  | 'own-number'
  | 'extension'

/** Between which moments, both inside opening hours, we promised to call. */
export type CallbackPromise = { from: Date; by: Date }

/** One entry in the ledger of everything that did not reach a person. The number itself is kept apart, and shorter. */
export type CallbackRequest = {
  id: CallbackId
  region: RegionId
  /** The call or chat that did not reach a person; null when she left her number in the form without a chat. */
  contact: ContactId | null
  channel: 'phone' | 'chat' | 'form'
  reason: CallbackReason
  askedAt: Date
  /** The last time she asked for it; a talk that she had before then does not settle it. */
  lastAskedAt: Date
  /** null when she asked for nothing, or when the roster keeps no moment that we could promise. */
  promise: CallbackPromise | null
  consent: CallbackConsent
  alias: string | null
  referrerType: ReferrerType | null
  municipality: string | null
  language: Language
  owner: WorkerId | null
  /** When its owner took it up; null while nobody has it. */
  claimedAt: Date | null
  attempts: readonly CallbackAttempt[]
  /** Who read the number, the last ten times, for whoever must find out later. No screen shows it. */
  numberGivenTo: readonly NumberGiven[]
  state: CallbackState
  closedAt: Date | null
}
