import { addDays, type Day, dayOf, weekdayOf, weekdays } from '../time/brussels-time.ts'
import { comesOn, type DutyRoster, type DutyShift, turnsOn } from './duty-roster.ts'
import type { ChangeId, ShiftId } from '../ids.ts'
import type { OpeningHours } from '../regions/region.ts'
import { pruned } from './roster-changes.ts'

/** Something to check in a new pattern that does not prevent saving: a turn outside opening hours, or a change whose turn is gone. */
export type PatternWarning = { kind: 'outside-hours'; shift: ShiftId } | { kind: 'change-without-turn'; change: ChangeId }

/**
 * The roster with a new pattern, or why not: two turns with one id, or one worker in two turns at the same time, also first and backup: a
 * backup is there for when the first worker does not answer.
 */
export type PatternOutcome =
  | { kind: 'changed'; roster: DutyRoster; warnings: readonly PatternWarning[] }
  | { kind: 'same-id'; shift: ShiftId }
  | { kind: 'overlap'; shift: ShiftId; other: ShiftId; day: Day }

/** Replaces all repeating turns; the changes and absences of single days stay. */
export function setShifts(roster: DutyRoster, request: { shifts: readonly DutyShift[]; hours: OpeningHours }, now: Date): PatternOutcome {
  const { shifts, hours } = request
  for (const [index, shift] of shifts.entries()) {
    for (const other of shifts.slice(0, index)) {
      if (other.id === shift.id) return { kind: 'same-id', shift: shift.id }
      const day = dayOfOverlap(other, shift)
      if (day !== null) return { kind: 'overlap', shift: shift.id, other: other.id, day }
    }
  }
  const kept = { ...pruned(roster, dayOf(now)), shifts: [...shifts] }
  return { kind: 'changed', roster: kept, warnings: [...outsideHours(shifts, hours), ...withoutTurn(kept, dayOf(now))] }
}

// The first day on which one worker would have two turns at the same time, or null.
function dayOfOverlap(one: DutyShift, other: DutyShift): Day | null {
  const meets = one.worker === other.worker && one.on === other.on && one.from < other.to && other.from < one.to
  if (!meets) return null
  const begin = one.startsOn > other.startsOn ? one.startsOn : other.startsOn
  const daysToFirst = (weekdays.indexOf(one.on) - weekdays.indexOf(weekdayOf(begin)) + weekdays.length) % weekdays.length
  // Patterns of n and m weeks coincide within n × m weeks, or never.
  for (let weeks = 0; weeks < one.everyWeeks * other.everyWeeks; weeks += 1) {
    const day = addDays(begin, daysToFirst + weeks * weekdays.length)
    // A full roster has over ten thousand pairs of turns: stop as soon as one of the two has ended.
    if (isPast(one, day) || isPast(other, day)) return null
    if (comesOn(one, day) && comesOn(other, day)) return day
  }
  return null
}

function isPast({ until }: DutyShift, day: Day): boolean {
  return until !== null && until < day
}

function outsideHours(shifts: readonly DutyShift[], { week }: OpeningHours): PatternWarning[] {
  const isOutside = ({ on, from, to }: DutyShift) => !(week[on] ?? []).some((span) => span.from < to && from < span.to)
  return shifts.filter(isOutside).map(({ id }) => ({ kind: 'outside-hours', shift: id }))
}

// Such a change would add its taker to the line beside the worker of the new pattern.
function withoutTurn(roster: DutyRoster, today: Day): PatternWarning[] {
  return roster.changes.flatMap((change, index) => {
    const { day, leaves, role, from, to } = change
    if (leaves === null || day < today) return []
    const before = turnsOn({ ...roster, changes: roster.changes.slice(0, index), absences: [] }, day)
    const isThere = before.some((turn) => turn.worker === leaves && turn.role === role && turn.from < to && from < turn.to)
    return isThere ? [] : [{ kind: 'change-without-turn', change: change.id } as const]
  })
}
