import type { WorkerId } from '../ids.ts'
import { standingAttempts } from './attempts.ts'
import type { CallbackRequest, ClosingReason } from './callback.ts'

// A promise ends with a conversation or it is lost. One place says which, for the ledger, the notices and the figures.

/** Why a promise was lost: nobody called before the number was erased, nobody was reached, or a coordinator gave it up. */
export const lossReasons = ['never-called', 'not-reached', 'given-up'] as const
/** One of `lossReasons`. */
export type LossReason = (typeof lossReasons)[number]

/** That a promise ended without a conversation: when and why. */
export type PromiseLoss = { at: Date; why: LossReason }

/** The result of checking whether the number of an entry is gone. `number-erased`: the entry was closed before. */
export type PromiseSwept = { kind: 'lost' | 'number-erased'; entry: CallbackRequest } | { kind: 'stays' }

/** The result of a step of a coordinator. `nothing-promised`: the entry asked for no call. */
export type CallbackCoordinated =
  | { kind: 'assigned' | 'settled'; entry: CallbackRequest }
  | { kind: 'nothing-promised' }
  | { kind: 'closed' }

/** Whether somebody spoke to the referrer, when a coordinator closes a promise for this reason. Without a conversation it is a loss. */
export const hasSpoken = {
  'spoken-otherwise': true,
  'no-longer-needed': true,
  'may-not-be-called': false,
  'cannot-be-reached': false,
} as const satisfies Record<ClosingReason, boolean>

/** The loss of a promise, or null: it is open with its number, it ended with a conversation, or no call was promised. */
export function lossOf(entry: CallbackRequest, numberUntil: Date | null, now: Date): PromiseLoss | null {
  if (!entry.consent.mayCall) return null
  const { state, closedAt } = entry
  if (state === 'done' || state === 'came-back') return null
  if (state === 'open' && numberUntil !== null && numberUntil > now) return null
  const at = closedAt ?? numberUntil ?? entry.lastAskedAt
  if (entry.closing !== null) return { at, why: 'given-up' }
  return { at, why: standingAttempts(entry).length === 0 ? 'never-called' : 'not-reached' }
}

/**
 * Closes a promise whose number is erased as lost, on the moment of the erasure. A closed entry keeps its number as long as its last attempt
 * can be undone; after that the number is to be erased too.
 */
export function sweepPromise(entry: CallbackRequest, numberUntil: Date | null, now: Date): PromiseSwept {
  if (entry.state !== 'open') return numberUntil !== null && numberUntil <= now ? { kind: 'number-erased', entry } : { kind: 'stays' }
  const loss = lossOf(entry, numberUntil, now)
  return loss === null ? { kind: 'stays' } : { kind: 'lost', entry: { ...entry, state: 'lost', closedAt: loss.at } }
}

/** Gives an open promise to a worker, whoever had it before. */
export function assignCallback(entry: CallbackRequest, worker: WorkerId, at: Date): CallbackCoordinated {
  if (entry.state !== 'open') return { kind: 'closed' }
  if (!entry.consent.mayCall) return { kind: 'nothing-promised' }
  return { kind: 'assigned', entry: { ...entry, owner: worker, claimedAt: at } }
}

/** Closes an open promise for a reason; without a conversation it is lost. */
export function settleCallback(
  entry: CallbackRequest,
  { by, why, at }: { by: WorkerId; why: ClosingReason; at: Date },
): CallbackCoordinated {
  if (entry.state !== 'open') return { kind: 'closed' }
  if (!entry.consent.mayCall) return { kind: 'nothing-promised' }
  return { kind: 'settled', entry: { ...entry, state: hasSpoken[why] ? 'done' : 'lost', closedAt: at, closing: { by, why } } }
}
