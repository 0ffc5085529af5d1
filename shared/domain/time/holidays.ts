import { addDays, type Day, dayFrom, daysBetween } from './brussels-time.ts'

/** A holiday on which the line is closed. */
export type Holiday =
  | 'new-year'
  | 'easter-monday'
  | 'labour-day'
  | 'ascension'
  | 'whit-monday'
  | 'national-day'
  | 'assumption'
  | 'all-saints'
  | 'armistice'
  | 'christmas'
  | 'flemish-feast'

// The ten Belgian legal holidays (docs/sources.md 6.1). 11 July is not one of them, but Flemish and local government close (docs/sources.md
// 6.2), so each region chooses.
const fixed: ReadonlyMap<string, Holiday> = new Map([
  ['01-01', 'new-year'],
  ['05-01', 'labour-day'],
  ['07-21', 'national-day'],
  ['08-15', 'assumption'],
  ['11-01', 'all-saints'],
  ['11-11', 'armistice'],
  ['12-25', 'christmas'],
])

const flemishFeastDate: [string, Holiday] = ['07-11', 'flemish-feast']

const afterEaster: ReadonlyMap<number, Holiday> = new Map([
  [1, 'easter-monday'],
  [39, 'ascension'],
  [50, 'whit-monday'],
])

/**
 * Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm of 1876, valid from 1583).
 * @example easterOf(2026) // '2026-04-05'
 */
export function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return dayFrom(year, Math.floor(f / 31), (f % 31) + 1)
}

/** The holiday on a day, or null. `flemishFeast` says whether 11 July counts. */
export function holidayOn(day: Day, flemishFeast: boolean): Holiday | null {
  const date = day.slice(5)
  if (flemishFeast && date === flemishFeastDate[0]) return flemishFeastDate[1]
  return fixed.get(date) ?? afterEaster.get(daysBetween(easterOf(Number(day.slice(0, 4))), day)) ?? null
}

/** The holidays with the same date every year, with month (from 1) and date; with the Flemish feast if the region keeps it. */
export function fixedHolidays(flemishFeast: boolean): { holiday: Holiday; month: number; date: number }[] {
  const dates = [...fixed, ...(flemishFeast ? [flemishFeastDate] : [])]
  return dates.map(([date, holiday]) => ({ holiday, month: Number(date.slice(0, 2)), date: Number(date.slice(3)) }))
}

/** The holidays of a year that move with Easter. */
export function moveableHolidays(year: number): { holiday: Holiday; day: Day }[] {
  return [...afterEaster].map(([days, holiday]) => ({ holiday, day: addDays(easterOf(year), days) }))
}

/** The holidays of a year, sorted by day. */
export function holidaysOf(year: number, flemishFeast: boolean): { holiday: Holiday; day: Day }[] {
  const onDates = fixedHolidays(flemishFeast).map(({ holiday, month, date }) => ({ holiday, day: dayFrom(year, month, date) }))
  // Two holidays can fall on one day (Ascension on 1 May 2008); it is listed once.
  const byDay = new Map([...moveableHolidays(year), ...onDates].map((one) => [one.day, one]))
  return [...byDay.values()].sort((one, other) => one.day.localeCompare(other.day))
}
