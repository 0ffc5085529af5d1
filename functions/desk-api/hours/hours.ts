import type { DeskHours, HoursSaved, SaveHours } from '../../../shared/contracts/hours/hours.ts'
import { addDays, type Day, dayOf, instantOf, weekdayOf } from '../../../shared/domain/time/brussels-time.ts'
import { turnsOn } from '../../../shared/domain/roster/duty-roster.ts'
import { holidaysOf } from '../../../shared/domain/time/holidays.ts'
import { hoursFrom, hoursProblems } from '../../../shared/domain/hours/hours-problems.ts'
import { spansOn } from '../../../shared/domain/hours/opening-hours.ts'
import type { OpeningHours } from '../../../shared/domain/regions/region.ts'
import { suggestedClosures } from '../../../shared/domain/hours/suggested-closures.ts'
import type { VersionedHours } from '../../../shared/storage/hours/hours.ts'
import { startNow } from '../desk/publish-change.ts'
import type { Desk } from '../desk/deps.ts'

// Days ahead in which `inNewClosings` looks for turns and call-backs: a choice of this project, as closing days are planned about a year
// ahead.
const daysLookedAhead = 400

/** The stored opening hours, with the coming holidays and the closing days that we suggest for this year and the next. */
export async function openingHours(desk: Desk): Promise<DeskHours> {
  return deskHours(desk, await desk.hours.versioned(desk.worker.region))
}

/**
 * Saves consistent opening hours if nobody saved others since `version` was read, and starts `apply-hours`, which copies them to Connect.
 * Hours that contradict themselves come back with every problem, and nothing is written.
 */
export async function saveOpeningHours(desk: Desk, { version, hours: typed }: SaveHours): Promise<HoursSaved> {
  const { region } = desk.worker
  const problems = hoursProblems(typed, dayOf(desk.now()))
  if (problems.length > 0) return { kind: 'contradicts', problems }
  const before = await desk.hours.versioned(region)
  const after = hoursFrom(typed)
  if (before.version !== version || (await desk.hours.save(region, after, version)) === 'stale')
    return { kind: 'stale', newer: await openingHours(desk) }
  const isLive = await startNow(desk, 'apply-hours')
  return { kind: 'saved', version: version + 1, isLive, inNewClosings: await fallingIn(desk, before.hours, after) }
}

function deskHours(desk: Desk, { hours, version }: VersionedHours): DeskHours {
  const today = dayOf(desk.now())
  const thisYear = Number(today.slice(0, 4))
  const years = [thisYear, thisYear + 1]
  return {
    version,
    hours,
    holidays: years
      .flatMap((year) => holidaysOf(year, hours.flemishFeast))
      .filter(({ day }) => day >= today)
      .map(({ day, holiday }) => ({ day, weekday: weekdayOf(day), holiday })),
    suggestions: years.map((year) => ({ year, closures: suggestedClosures(year, hours).filter((closure) => closure.to >= today) })),
  }
}

// Counts the turns and open promises on days that the new hours close. They are reported, not refused: closing such a day is the
// coordinator's decision, but the desk has to say who is affected.
async function fallingIn(desk: Desk, before: OpeningHours, after: OpeningHours): Promise<{ turns: number; callbacks: number }> {
  const { region } = desk.worker
  const today = dayOf(desk.now())
  const shut: Day[] = []
  for (let days = 0; days <= daysLookedAhead; days += 1) {
    const day = addDays(today, days)
    if (spansOn(before, day).length > 0 && spansOn(after, day).length === 0) shut.push(day)
  }
  if (shut.length === 0) return { turns: 0, callbacks: 0 }
  const [roster, entries] = await Promise.all([desk.rosters.rosterOf(region), desk.callbacks.ofRegion(region)])
  const isPromisedOn = (day: Day, from: Date, by: Date) => from < instantOf(addDays(day, 1), '00:00') && by > instantOf(day, '00:00')
  return {
    turns: shut.flatMap((day) => turnsOn(roster, day)).length,
    callbacks: entries.filter(({ entry: { state, promise } }) => {
      return state === 'open' && promise !== null && shut.some((day) => isPromisedOn(day, promise.from, promise.by))
    }).length,
  }
}
