import { addMonths as monthsAdded } from 'date-fns/addMonths'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { getTimezoneOffset } from 'date-fns-tz/getTimezoneOffset'
import type { Clock, Day } from './day.ts'

export type { Clock, Day }

// The only file that names the time zone. Of date-fns-tz only the offset at noon is used: its conversions to and from wall time read the
// host's time zone, and differ between hosts near a change of the clocks.
/** The time zone as calendars and Connect write it. */
export const zone = 'Europe/Brussels'

const hourMilliseconds = 3_600_000
const dayMilliseconds = 86_400_000

/** The weekdays, from Monday. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
/** One of `weekdays`. */
export type Weekday = (typeof weekdays)[number]

/**
 * The Brussels day of an instant.
 * @example dayOf(new Date('2026-11-22T23:30:00Z')) // '2026-11-23'
 */
export function dayOf(at: Date): Day {
  return dayText(wallMilliseconds(at))
}

/**
 * The Brussels wall-clock time of an instant, to the minute.
 * @example clockOf(new Date('2026-11-22T23:30:00Z')) // '00:30'
 */
export function clockOf(at: Date): Clock {
  return new Date(wallMilliseconds(at)).toISOString().slice(11, 16) as Clock
}

/** The weekday of a calendar day. */
export function weekdayOf(day: Day): Weekday {
  const sundayFirst = new Date(midnightUtc(day)).getUTCDay()
  return weekdays[(sundayFirst + 6) % 7] as Weekday
}

/**
 * The day of a year, month (from 1) and date; values out of range carry over.
 * @example dayFrom(2026, 13, 1) // '2027-01-01'
 */
export function dayFrom(year: number, month: number, date: number): Day {
  return dayText(Date.UTC(year, month - 1, date))
}

/** The day a number of days later, or earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return dayText(midnightUtc(day) + days * dayMilliseconds)
}

/** How many days `to` comes after `from`; negative when it comes before. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(hostNoonOf(to), hostNoonOf(from))
}

/**
 * The same date a number of months later, or the last day of a shorter month.
 * @example addMonths('2026-01-31', 1) // '2026-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const later = monthsAdded(hostNoonOf(day), months)
  return dayFrom(later.getFullYear(), later.getMonth() + 1, later.getDate())
}

/**
 * The instant of a Brussels wall time. A time that spring skips is read as if the clocks had not changed yet (02:30 becomes 03:30); a time
 * that autumn repeats is the first of the two ("compatible" in Temporal).
 */
export function instantOf(day: Day, clock: Clock): Date {
  const asUtc = Date.parse(`${day}T${clock}:00Z`)
  const before = asUtc - offsetAt(asUtc - dayMilliseconds)
  const after = asUtc - offsetAt(asUtc + dayMilliseconds)
  const isThisWallTime = (instant: number) => instant + offsetAt(instant) === asUtc
  return new Date(!isThisWallTime(before) && isThisWallTime(after) ? after : before)
}

/** A moment as people say it: weekday and wall time, and whether it is today or tomorrow. */
export type WallMoment = { day: Day; weekday: Weekday; clock: Clock; away: 'today' | 'tomorrow' | 'later' }

/** A moment as people in Brussels say it, relative to `now`; a past day is `later` too, and is named by its date. */
export function wallMomentOf(at: Date, now: Date): WallMoment {
  const day = dayOf(at)
  const today = dayOf(now)
  const away = day === today ? 'today' : day === addDays(today, 1) ? 'tomorrow' : 'later'
  return { day, weekday: weekdayOf(day), clock: clockOf(at), away }
}

function wallMilliseconds(at: Date): number {
  return at.getTime() + offsetAt(at.getTime())
}

// In the European Union clocks change at 01:00 UTC (Directive 2000/84/EC), so the offset at noon holds from 01:00 UTC until the next 01:00
// UTC. The cache holds constant values only, so callers see a pure function.
const offsetByDay = new Map<number, number>()
const maxDaysCached = 1_000

function offsetAt(instant: number): number {
  const day = Math.floor((instant - hourMilliseconds) / dayMilliseconds)
  const cached = offsetByDay.get(day)
  if (cached !== undefined) return cached
  const offset = getTimezoneOffset(zone, new Date(day * dayMilliseconds + 12 * hourMilliseconds))
  if (offsetByDay.size >= maxDaysCached) offsetByDay.clear()
  offsetByDay.set(day, offset)
  return offset
}

// date-fns counts in the host's own days; noon exists on every one of them.
function hostNoonOf(day: Day): Date {
  return new Date(`${day}T12:00:00`)
}

function midnightUtc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayText(midnight: number): Day {
  return new Date(midnight).toISOString().slice(0, 10) as Day
}
