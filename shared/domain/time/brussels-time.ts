import { addMonths as monthsAdded } from 'date-fns/addMonths'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { getTimezoneOffset } from 'date-fns-tz/getTimezoneOffset'
import * as z from 'zod'

// The only file that knows where Brussels is. date-fns-tz is asked for one thing, the offset at noon of a day: its ways to and from wall time
// read the host's own clock, and near a change of the clocks they differ from host to host.
/** The zone as calendars and Connect write it. */
export const zone = 'Europe/Brussels'

const hourMilliseconds = 3_600_000
const dayMilliseconds = 86_400_000

/** A calendar day in Brussels, `2026-11-23`, that really exists. Never an instant: a day stored as an instant moves by one. */
export const Day = z
  .templateLiteral([z.string().regex(/^\d{4}$/), '-', z.string().regex(/^\d\d$/), '-', z.string().regex(/^\d\d$/)])
  .refine(isInCalendar, { message: 'no such day in the calendar' })
export type Day = z.infer<typeof Day>

/** A wall-clock time to the minute, `09:00`. Texts of this shape compare as times do. */
export const Clock = z.templateLiteral([z.string().regex(/^([01]\d|2[0-3])$/), ':', z.string().regex(/^[0-5]\d$/)])
export type Clock = z.infer<typeof Clock>

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
  return differenceInCalendarDays(hostNoonOf(to), hostNoonOf(from))
}

/** The day a number of months later; 31 January + 1 is the last day of February. */
export function addMonths(day: Day, months: number): Day {
  const later = monthsAdded(hostNoonOf(day), months)
  return dayFrom(later.getFullYear(), later.getMonth() + 1, later.getDate())
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

// In the European Union clocks change at 01:00 UTC (Directive 2000/84/EC), so an offset holds from one 01:00 UTC to the next, and noon is
// never near a change. Each answer is kept: only ever the same answer, so the function stays pure from outside.
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

// Days are compared as texts and counted on from: beyond four digits of a year the one is wrong and the other never ends.
const firstYear = '1000'
const lastYear = '9899'

function isInCalendar(text: string): boolean {
  const midnight = Date.parse(`${text}T00:00:00Z`)
  const year = text.slice(0, 4)
  return !Number.isNaN(midnight) && dayText(midnight) === text && firstYear <= year && year <= lastYear
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
