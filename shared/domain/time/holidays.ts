import { addDays, type Day, dayFrom, daysBetween } from './brussels-time.ts'

/** A day on which the line is closed because it is a holiday. */
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

// The ten Belgian legal holidays; 11 July is no legal holiday, but Flemish and local government close
// (docs/sources.md 6.2): a switch per region.
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

/** Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm of 1876, good for every year since 1583). */
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

/** A holiday that stands on the same date every year, with its month (from 1) and date; the Flemish feast among them where it is kept. */
export function fixedHolidays(flemishFeast: boolean): { holiday: Holiday; month: number; date: number }[] {
  const dates = [...fixed, ...(flemishFeast ? [flemishFeastDate] : [])]
  return dates.map(([date, holiday]) => ({ holiday, month: Number(date.slice(0, 2)), date: Number(date.slice(3)) }))
}

/** The holidays of a year that move with Easter. */
export function moveableHolidays(year: number): { holiday: Holiday; day: Day }[] {
  return [...afterEaster].map(([days, holiday]) => ({ holiday, day: addDays(easterOf(year), days) }))
}

/** The holidays of a year, in the order of the calendar. */
export function holidaysOf(year: number, flemishFeast: boolean): { holiday: Holiday; day: Day }[] {
  const onDates = fixedHolidays(flemishFeast).map(({ holiday, month, date }) => ({ holiday, day: dayFrom(year, month, date) }))
  // Once in a long while two fall on one day (Ascension on 1 May 2008): it is one day off.
  const byDay = new Map([...moveableHolidays(year), ...onDates].map((one) => [one.day, one]))
  return [...byDay.values()].sort((one, other) => one.day.localeCompare(other.day))
}
