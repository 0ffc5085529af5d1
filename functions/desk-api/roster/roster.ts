import type { DeskAbsence, DeskRoster, DeskRosterDay, DeskSwap, DeskTurn, Named } from '../../../shared/contracts/roster/roster.ts'
import { addDays, type Day, dayOf, wallMomentOf, weekdayOf, weekdays } from '../../../shared/domain/time/brussels-time.ts'
import { type Absence, type DutyRoster, type DutyTurn, onDuty, turnsOn } from '../../../shared/domain/roster/duty-roster.ts'
import { holidayOn } from '../../../shared/domain/time/holidays.ts'
import { nextOnDuty } from '../../../shared/domain/roster/next-on-duty.ts'
import { openingAt, spansOn } from '../../../shared/domain/hours/opening-hours.ts'
import type { OpeningHours } from '../../../shared/domain/regions/region.ts'
import type { WorkerId } from '../../../shared/domain/ids.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import { isOver } from '../../../shared/domain/roster/roster-changes.ts'
import type { RosterGaps } from '../../../shared/domain/roster/roster-quality.ts'
import { gapsBetween } from '../../../shared/domain/roster/roster-quality.ts'
import type { Swap } from '../../../shared/domain/roster/swap.ts'
import { quality } from './roster-quality.ts'
import type { RosterView } from './roster-view.ts'
import { type Desk, namesIn } from '../desk/deps.ts'

/**
 * The roster from the Monday of the week of `from` (default: this week), for `weeks` weeks. A worker gets the swaps that they are part of
 * and no reasons of a colleague's absence; a coordinator gets all swaps, all reasons and the repeating turns.
 */
export async function rosterOverview(desk: Desk, asked: { from?: Day | undefined; weeks: number }): Promise<DeskRoster> {
  const { region } = desk.worker
  const [{ roster, version }, hours, open, seenBy] = await Promise.all([
    desk.rosters.versioned(region),
    desk.hours.hoursOf(region),
    desk.swaps.openSwaps(region),
    namer(desk),
  ])
  const seen: RosterView = { desk, roster, hours, name: seenBy.name }
  const today = dayOf(desk.now())
  const from = mondayOf(asked.from ?? today)
  const to = addDays(from, asked.weeks * 7 - 1)
  return {
    version,
    today,
    earlier: addDays(from, -7 * asked.weeks),
    later: addDays(to, 1),
    ...nowAndNext(seen),
    days: daysOf(seen, { from, to }),
    colleagues: seenBy.colleagues,
    swaps: open.map((swap) => deskSwap(seen, swap)).filter(({ mine, forMe, tookIt }) => mine || forMe || tookIt || isCoordinator(desk)),
    absences: roster.absences.filter((one) => one.from <= to && one.to >= from).map((one) => deskAbsence(seen, one)),
    quality: await quality(seen, { from, to }),
    shifts: isCoordinator(desk) ? roster.shifts : null,
  }
}

/** The name of any member of the region by id, and the workers who can take turns, by name. */
export async function namer(desk: Desk): Promise<{ name(worker: WorkerId): Named; colleagues: DeskRoster['colleagues'] }> {
  const names = await namesIn(desk)
  const workers = (await desk.workers.inRegion(desk.worker.region)).filter((worker) => worker.role === 'worker')
  return {
    name: (id) => ({ id, name: names.get(id) ?? id }),
    colleagues: workers.map(({ id, name, team }) => ({ id, name, team })).sort((one, other) => one.name.localeCompare(other.name)),
  }
}

export function isCoordinator(desk: Desk): boolean {
  return desk.worker.role === 'coordinator'
}

function nowAndNext({ desk, roster, hours, name }: RosterView): Pick<DeskRoster, 'now' | 'next'> {
  const now = desk.now()
  const { first, backup } = onDuty(roster, now)
  const next = nextOnDuty(roster, hours, now)
  return {
    now: { first: first.map(name), backup: backup.map(name), isOpen: openingAt(hours, now).kind === 'open' },
    next: next && { at: wallMomentOf(next.from, now), first: next.first.map(name) },
  }
}

function daysOf(seen: RosterView, { from, to }: { from: Day; to: Day }): DeskRosterDay[] {
  const gaps = gapsBetween(seen.roster, seen.hours, { from, to })
  const days: DeskRosterDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(oneDay(seen, day, gaps))
  return days
}

function oneDay(seen: RosterView, day: Day, gaps: RosterGaps): DeskRosterDay {
  const { desk, roster, hours } = seen
  const spans = spansOn(hours, day)
  const left = (of: RosterGaps[keyof RosterGaps]) =>
    of.filter((gap) => gap.day === day && !isOver({ ...gap, role: 'first' }, desk.now())).map((gap) => ({ from: gap.from, to: gap.to }))
  return {
    day,
    weekday: weekdayOf(day),
    spans: [...spans],
    closed: spans.length > 0 ? null : whyClosed(hours, day),
    turns: openTurnsOn(roster, hours, day).map((turn) => deskTurn(seen, turn)),
    nobody: left(gaps.nobodyFirst),
    noBackup: left(gaps.noBackup),
  }
}

/** The turns of a day that overlap its opening hours: on a holiday the repeating turns stay in the roster, but nobody has to work them. */
export function openTurnsOn(roster: DutyRoster, hours: OpeningHours, day: Day): DutyTurn[] {
  const spans = spansOn(hours, day)
  return turnsOn(roster, day).filter((turn) => spans.some((span) => span.from < turn.to && turn.from < span.to))
}

function whyClosed(hours: OpeningHours, day: Day): DeskRosterDay['closed'] {
  if ((hours.week[weekdayOf(day)] ?? []).length === 0) return { kind: 'not-in-week' }
  const closure = hours.closures.find((one) => one.from <= day && day <= one.to)
  if (closure) return { kind: 'closing-day', reason: closure.reason }
  const holiday = holidayOn(day, hours.flemishFeast)
  return holiday ? { kind: 'holiday', holiday } : null
}

function deskTurn({ desk, name }: RosterView, turn: DutyTurn): DeskTurn {
  const { from, to, role, changed } = turn
  const team = openRegion(desk.worker.region)?.teams.find((one) => one.id === turn.team)?.name ?? null
  const worker = name(turn.worker)
  return { from, to, worker, role, team, changed, isMine: turn.worker === desk.worker.id, mayChange: !isOver(turn, desk.now()) }
}

function deskSwap({ desk, name }: RosterView, swap: Swap): DeskSwap {
  const { id, turn, wants, returns, asker, to, taker } = swap
  const me = desk.worker.id
  const state = swap.state === 'taken' ? 'taken' : 'asked'
  const mine = asker === me
  return {
    id,
    turn,
    wants,
    returns,
    asker: name(asker),
    to: to && name(to),
    taker: taker && name(taker),
    state,
    mine,
    forMe: state === 'asked' && !mine && !isCoordinator(desk) && (to === null || to === me),
    toAgree: mine && state === 'taken',
    tookIt: taker === me && state === 'taken',
  }
}

// The reason of an absence is shown only to the absent worker and to coordinators.
function deskAbsence({ desk, name }: RosterView, { id, worker, kind, from, to, between }: Absence): DeskAbsence {
  const mayKnow = worker === desk.worker.id || isCoordinator(desk)
  return { id, worker: name(worker), kind: mayKnow ? kind : null, from, to, between, mayRemove: mayKnow }
}

function mondayOf(day: Day): Day {
  return addDays(day, -weekdays.indexOf(weekdayOf(day)))
}
