import { type Day, dayFrom, daysBetween } from './brussels-time.ts'

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
// (domain sources, calendar): a switch per region.
const fixed: ReadonlyMap<string, Holiday> = new Map([
  ['01-01', 'new-year'],
  ['05-01', 'labour-day'],
  ['07-21', 'national-day'],
  ['08-15', 'assumption'],
  ['11-01', 'all-saints'],
  ['11-11', 'armistice'],
  ['12-25', 'christmas'],
])

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
  if (flemishFeast && date === '07-11') return 'flemish-feast'
  return fixed.get(date) ?? afterEaster.get(daysBetween(easterOf(Number(day.slice(0, 4))), day)) ?? null
}
