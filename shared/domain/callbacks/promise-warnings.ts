import type { CallbackId, WorkerId } from '../ids.ts'
import { type DutyRoster, onDuty } from '../roster/duty-roster.ts'
import { addDays, type Day, dayOf } from '../time/brussels-time.ts'
import { countsAs, standingAttempts } from './attempts.ts'
import type { CallbackRequest } from './callback.ts'
import { lossOf } from './promise-loss.ts'

/** A warning about one promise. Two with the same `mark` are the same warning, however often the ledger is looked at. */
export type PromiseWarning = {
  kind: 'promise-due' | 'promise-late' | 'promise-lost'
  callback: CallbackId
  to: readonly WorkerId[]
  /** Minutes until the promised time is over, for `promise-due` only. */
  minutes: number | null
  mark: string
}

/** What is known of the line at a moment. */
export type WarningLine = { at: Date; isOpen: boolean; roster: DutyRoster; coordinators: readonly WorkerId[] }

/** The first warning comes this long before the promised time is over. */
export const warnedMinutesBefore = 30
const minuteMilliseconds = 60_000
// Without a promised time a call is owed within a day.
const unpromisedMilliseconds = 24 * 60 * minuteMilliseconds
// A loss is told also when the watch stood still for some days.
const daysLossIsTold = 2

/** The moment by which a call is owed. */
export function dueAt({ promise, lastAskedAt }: CallbackRequest): Date {
  return promise?.by ?? new Date(lastAskedAt.getTime() + unpromisedMilliseconds)
}

/** Whether the promised time is over within half an hour and nobody has called yet. */
export function isDueSoon(entry: CallbackRequest, at: Date): boolean {
  const left = dueAt(entry).getTime() - at.getTime()
  return isOwed(entry) && left > 0 && left <= warnedMinutesBefore * minuteMilliseconds && !hasRung(entry, entry.lastAskedAt)
}

/**
 * The warning that a promise needs now, null for none. Before its moment: its owner, or else those on duty and backup. After it: all of
 * them and the coordinators, at once, and again on each day that the line is open and nobody has called. A loss: the coordinators.
 */
export function promiseWarning(entry: CallbackRequest, numberUntil: Date | null, line: WarningLine): PromiseWarning | null {
  const loss = lossOf(entry, numberUntil, line.at)
  if (loss !== null) return lossWarning(entry, loss.at, line)
  if (!isOwed(entry)) return null
  if (isDueSoon(entry, line.at)) return dueWarning(entry, line)
  return line.at >= dueAt(entry) ? lateWarning(entry, line) : null
}

function dueWarning(entry: CallbackRequest, line: WarningLine): PromiseWarning {
  const due = dueAt(entry)
  const onLine = present(line.roster, line.at)
  const to = entry.owner !== null ? [entry.owner] : onLine.length > 0 ? onLine : line.coordinators
  const minutes = Math.ceil((due.getTime() - line.at.getTime()) / minuteMilliseconds)
  return { kind: 'promise-due', callback: entry.id, to, minutes, mark: due.toISOString() }
}

function lateWarning(entry: CallbackRequest, { at, isOpen, roster, coordinators }: WarningLine): PromiseWarning | null {
  const due = dueAt(entry)
  const today = dayOf(at)
  const isFirst = dayOf(due) === today
  if (!isFirst && !isOpen) return null
  if (hasRung(entry, isFirst ? entry.lastAskedAt : at, today)) return null
  // At the promised minute itself a turn may just have ended: who had it then is told too.
  const before = new Date(due.getTime() - minuteMilliseconds)
  const owner = entry.owner === null ? [] : [entry.owner]
  const to = [...new Set([...owner, ...(isFirst ? present(roster, before) : []), ...present(roster, at), ...coordinators])]
  return { kind: 'promise-late', callback: entry.id, to, minutes: null, mark: `${due.toISOString()}#${today}` }
}

function lossWarning(entry: CallbackRequest, lostAt: Date, { at, coordinators }: WarningLine): PromiseWarning | null {
  if (addDays(dayOf(lostAt), daysLossIsTold) < dayOf(at)) return null
  // Who gave the promise up knows it.
  const to = coordinators.filter((worker) => worker !== entry.closing?.by)
  return { kind: 'promise-lost', callback: entry.id, to, minutes: null, mark: lostAt.toISOString() }
}

function isOwed({ state, consent }: CallbackRequest): boolean {
  return state === 'open' && consent.mayCall
}

// Whether a telephone rang since a moment, or on that day.
function hasRung(entry: CallbackRequest, since: Date, day: Day | null = null): boolean {
  return standingAttempts(entry).some(
    ({ at, result }) => countsAs[result] !== 'none' && (at >= since || (day !== null && dayOf(at) === day)),
  )
}

function present(roster: DutyRoster, at: Date): WorkerId[] {
  const { first, backup } = onDuty(roster, at)
  return [...first, ...backup]
}
