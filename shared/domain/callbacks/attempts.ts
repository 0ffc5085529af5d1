import { openingAt } from '../hours/opening-hours.ts'
import type { OpeningHours } from '../regions/region.ts'
import { addDays, dayOf, instantOf } from '../time/brussels-time.ts'
import type { AttemptResult, CallbackAttempt, CallbackRequest } from './callback.ts'
import type { WorkerId } from '../ids.ts'

// Attempts must be spread: somebody who teaches until noon does not pick up at 11.07, nor at 11.09 and 11.11.

/** What an attempt counts as: a conversation, a failed attempt, or none at all, because a busy line says that somebody is there. */
export const countsAs = {
  reached: 'talk',
  'no-longer-needed': 'talk',
  'no-answer': 'failed',
  'wrong-number': 'failed',
  busy: 'none',
} as const satisfies Record<AttemptResult, 'talk' | 'failed' | 'none'>

/** Why the next attempt had better wait. */
export const waitReasons = ['was-busy', 'just-tried', 'other-opening'] as const
/** One of `waitReasons`. */
export type WaitReason = (typeof waitReasons)[number]

/** When the next attempt is wise: now, or from a moment on and why. */
export type NextAttempt = { kind: 'now' } | { kind: 'later'; from: Date; why: WaitReason }

/** The result of undoing an attempt. `too-late`: its minutes are over; `not-yours`: it is nobody's or a colleague's. */
export type AttemptUndone = { kind: 'undone'; entry: CallbackRequest } | { kind: 'too-late' } | { kind: 'not-yours' }

/** How many failed attempts, each at another moment, end a promise. */
export const attemptsNeeded = 3
const apartMilliseconds = 60 * 60_000
const afterBusyMilliseconds = 10 * 60_000
// A number that an attempt made superfluous is kept as long, or else undoing it would help nobody.
const undoMilliseconds = 10 * 60_000

/** The attempts that were not undone. */
export function standingAttempts({ attempts }: Pick<CallbackRequest, 'attempts'>): CallbackAttempt[] {
  return attempts.filter((attempt) => attempt.undoneAt === null)
}

/** The failed attempts that count: each at least an hour after the one that counted before it. */
export function countedFailures(entry: Pick<CallbackRequest, 'attempts'>): CallbackAttempt[] {
  const counted: CallbackAttempt[] = []
  for (const attempt of standingAttempts(entry)) {
    const last = counted.at(-1)
    const isApart = last === undefined || attempt.at.getTime() - last.at.getTime() >= apartMilliseconds
    if (countsAs[attempt.result] === 'failed' && isApart) counted.push(attempt)
  }
  return counted
}

/**
 * Whether the attempts so far end the promise: three that count, the last one after the promised time and so in another opening. Without a
 * promised time it is the next day at the earliest.
 */
export function isTriedEnough(entry: Pick<CallbackRequest, 'attempts' | 'promise' | 'lastAskedAt'>): boolean {
  const counted = countedFailures(entry)
  const last = counted.at(-1)
  return counted.length >= attemptsNeeded && last !== undefined && last.at >= otherOpeningFrom(entry)
}

/** When the next attempt is wise, inside opening hours. */
export function nextAttempt(entry: CallbackRequest, hours: OpeningHours, at: Date): NextAttempt {
  const last = standingAttempts(entry).at(-1)
  if (last === undefined) return { kind: 'now' }
  const wait = waitAfter(entry, last)
  const opening = openingAt(hours, wait.from)
  const from = opening.kind === 'closed' ? (opening.opensAt ?? wait.from) : wait.from
  return from <= at ? { kind: 'now' } : { kind: 'later', from, why: wait.why }
}

function waitAfter(entry: CallbackRequest, { at, result }: CallbackAttempt): { from: Date; why: WaitReason } {
  if (countsAs[result] === 'none') return { from: new Date(at.getTime() + afterBusyMilliseconds), why: 'was-busy' }
  const anHourLater = new Date(at.getTime() + apartMilliseconds)
  // The last attempt that counts must lie in another opening, so one more in this one helps nobody.
  const other = otherOpeningFrom(entry)
  const isLastOne = countedFailures(entry).length >= attemptsNeeded - 1
  return isLastOne && other > anHourLater ? { from: other, why: 'other-opening' } : { from: anHourLater, why: 'just-tried' }
}

function otherOpeningFrom({ promise, lastAskedAt }: Pick<CallbackRequest, 'promise' | 'lastAskedAt'>): Date {
  return promise?.by ?? instantOf(addDays(dayOf(lastAskedAt), 1), '00:00')
}

/** Until when the attempt that closed this entry can be undone, and its number is kept; null when something else closed it. */
export function undoableUntil(entry: CallbackRequest): Date | null {
  const last = standingAttempts(entry).at(-1)
  const isClosedByIt = ['done', 'not-reached'].includes(entry.state) && entry.closedAt?.getTime() === last?.at.getTime()
  return last !== undefined && isClosedByIt ? new Date(last.at.getTime() + undoMilliseconds) : null
}

/** Whether this worker may undo the last attempt now. */
export function mayUndo(entry: CallbackRequest, worker: WorkerId, at: Date): boolean {
  return undoAttempt(entry, { worker, at }).kind === 'undone'
}

/**
 * Undoes the last attempt, within ten minutes, by the worker who noted it. The attempt stays in the record with the moment of its undoing;
 * an entry that it closed is open again, and that worker's.
 */
export function undoAttempt(entry: CallbackRequest, { worker, at }: { worker: WorkerId; at: Date }): AttemptUndone {
  const last = standingAttempts(entry).at(-1)
  if (last === undefined || last.worker !== worker) return { kind: 'not-yours' }
  if (entry.state === 'open' ? entry.owner !== worker : undoableUntil(entry) === null) return { kind: 'not-yours' }
  if (at.getTime() - last.at.getTime() >= undoMilliseconds) return { kind: 'too-late' }
  const attempts = entry.attempts.map((attempt) => (attempt === last ? { ...attempt, undoneAt: at } : attempt))
  return { kind: 'undone', entry: { ...entry, attempts, state: 'open', closedAt: null } }
}
