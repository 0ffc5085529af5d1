import type {
  AttemptResult,
  CallbackAttempt,
  CallbackConsent,
  CallbackPromise,
  CallbackReason,
  CallbackRequest,
  NumberGiven,
} from './callback.ts'
import type { WorkerId } from '../ids.ts'

// An entry is open until it is closed, and then for ever. Every step answers with what became of it; none drops anything.

const closed = { kind: 'closed' } as const
const maxFailedAttempts = 3
const leftLyingMilliseconds = 2 * 3_600_000
const maxGivenKept = 10
const failed: readonly AttemptResult[] = ['no-answer', 'busy', 'wrong-number']

/** What a worker's wish to take up an entry, or to lay it down, leads to. */
export type CallbackClaim =
  | { kind: 'claimed' | 'released'; entry: CallbackRequest }
  | { kind: 'claimed-by-other'; owner: WorkerId }
  | { kind: 'closed' }

/** What noting an attempt leads to. `not-yours`: somebody else has it, nobody has it, or she never asked to be called. */
export type CallbackNoted = { kind: 'noted'; entry: CallbackRequest } | { kind: 'not-yours' } | { kind: 'closed' }

/** What laying an entry aside leads to. `promised`: we still owe her a call. */
export type CallbackLaidAside =
  | { kind: 'seen'; entry: CallbackRequest }
  | { kind: 'claimed-by-other'; owner: WorkerId }
  | { kind: 'promised' }
  | { kind: 'closed' }

/** What is asked again by somebody whom we promised a call already, or who left before without asking for one. */
export type CallbackAgain = {
  at: Date
  promise: CallbackPromise | null
  consent: CallbackConsent
  reason: CallbackReason
  channel: CallbackRequest['channel']
}

/** One entry, one owner: whoever is first takes it, her own is hers again, and what a colleague let lie changes hands. */
export function claimCallback(entry: CallbackRequest, worker: WorkerId, at: Date): CallbackClaim {
  if (entry.state !== 'open') return closed
  if (entry.owner === worker) return { kind: 'claimed', entry }
  if (entry.owner !== null && !mayTakeOver(entry, at)) return { kind: 'claimed-by-other', owner: entry.owner }
  return { kind: 'claimed', entry: { ...entry, owner: worker, claimedAt: at } }
}

/** Lays an entry down, for anybody to take: its owner does, or a coordinator for whom went home with it. */
export function releaseCallback(entry: CallbackRequest, by: WorkerId | 'coordinator'): CallbackClaim {
  if (entry.state !== 'open') return closed
  if (entry.owner !== null && entry.owner !== by && by !== 'coordinator') return { kind: 'claimed-by-other', owner: entry.owner }
  return { kind: 'released', entry: { ...entry, owner: null, claimedAt: null } }
}

/**
 * Whether a colleague may take an entry over from its owner: the promised moment passed while she had it, or she has had it for two hours
 * with no such moment before her. Whoever takes over what is late has two hours too, else two who press at once would both call.
 */
export function mayTakeOver(entry: CallbackRequest, at: Date): boolean {
  const { state, owner, claimedAt, promise } = entry
  if (state !== 'open' || owner === null || claimedAt === null) return false
  const freshUntil = claimedAt.getTime() + leftLyingMilliseconds
  return at.getTime() >= (promise !== null && claimedAt < promise.by ? promise.by.getTime() : freshUntil)
}

/** Whether this worker may see and dial the number of this entry: she took it up, it is open, and the referrer allowed it. */
export function mayCallBack(entry: CallbackRequest, worker: WorkerId): boolean {
  return entry.state === 'open' && entry.consent.mayCall && entry.owner === worker
}

/** Notes that a worker was given the number, before she is. */
export function noteNumberGiven(entry: CallbackRequest, given: NumberGiven): CallbackRequest {
  return { ...entry, numberGivenTo: [...entry.numberGivenTo, given].slice(-maxGivenKept) }
}

