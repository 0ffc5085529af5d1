import { addDays, type Clock, clockOf, type Day, dayOf } from '../time/brussels-time.ts'
import { type Absence, type DutyChange, type DutyRoster, type DutyTurn, rosterHolds, type TurnRole, turnsOn } from './duty-roster.ts'
import type { AbsenceId, ChangeId, TeamId, WorkerId } from '../ids.ts'

/** A window of one day with a role: a whole turn, or a part of one. */
export type TurnWindow = { day: Day; from: Clock; to: Clock; role: TurnRole }

/** Why a roster is not changed. `not-there`: the worker who leaves has no such turn. `full`: the limits of the roster are reached. */
export type RosterRefusal =
  | { kind: 'too-late' }
  | { kind: 'not-there' }
  | { kind: 'absent' }
  | { kind: 'already-on-line' }
  | { kind: 'nothing-changes' }
  | { kind: 'full' }

/** The roster with one change added, or why not. */
export type ChangeOutcome = { kind: 'changed'; roster: DutyRoster; change: DutyChange } | RosterRefusal

/** A worker takes a colleague's turn, or a part of it. */
export type TakeOver = TurnWindow & { id: ChangeId; leaves: WorkerId; by: WorkerId }

/**
 * A change by the coordinator: another worker, a dropped turn (`takes` null) or an added one (`leaves` null). `team` counts for an added
 * turn.
 */
export type Replacement = TurnWindow & { id: ChangeId; team: TeamId | null; leaves: WorkerId | null; takes: WorkerId | null; by: WorkerId }

/** The roster with an absence added; `without` are the turns that the absent worker loses. */
export type AbsenceOutcome = { kind: 'changed'; roster: DutyRoster; without: readonly DutyTurn[] } | { kind: 'too-late' } | { kind: 'full' }

const daysKept = 60
const longestLookAhead = 366

/** A worker takes over a turn. Of a turn under way only the rest moves; the past part stays with the worker who did it. */
export function takeOver(roster: DutyRoster, request: TakeOver, now: Date): ChangeOutcome {
  const { by } = request
  return changed(roster, { ...request, team: null, takes: by, why: 'take-over' }, now)
}

/** The coordinator changes a turn of one day; of a turn under way only the rest. */
export function replace(roster: DutyRoster, request: Replacement, now: Date): ChangeOutcome {
  const why = request.leaves === null ? 'extra' : request.takes === null ? 'dropped' : 'replaced'
  return changed(roster, { ...request, why }, now)
}

/** Adds an absence; the worker's turns in it are dropped from the line at once. */
export function addAbsence(roster: DutyRoster, absence: Absence, now: Date): AbsenceOutcome {
  const today = dayOf(now)
  if (absence.to < today) return { kind: 'too-late' }
  const kept = pruned(roster, today)
  if (kept.absences.length >= rosterHolds.absences) return { kind: 'full' }
  const after = { ...kept, absences: [...kept.absences, absence] }
  return { kind: 'changed', roster: after, without: lostBy(kept, { absence, today }) }
}

/** Removes an absence; the worker has the turns in it again. */
export function removeAbsence(
  roster: DutyRoster,
  id: AbsenceId,
  now: Date,
): { kind: 'changed'; roster: DutyRoster } | { kind: 'not-there' } {
  const kept = pruned(roster, dayOf(now))
  const absences = kept.absences.filter((absence) => absence.id !== id)
  return absences.length === kept.absences.length ? { kind: 'not-there' } : { kind: 'changed', roster: { ...kept, absences } }
}

/** The roster without the changes and absences of more than sixty days ago. */
export function pruned(roster: DutyRoster, today: Day): DutyRoster {
  const oldest = addDays(today, -daysKept)
  return {
    shifts: roster.shifts,
    changes: roster.changes.filter((change) => change.day >= oldest),
    absences: roster.absences.filter((absence) => absence.to >= oldest),
  }
}

/** Whether a window has passed. */
export function isOver({ day, to }: TurnWindow, now: Date): boolean {
  return day < dayOf(now) || (day === dayOf(now) && to <= clockOf(now))
}

/** The worker's turn that contains this window. Absences are ignored: a turn of an absent worker is just what must be taken over. */
export function turnThatHolds(roster: DutyRoster, worker: WorkerId, { day, from, to, role }: TurnWindow): DutyTurn | null {
  const ownTurns = turnsOn({ ...roster, absences: [] }, day).filter((turn) => turn.worker === worker && turn.role === role)
  return ownTurns.find((turn) => turn.from <= from && to <= turn.to) ?? null
}

/** Why a worker cannot have a window, or null. A backup may become first at the same time; who is first can take nothing else then. */
export function whyNot(roster: DutyRoster, worker: WorkerId, window: TurnWindow): { kind: 'absent' } | { kind: 'already-on-line' } | null {
  const { day } = window
  const away = roster.absences.filter((absence) => absence.worker === worker && absence.from <= day && day <= absence.to)
  if (away.some(({ between }) => between === null || meet(between, window))) return { kind: 'absent' }
  const ownTurns = turnsOn(roster, day).filter((turn) => turn.worker === worker && meet(turn, window))
  return ownTurns.some((turn) => turn.role === 'first' || window.role === 'backup') ? { kind: 'already-on-line' } : null
}

/** The roster with a change appended and old ones removed; null when it is full. */
export function withAnother(roster: DutyRoster, change: DutyChange, now: Date): DutyRoster | null {
  const kept = pruned(roster, dayOf(now))
  return kept.changes.length >= rosterHolds.changes ? null : { ...kept, changes: [...kept.changes, change] }
}

function changed(roster: DutyRoster, request: DutyChange, now: Date): ChangeOutcome {
  const { id, day, to, role, leaves, takes, why, by } = request
  if (isOver(request, now)) return { kind: 'too-late' }
  if (leaves === takes) return { kind: 'nothing-changes' }
  const window = { day, from: day === dayOf(now) && request.from < clockOf(now) ? clockOf(now) : request.from, to, role }
  const leaving = leaves === null ? null : turnThatHolds(roster, leaves, window)
  if (leaves !== null && leaving === null) return { kind: 'not-there' }
  const refusal = takes === null ? null : whyNot(roster, takes, window)
  if (refusal) return refusal
  const change: DutyChange = { id, ...window, team: leaving === null ? request.team : leaving.team, leaves, takes, why, by }
  const after = withAnother(roster, change, now)
  return after === null ? { kind: 'full' } : { kind: 'changed', roster: after, change }
}

function lostBy(roster: DutyRoster, { absence, today }: { absence: Absence; today: Day }): DutyTurn[] {
  const lost: DutyTurn[] = []
  let day = absence.from < today ? today : absence.from
  for (let days = 0; day <= absence.to && days < longestLookAhead; days += 1) {
    const ownTurns = turnsOn(roster, day).filter((turn) => turn.worker === absence.worker)
    lost.push(...ownTurns.filter((turn) => absence.between === null || meet(turn, absence.between)))
    day = addDays(day, 1)
  }
  return lost
}

function meet(one: { from: Clock; to: Clock }, other: { from: Clock; to: Clock }): boolean {
  return one.from < other.to && other.from < one.to
}
