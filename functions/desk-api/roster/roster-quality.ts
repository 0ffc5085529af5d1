import type { GapsLeft, WouldLeave } from '../../../shared/contracts/roster/roster-changes.ts'
import type { DeskGap, DeskQuality } from '../../../shared/contracts/roster/roster.ts'
import { addDays, dayOf, weekdayOf } from '../../../shared/domain/time/brussels-time.ts'
import type { DutyRoster } from '../../../shared/domain/roster/duty-roster.ts'
import type { OpeningHours } from '../../../shared/domain/regions/region.ts'
import { addAbsence, isOver, replace } from '../../../shared/domain/roster/roster-changes.ts'
import { setShifts } from '../../../shared/domain/roster/roster-pattern.ts'
import { closingDaysMissing, type DayRange, fairness, gapsBetween, type RosterGap } from '../../../shared/domain/roster/roster-quality.ts'
import type { RosterView } from './roster-view.ts'
import type { Desk } from '../desk/deps.ts'

// Weeks in which a proposed change is examined for gaps: a choice of this project, longer than the repeat of most patterns.
const weeksLookedAhead = 8
const minutesAnHour = 60

/** The quality of the roster in these days: opening hours without a first worker or a backup, and each worker's part of the hours. */
export async function quality({ desk, roster, hours, name }: RosterView, days: DayRange): Promise<DeskQuality> {
  const today = dayOf(desk.now())
  const workers = (await desk.workers.inRegion(desk.worker.region)).filter((worker) => worker.role === 'worker')
  return {
    gaps: deskGaps(desk, { roster, hours }, days),
    fairness: fairness({ roster, hours }, workers, days).map((one) => ({
      worker: name(one.worker),
      share: one.share,
      hours: one.minutes / minutesAnHour,
      fairHours: one.fairMinutes / minutesAnHour,
      unpopular: one.unpopular,
      fairUnpopular: one.fairUnpopular,
    })),
    closingDaysMissing: closingDaysMissing(hours, today),
  }
}

/**
 * The gaps that a change would add to those of the current roster; nothing is saved. A change that the rules refuse gives no gaps: the
 * answer to saving it gives the reason.
 */
export async function wouldLeave(desk: Desk, change: WouldLeave): Promise<GapsLeft> {
  const { region } = desk.worker
  const [roster, hours] = await Promise.all([desk.rosters.rosterOf(region), desk.hours.hoursOf(region)])
  const after = changedBy({ desk, roster, hours }, change)
  if (after === null) return { gaps: [] }
  const today = dayOf(desk.now())
  const days = { from: today, to: addDays(today, 7 * weeksLookedAhead) }
  const before = deskGaps(desk, { roster, hours }, days)
  return { gaps: deskGaps(desk, { roster: after, hours }, days).flatMap((gap) => withoutThose(gap, before)) }
}

type Standing = { desk: Desk; roster: DutyRoster; hours: OpeningHours }

function changedBy({ desk, roster, hours }: Standing, change: WouldLeave): DutyRoster | null {
  const now = desk.now()
  const outcome =
    'shifts' in change
      ? setShifts(roster, { shifts: change.shifts, hours }, now)
      : 'absence' in change
        ? addAbsence(roster, { ...change.absence, id: 'absence_looked-at' }, now)
        : replace(
            roster,
            { ...change.drop, id: 'change_looked-at', team: null, leaves: change.drop.worker, takes: null, by: desk.worker.id },
            now,
          )
  return outcome.kind === 'changed' ? outcome.roster : null
}

function deskGaps(desk: Desk, { roster, hours }: { roster: DutyRoster; hours: OpeningHours }, days: DayRange): DeskGap[] {
  const { nobodyFirst, noBackup } = gapsBetween(roster, hours, days)
  const as = (what: DeskGap['what']) => (gap: RosterGap) => ({ ...gap, weekday: weekdayOf(gap.day), what })
  const all = [...nobodyFirst.map(as('nobody')), ...noBackup.map(as('no-backup'))]
  return all.filter((gap) => !isOver({ ...gap, role: 'first' }, desk.now()))
}

function withoutThose(gap: DeskGap, those: readonly DeskGap[]): DeskGap[] {
  return those.reduce<DeskGap[]>((left, known) => left.flatMap((one) => cutOut(one, known)), [gap])
}

function cutOut(gap: DeskGap, known: DeskGap): DeskGap[] {
  if (gap.day !== known.day || gap.what !== known.what || known.to <= gap.from || gap.to <= known.from) return [gap]
  const pieces = [
    { ...gap, to: known.from },
    { ...gap, from: known.to },
  ]
  return pieces.filter((piece) => piece.from < piece.to)
}
