import * as z from 'zod'
import { Clock, Day } from '../time/day.ts'
import { clockOf, daysBetween, dayOf, weekdayOf, weekdays } from '../time/brussels-time.ts'
import { AbsenceId, ChangeId, ShiftId, TeamId, WorkerId } from '../ids.ts'

const Window = z.strictObject({ from: Clock, to: Clock })
const endsAfterItBegins = { message: 'a turn ends after it begins' }

/** Contacts are offered to the worker who is `first` at once, to the `backup` a little later. */
export const TurnRole = z.enum(['first', 'backup'])
export type TurnRole = z.infer<typeof TurnRole>

/** A repeating turn: every week, or every `everyWeeks` weeks counted from the week of `startsOn`. */
export const DutyShift = z
  .strictObject({
    id: ShiftId,
    worker: WorkerId,
    role: TurnRole,
    /** The team whose chats are offered first in this turn; null for the worker's own team. */
    team: TeamId.nullable(),
    on: z.enum(weekdays),
    everyWeeks: z.int().min(1).max(12),
    startsOn: Day,
    /** The last day, included; null for no end. */
    until: Day.nullable(),
    ...Window.shape,
  })
  .refine((shift) => shift.from < shift.to, endsAfterItBegins)
export type DutyShift = z.infer<typeof DutyShift>

/** A change on one day. `takes` replaces `leaves`; without `leaves` a turn is added, without `takes` one is dropped. */
export const DutyChange = z
  .strictObject({
    id: ChangeId,
    day: Day,
    ...Window.shape,
    role: TurnRole,
    team: TeamId.nullable(),
    leaves: WorkerId.nullable(),
    takes: WorkerId.nullable(),
    why: z.enum(['swap', 'take-over', 'replaced', 'extra', 'dropped']),
    by: WorkerId,
  })
  .refine((change) => change.from < change.to, endsAfterItBegins)
  .refine((change) => change.leaves !== change.takes, { message: 'a change changes somebody' })
export type DutyChange = z.infer<typeof DutyChange>

/** A period in which a worker cannot be on duty: leave for whole days, or a home visit between two wall times of each day. */
export const Absence = z
  .strictObject({
    id: AbsenceId,
    worker: WorkerId,
    kind: z.enum(['leave', 'home-visit']),
    from: Day,
    to: Day,
    /** null for the whole day. */
    between: Window.refine((window) => window.from < window.to, endsAfterItBegins).nullable(),
  })
  .refine((absence) => absence.from <= absence.to, { message: 'an absence ends on or after its first day' })
export type Absence = z.infer<typeof Absence>

/** The limits of one roster: a full one stays below the 400 kB that DynamoDB allows for one item. */
export const rosterHolds = { shifts: 150, changes: 600, absences: 250 } as const

/** All turns of one region, with the changes and absences of single days. */
export const DutyRoster = z.strictObject({
  shifts: z.array(DutyShift).max(rosterHolds.shifts),
  changes: z.array(DutyChange).max(rosterHolds.changes),
  absences: z.array(Absence).max(rosterHolds.absences),
})
export type DutyRoster = z.infer<typeof DutyRoster>

/** A roster without turns. */
export const emptyRoster: DutyRoster = { shifts: [], changes: [], absences: [] }

/** One turn on one day, after all changes. `changed` is the kind of change that gave it to this worker; null for the pattern. */
export type DutyTurn = {
  day: Day
  from: Clock
  to: Clock
  worker: WorkerId
  role: TurnRole
  team: TeamId | null
  changed: DutyChange['why'] | null
}

/** Who is on duty: `first` is offered contacts at once, `backup` a little later. */
export type OnDuty = { first: readonly WorkerId[]; backup: readonly WorkerId[] }

/** The turns of a day sorted by start: the pattern, then the changes in the order they were made, without absent workers. */
export function turnsOn(roster: DutyRoster, day: Day): DutyTurn[] {
  const planned = roster.shifts.filter((shift) => comesOn(shift, day)).map((shift) => turnOf(shift, day))
  const changed = roster.changes.filter((change) => change.day === day).reduce(withChange, planned)
  const present = roster.absences.filter((absence) => absence.from <= day && day <= absence.to).reduce(without, changed)
  return present.sort((one, other) => one.from.localeCompare(other.from) || one.worker.localeCompare(other.worker))
}

/** Who is on duty at a moment. A worker who is first and backup at once counts as first. */
export function onDuty(roster: DutyRoster, at: Date): OnDuty {
  const clock = clockOf(at)
  const now = turnsOn(roster, dayOf(at)).filter((turn) => turn.from <= clock && clock < turn.to)
  const first = workersOf(now, 'first')
  return { first, backup: workersOf(now, 'backup').filter((worker) => !first.includes(worker)) }
}

/** The duty role of a worker at a moment. */
export type DutyRole = 'on-duty' | 'backup' | 'off-duty'

/** The duty role of one worker; it determines the routing profile in Connect. */
export function dutyRoleOf(worker: WorkerId, duty: OnDuty): DutyRole {
  if (duty.first.includes(worker)) return 'on-duty'
  return duty.backup.includes(worker) ? 'backup' : 'off-duty'
}

/** Whether a repeating turn falls on a day. */
export function comesOn({ on, startsOn, until, everyWeeks }: DutyShift, day: Day): boolean {
  if (on !== weekdayOf(day) || day < startsOn || (until !== null && day > until)) return false
  // Weeks are counted from Monday to Monday, so that two turns of one pattern stay in step whatever their weekday.
  const mondays = daysBetween(startsOn, day) + weekdays.indexOf(weekdayOf(startsOn)) - weekdays.indexOf(weekdayOf(day))
  return (mondays / 7) % everyWeeks === 0
}

function turnOf({ worker, role, team, from, to }: DutyShift, day: Day): DutyTurn {
  return { day, from, to, worker, role, team, changed: null }
}

function withChange(turns: DutyTurn[], change: DutyChange): DutyTurn[] {
  const { day, from, to, role, team, leaves, takes, why } = change
  const kept =
    leaves === null ? turns : turns.flatMap((turn) => (turn.worker === leaves && turn.role === role ? cut(turn, change) : [turn]))
  return takes === null ? kept : [...kept, { day, from, to, worker: takes, role, team, changed: why }]
}

function without(turns: DutyTurn[], { worker, between }: Absence): DutyTurn[] {
  return turns.flatMap((turn) => (turn.worker !== worker ? [turn] : between === null ? [] : cut(turn, between)))
}

// What is left of a turn without a window of time: nothing, one piece, or a piece on both sides.
function cut(turn: DutyTurn, { from, to }: { from: Clock; to: Clock }): DutyTurn[] {
  const before = { ...turn, to: from < turn.to ? from : turn.to }
  const after = { ...turn, from: to > turn.from ? to : turn.from }
  return [before, after].filter((piece) => piece.from < piece.to)
}

function workersOf(turns: readonly DutyTurn[], role: TurnRole): WorkerId[] {
  return [...new Set(turns.filter((turn) => turn.role === role).map((turn) => turn.worker))]
}
