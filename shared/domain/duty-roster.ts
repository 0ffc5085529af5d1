import * as z from 'zod'
import { Clock, clockOf, Day, dayOf, weekdayOf, weekdays } from './brussels-time.ts'
import { WorkerId } from './ids.ts'

/** A turn on the line, every week on the same day, or on one date only; a dated turn replaces the week's turns of that day. */
export const DutyShift = z
  .strictObject({
    on: z.union([z.enum(weekdays), Day]),
    from: Clock,
    to: Clock,
    worker: WorkerId,
    role: z.enum(['first', 'backup']),
  })
  .refine((shift) => shift.from < shift.to, { message: 'a turn ends after it begins' })
export type DutyShift = z.infer<typeof DutyShift>

/** All turns of one region. */
export const DutyRoster = z.strictObject({ shifts: z.array(DutyShift).max(500) })
export type DutyRoster = z.infer<typeof DutyRoster>

/** Who has the line now: the first are asked at once, the backup a little later. */
export type OnDuty = { first: readonly WorkerId[]; backup: readonly WorkerId[] }

/** Who has the line at a moment. Somebody who is first and backup at once counts as first. */
export function onDuty(roster: DutyRoster, at: Date): OnDuty {
  const day = dayOf(at)
  const clock = clockOf(at)
  const dated = roster.shifts.filter((shift) => shift.on === day)
  const today = dated.length > 0 ? dated : roster.shifts.filter((shift) => shift.on === weekdayOf(day))
  const now = today.filter((shift) => shift.from <= clock && clock < shift.to)
  const first = workersOf(now, 'first')
  return { first, backup: workersOf(now, 'backup').filter((worker) => !first.includes(worker)) }
}

/** What a worker is to the line at a moment. */
export type DutyRole = 'on-duty' | 'backup' | 'off-duty'

/** The role one worker has now: it becomes her routing profile in Connect. */
export function dutyRoleOf(worker: WorkerId, duty: OnDuty): DutyRole {
  if (duty.first.includes(worker)) return 'on-duty'
  return duty.backup.includes(worker) ? 'backup' : 'off-duty'
}

function workersOf(shifts: readonly DutyShift[], role: DutyShift['role']): WorkerId[] {
  return [...new Set(shifts.filter((shift) => shift.role === role).map((shift) => shift.worker))]
}
