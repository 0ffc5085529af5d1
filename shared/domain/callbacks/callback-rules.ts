import type { CallbackConsent, CallbackPromise, CallbackReason, CallbackRequest, NotedAttempt, NumberGiven } from './callback.ts'
import { countsAs, isTriedEnough, standingAttempts } from './attempts.ts'
import type { WorkerId } from '../ids.ts'

// An entry is open until it is closed, and a closed one never opens again. Every step returns its result; none throws.

const closed = { kind: 'closed' } as const
const leftLyingMilliseconds = 2 * 3_600_000
const maxGivenKept = 10

/** The result of claiming or releasing an entry. `claimed-by-other`: a colleague has it. */
export type CallbackClaim =
  | { kind: 'claimed' | 'released'; entry: CallbackRequest }
  | { kind: 'claimed-by-other'; owner: WorkerId }
  | { kind: 'closed' }

/** The result of recording an attempt. `not-yours`: the worker has not claimed the entry, or the referrer did not ask to be called. */
export type CallbackNoted = { kind: 'noted'; entry: CallbackRequest } | { kind: 'not-yours' } | { kind: 'closed' }

/** The result of marking an entry as seen. `promised`: it cannot be closed this way, because a call is still due. */
export type CallbackLaidAside =
  | { kind: 'seen'; entry: CallbackRequest }
  | { kind: 'claimed-by-other'; owner: WorkerId }
  | { kind: 'promised' }
  | { kind: 'closed' }

/** A new request by a referrer who already has an open entry. */
export type CallbackAgain = {
  at: Date
  promise: CallbackPromise | null
  consent: CallbackConsent
  reason: CallbackReason
  channel: CallbackRequest['channel']
}

/** Claims an entry: one entry has one owner. Claiming one's own entry changes nothing; one that a colleague left too long changes owner. */
export function claimCallback(entry: CallbackRequest, worker: WorkerId, at: Date): CallbackClaim {
  if (entry.state !== 'open') return closed
  if (entry.owner === worker) return { kind: 'claimed', entry }
  if (entry.owner !== null && !mayTakeOver(entry, at)) return { kind: 'claimed-by-other', owner: entry.owner }
  return { kind: 'claimed', entry: { ...entry, owner: worker, claimedAt: at } }
}

/** Releases an entry for anybody to claim. Its owner may do so, or a coordinator when the owner has gone home. */
export function releaseCallback(entry: CallbackRequest, by: WorkerId | 'coordinator'): CallbackClaim {
  if (entry.state !== 'open') return closed
  if (entry.owner !== null && entry.owner !== by && by !== 'coordinator') return { kind: 'claimed-by-other', owner: entry.owner }
  return { kind: 'released', entry: { ...entry, owner: null, claimedAt: null } }
}

/**
 * Whether a colleague may take an entry over from its owner: the promised time passed after the owner claimed it, or the claim is two hours
 * old and no promised time comes after it. Whoever claims a late entry has two hours too, or else two workers claiming it at once would
 * both call.
 */
export function mayTakeOver(entry: CallbackRequest, at: Date): boolean {
  const { state, owner, claimedAt, promise } = entry
  if (state !== 'open' || owner === null || claimedAt === null) return false
  const freshUntil = claimedAt.getTime() + leftLyingMilliseconds
  return at.getTime() >= (promise !== null && claimedAt < promise.by ? promise.by.getTime() : freshUntil)
}

/** Whether this worker may see and dial the number of this entry: it is open, the worker claimed it, and the referrer allowed a call. */
export function mayCallBack(entry: CallbackRequest, worker: WorkerId): boolean {
  return entry.state === 'open' && entry.consent.mayCall && entry.owner === worker
}

/** Records that a worker is given the number; saved before the number is shown. */
export function noteNumberGiven(entry: CallbackRequest, given: NumberGiven): CallbackRequest {
  return { ...entry, numberGivenTo: [...entry.numberGivenTo, given].slice(-maxGivenKept) }
}

/**
 * Records how a call back ended. Failed attempts close the entry as `not-reached` only when they are spread enough (`attempts.ts`), and it
 * stays visible.
 */
