import { type Clock, type Day, type Weekday, weekdays } from '../../domain/time/brussels-time.ts'
import { fixedHolidays, moveableHolidays } from '../../domain/time/holidays.ts'
import type { OpeningHours } from '../../domain/regions/region.ts'

// Opening hours in the form of Connect's hours of operation, without its API. The template (infra) and `apply-hours` both build them from
// here, so that a deployment and a later change give the same result.

/** One time span of a weekday in Connect's weekly hours. */
export type WeekSlot = { day: ConnectDay; from: Clock; to: Clock }

/** An override that closes the line all day: on the days from `from` to `to`, or with `yearly` on one date of each year in that range. */
export type Closing = { name: string; from: Day; to: Day; yearly: { month: number; date: number } | null }

const connectDay = {
  mon: 'MONDAY',
  tue: 'TUESDAY',
  wed: 'WEDNESDAY',
  thu: 'THURSDAY',
  fri: 'FRIDAY',
  sat: 'SATURDAY',
  sun: 'SUNDAY',
} as const satisfies Record<Weekday, string>
type ConnectDay = (typeof connectDay)[Weekday]

/** The name prefix of the overrides that the template owns: the legal holidays. The prefix shows who may change an override. */
export const legalName = 'legal '
/** The name prefix of the overrides that `apply-hours` owns: the closings entered at the desk. */
export const deskName = 'desk '

/** Connect's quota of overrides for one hours-of-operation object (docs/connect.md 2, row 5). */
export const overridesAtMost = 50

// Connect requires an end date for a yearly override.
const lastYear = 2099

/** The weekly opening hours as Connect's time spans, from Monday on. */
export function weekSlots(week: OpeningHours['week']): WeekSlot[] {
  return weekdays.flatMap((day) => (week[day] ?? []).map(({ from, to }) => ({ day: connectDay[day], from, to })))
}

/** The template's closings: one yearly override per holiday on a fixed date, and one per year for each holiday that moves with Easter. */
export function legalClosings(years: readonly number[]): Closing[] {
  const first = Math.min(...years)
  const fixed = fixedHolidays(false).map(({ holiday, ...yearly }) => yearlyClosing(`${legalName}${holiday}`, first, yearly))
  const moveable = years.flatMap((year) =>
    moveableHolidays(year).map(({ holiday, day }) => ({ name: `${legalName}${year} ${holiday}`, from: day, to: day, yearly: null })),
  )
  return [...fixed, ...moveable]
}

/** A closing on one date of every year from `firstYear` on. */
export function yearlyClosing(name: string, firstYear: number, yearly: { month: number; date: number }): Closing {
  return { name, from: `${firstYear}-01-01` as Day, to: `${lastYear}-12-31`, yearly }
}

/** Whether a closing shuts the line on a day. */
export function closesOn({ from, to, yearly }: Closing, day: Day): boolean {
  if (day < from || to < day) return false
  return yearly === null || (Number(day.slice(5, 7)) === yearly.month && Number(day.slice(8)) === yearly.date)
}
