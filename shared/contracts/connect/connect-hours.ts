import { type Clock, type Day, type Weekday, weekdays } from '../../domain/time/brussels-time.ts'
import { fixedHolidays, moveableHolidays } from '../../domain/time/holidays.ts'
import type { OpeningHours } from '../../domain/regions/region.ts'

// Opening hours as Connect holds them, without a word of its protocol: what the template plans and what is changed while the line runs must
// be the same thing.

/** One stretch of the week in Connect. */
export type WeekSlot = { day: ConnectDay; from: Clock; to: Clock }

/** An override that closes the line all day: on these days, or each year on one date between them. */
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

// Overrides have one owner each, told by how their name begins.
/** How the names of the template's overrides begin: the legal holidays. */
export const legalName = 'legal '
/** How the names of the desk's overrides begin: what may change. */
export const deskName = 'desk '

/** The quota of one hours-of-operation object. */
export const overridesAtMost = 50

// A date that comes back every year has to end some day; Connect asks for one.
const lastYear = 2099

/** The week as Connect holds it, in the order of the days. */
export function weekSlots(week: OpeningHours['week']): WeekSlot[] {
  return weekdays.flatMap((day) => (week[day] ?? []).map(({ from, to }) => ({ day: connectDay[day], from, to })))
}

/** The closings that the template holds: legal holidays on a date come back every year, those that move with Easter are named one by one. */
export function legalClosings(years: readonly number[]): Closing[] {
  const first = Math.min(...years)
  const fixed = fixedHolidays(false).map(({ holiday, ...yearly }) => yearlyClosing(`${legalName}${holiday}`, first, yearly))
  const moveable = years.flatMap((year) =>
    moveableHolidays(year).map(({ holiday, day }) => ({ name: `${legalName}${year} ${holiday}`, from: day, to: day, yearly: null })),
  )
  return [...fixed, ...moveable]
}

/** A closing on one date of every year from a first one on. */
export function yearlyClosing(name: string, firstYear: number, yearly: { month: number; date: number }): Closing {
  return { name, from: `${firstYear}-01-01` as Day, to: `${lastYear}-12-31`, yearly }
}

/** Whether a closing shuts the line on a day. */
export function closesOn({ from, to, yearly }: Closing, day: Day): boolean {
  if (day < from || to < day) return false
  return yearly === null || (Number(day.slice(5, 7)) === yearly.month && Number(day.slice(8)) === yearly.date)
}
