import type { Clock, Day } from './day.ts'

export type { Clock, Day }

// The only file that knows where Brussels is. Of the platform's own calendar we ask one thing, the offset of an instant ("GMT+02:00"), which
// does not depend on the host's clock; a library for it takes a second to load and comes to the same.
/** The zone as calendars and Connect write it. */
export const zone = 'Europe/Brussels'

const minuteMilliseconds = 60_000
const hourMilliseconds = 3_600_000
const dayMilliseconds = 86_400_000

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** The Brussels day of an instant. */
export function dayOf(at: Date): Day {
  return dayText(wallMilliseconds(at))
}

/** The Brussels wall-clock time of an instant, to the minute. */
export function clockOf(at: Date): Clock {
  return new Date(wallMilliseconds(at)).toISOString().slice(11, 16) as Clock
}

/** The weekday of a calendar day. */
export function weekdayOf(day: Day): Weekday {
  const sundayFirst = new Date(midnightUtc(day)).getUTCDay()
  return weekdays[(sundayFirst + 6) % 7] as Weekday
}

/**
 * The day with this year, month (from 1) and date; a number too large runs on into the next.
 * @example dayFrom(2026, 13, 1) // '2027-01-01'
 */
export function dayFrom(year: number, month: number, date: number): Day {
  return dayText(Date.UTC(year, month - 1, date))
}

/** The day a number of days later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  return dayText(midnightUtc(day) + days * dayMilliseconds)
}

/** How many days after `from` a day comes; negative when it comes before. */
export function daysBetween(from: Day, to: Day): number {
  return (midnightUtc(to) - midnightUtc(from)) / dayMilliseconds
}

/** The day a number of months later; 31 January + 1 is the last day of February. */
export function addMonths(day: Day, months: number): Day {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7)) + months
  const lastDate = Number(dayFrom(year, month + 1, 0).slice(8))
  return dayFrom(year, month, Math.min(Number(day.slice(8)), lastDate))
}

/**
 * The instant of a Brussels wall time. In the hour that spring skips it is the moment as if the clock had not yet changed (02:30 → 03:30);
 * in the hour that autumn repeats it is the first of the two (Temporal's "compatible").
 */
export function instantOf(day: Day, clock: Clock): Date {
  const asUtc = Date.parse(`${day}T${clock}:00Z`)
  const before = asUtc - offsetAt(asUtc - dayMilliseconds)
  const after = asUtc - offsetAt(asUtc + dayMilliseconds)
  const isThisWallTime = (instant: number) => instant + offsetAt(instant) === asUtc
  return new Date(!isThisWallTime(before) && isThisWallTime(after) ? after : before)
}

/** A moment as people say it: a weekday and a wall time, and whether it is today or tomorrow seen from now. */
export type WallMoment = { day: Day; weekday: Weekday; clock: Clock; away: 'today' | 'tomorrow' | 'later' }

/** The moment as people in Brussels say it, seen from `now`; a day gone by is `later` too: it is told by its date. */
export function wallMomentOf(at: Date, now: Date): WallMoment {
  const day = dayOf(at)
  const today = dayOf(now)
  const away = day === today ? 'today' : day === addDays(today, 1) ? 'tomorrow' : 'later'
  return { day, weekday: weekdayOf(day), clock: clockOf(at), away }
}

function wallMilliseconds(at: Date): number {
  return at.getTime() + offsetAt(at.getTime())
}

// Asking takes microseconds and clocks change on a whole hour of UTC, so an answer is kept for its hour. Only ever the same answer: pure from outside.
const offsetWriter = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
const offsetByHour = new Map<number, number>()
const hoursKept = 1_000

function offsetAt(instant: number): number {
  const hour = Math.floor(instant / hourMilliseconds)
  const kept = offsetByHour.get(hour)
  if (kept !== undefined) return kept
  const [, hours = '', minutes = ''] = offsetWriter.format(instant).split(/GMT|:/)
  const offset = Number(hours) * hourMilliseconds + Number(minutes) * minuteMilliseconds
  if (offsetByHour.size >= hoursKept) offsetByHour.clear()
  offsetByHour.set(hour, offset)
  return offset
}

function midnightUtc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayText(midnight: number): Day {
  return new Date(midnight).toISOString().slice(0, 10) as Day
}