export function noteAttempt(entry: CallbackRequest, attempt: NotedAttempt): CallbackNoted {
  if (entry.state !== 'open') return closed
  if (!mayCallBack(entry, attempt.worker)) return { kind: 'not-yours' }
  if (isToldTwice(entry, attempt)) return { kind: 'noted', entry }
  const tried = { ...entry, attempts: [...entry.attempts, { ...attempt, undoneAt: null }] }
  if (countsAs[attempt.result] === 'talk') return { kind: 'noted', entry: closedAs(tried, 'done', attempt.at) }
  return { kind: 'noted', entry: isTriedEnough(tried) ? closedAs(tried, 'not-reached', attempt.at) : tried }
}

/**
 * Closes as `seen` an entry without a request to call. A promise whose number is erased is lost, and closes as that: nobody can be called
 * any more. Not one that a colleague claimed.
 */
export function markSeen(
  entry: CallbackRequest,
  { worker, hasNumber, at }: { worker: WorkerId; hasNumber: boolean; at: Date },
): CallbackLaidAside {
  if (entry.state !== 'open') return closed
  if (entry.owner !== null && entry.owner !== worker) return { kind: 'claimed-by-other', owner: entry.owner }
  if (entry.consent.mayCall && hasNumber) return { kind: 'promised' }
  return { kind: 'seen', entry: closedAs(entry, entry.consent.mayCall ? 'lost' : 'seen', at) }
}

/** The referrer reached a worker by themselves: this closes what was asked before that moment. What was asked after it stays open. */
export function cameBack(entry: CallbackRequest, answeredAt: Date): { kind: 'came-back'; entry: CallbackRequest } | { kind: 'stays' } {
  if (entry.state !== 'open' || entry.lastAskedAt > answeredAt) return { kind: 'stays' }
  return { kind: 'came-back', entry: closedAs(entry, 'came-back', answeredAt) }
}

/** Adds a new request to an open entry, with the narrowest consent of both. The first promised time is kept unless it has passed. */
export function askAgain(
  entry: CallbackRequest,
  again: CallbackAgain,
): { kind: 'asked-again'; entry: CallbackRequest } | { kind: 'closed' } {
  if (entry.state !== 'open') return closed
  const { at, promise } = again
  const stands = entry.promise !== null && entry.promise.by > at
  // An entry that asked for nothing (`mayCall` is false) becomes what is asked now.
  const { reason, channel } = entry.consent.mayCall ? entry : again
  const consent = entry.consent.mayCall ? narrowest(entry.consent, again.consent) : again.consent
  const lastAskedAt = at > entry.lastAskedAt ? at : entry.lastAskedAt
  const asked = { ...entry, reason, channel, consent, lastAskedAt }
  if (stands) return { kind: 'asked-again', entry: asked }
  // An owner who left the entry too long loses it, so that colleagues can keep the next promise.
  const laidDown = mayTakeOver(entry, at) ? { owner: null, claimedAt: null } : {}
  return { kind: 'asked-again', entry: { ...asked, ...laidDown, promise } }
}

/** Whether the promised time has passed while the entry is still open. */
export function isLate(entry: CallbackRequest, at: Date): boolean {
  return entry.state === 'open' && entry.promise !== null && entry.promise.by <= at
}

// A double click, or a retry after a lost answer: nobody calls the same number twice within a minute with the same result.
function isToldTwice(entry: CallbackRequest, { at, worker, result }: NotedAttempt): boolean {
  const last = standingAttempts(entry).at(-1)
  return last !== undefined && last.worker === worker && last.result === result && at.getTime() - last.at.getTime() < 60_000
}

/** What both allow. Anybody who knows a number can ask in its name: consent that was refused once is not widened by asking again. */
export function narrowest(one: CallbackConsent, other: CallbackConsent): CallbackConsent {
  return {
    mayCall: one.mayCall && other.mayCall,
    othersMayAnswer: one.othersMayAnswer && other.othersMayAnswer,
    mayLeaveMessage: one.mayLeaveMessage && other.mayLeaveMessage,
  }
}

function closedAs(entry: CallbackRequest, state: Exclude<CallbackRequest['state'], 'open'>, at: Date): CallbackRequest {
  return { ...entry, state, closedAt: at }
}