/** Notes how a call back ended. The third that failed makes it `not-reached`: closed, and visible. */
export function noteAttempt(entry: CallbackRequest, attempt: CallbackAttempt): CallbackNoted {
  if (entry.state !== 'open') return closed
  if (!mayCallBack(entry, attempt.worker)) return { kind: 'not-yours' }
  if (isToldTwice(entry, attempt)) return { kind: 'noted', entry }
  const tried = { ...entry, attempts: [...entry.attempts, attempt] }
  if (!failed.includes(attempt.result)) return { kind: 'noted', entry: closedAs(tried, 'done', attempt.at) }
  const failures = tried.attempts.filter((one) => failed.includes(one.result)).length
  return { kind: 'noted', entry: failures < maxFailedAttempts ? tried : closedAs(tried, 'not-reached', attempt.at) }
}

/** Lays aside an entry that asked for nothing, or a promise that we broke: there is nobody left to call. Not what a colleague took up. */
export function markSeen(
  entry: CallbackRequest,
  { worker, hasNumber, at }: { worker: WorkerId; hasNumber: boolean; at: Date },
): CallbackLaidAside {
  if (entry.state !== 'open') return closed
  if (entry.owner !== null && entry.owner !== worker) return { kind: 'claimed-by-other', owner: entry.owner }
  if (entry.consent.mayCall && hasNumber) return { kind: 'promised' }
  return { kind: 'seen', entry: closedAs(entry, 'seen', at) }
}

/** She reached a person herself: what she asked before that is settled. What she asked after it is not. */
export function cameBack(entry: CallbackRequest, answeredAt: Date): { kind: 'came-back'; entry: CallbackRequest } | { kind: 'stays' } {
  if (entry.state !== 'open' || entry.lastAskedAt > answeredAt) return { kind: 'stays' }
  return { kind: 'came-back', entry: closedAs(entry, 'came-back', answeredAt) }
}

/** She asks again: one entry stays one entry, with the narrowest consent. The first promise stands, unless its moment has passed. */
export function askAgain(
  entry: CallbackRequest,
  again: CallbackAgain,
): { kind: 'asked-again'; entry: CallbackRequest } | { kind: 'closed' } {
  if (entry.state !== 'open') return closed
  const { at, promise } = again
  const stands = entry.promise !== null && entry.promise.by > at
  // Who had asked for nothing asks now: from here on it is what she asked.
  const { reason, channel } = entry.consent.mayCall ? entry : again
  const consent = entry.consent.mayCall ? narrowest(entry.consent, again.consent) : again.consent
  const lastAskedAt = at > entry.lastAskedAt ? at : entry.lastAskedAt
  const asked = { ...entry, reason, channel, consent, lastAskedAt }
  if (stands) return { kind: 'asked-again', entry: asked }
  // Whoever let it lie does not keep the next promise from her colleagues.
  const laidDown = mayTakeOver(entry, at) ? { owner: null, claimedAt: null } : {}
  return { kind: 'asked-again', entry: { ...asked, ...laidDown, promise } }
}

/** The promised moment has passed and nobody reached her. */
export function isLate(entry: CallbackRequest, at: Date): boolean {
  return entry.state === 'open' && entry.promise !== null && entry.promise.by <= at
}

/** We promised to call, and her number had to be erased before anybody reached her. */
export function isBroken(entry: CallbackRequest, hasNumber: boolean): boolean {
  return entry.consent.mayCall && (entry.state === 'seen' || (entry.state === 'open' && !hasNumber))
}

// A double click, or an answer that was lost on the way: she did not ring twice within a minute.
function isToldTwice({ attempts }: CallbackRequest, { at, worker, result }: CallbackAttempt): boolean {
  const last = attempts.at(-1)
  return last !== undefined && last.worker === worker && last.result === result && at.getTime() - last.at.getTime() < 60_000
}

// Whoever knows a number can ask in its name, unseen: what was refused once is not allowed by asking again.
function narrowest(one: CallbackConsent, other: CallbackConsent): CallbackConsent {
  return {
    mayCall: one.mayCall && other.mayCall,
    othersMayAnswer: one.othersMayAnswer && other.othersMayAnswer,
    mayLeaveMessage: one.mayLeaveMessage && other.mayLeaveMessage,
  }
}

function closedAs(entry: CallbackRequest, state: 'done' | 'not-reached' | 'came-back' | 'seen', at: Date): CallbackRequest {
  return { ...entry, state, closedAt: at }
}
