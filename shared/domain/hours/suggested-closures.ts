import { addDays, type Day, dayFrom, weekdayOf } from '../time/brussels-time.ts'
import { type Holiday, holidayOn } from '../time/holidays.ts'
import { spansOn } from './opening-hours.ts'
import type { OpeningHours } from '../regions/region.ts'

/** Days on which many services close: suggested to the coordinator, never filled in automatically. */
export type SuggestedClosure = { kind: 'christmas'; from: Day; to: Day } | { kind: 'bridging-day'; from: Day; to: Day; after: Holiday }

/**
 * The closing days of a year that a coordinator may want and has not entered: each bridging day (an opening day between a holiday and a
 * weekend), and 26 to 31 December unless a closure covers a part of it. Nothing is suggested where the line is closed anyway.
 */
export function suggestedClosures(year: number, hours: OpeningHours): SuggestedClosure[] {
  const found: SuggestedClosure[] = []
  const christmas = { from: dayFrom(year, 12, 26), to: dayFrom(year, 12, 31) }
  for (let day = dayFrom(year, 1, 1); day < christmas.from; day = addDays(day, 1)) {
    const after = bridgeTo(day, hours.flemishFeast)
    if (after && isOpenOn(hours, day)) found.push({ kind: 'bridging-day', from: day, to: day, after })
  }
  const decided = hours.closures.some((closure) => closure.from <= christmas.to && christmas.from <= closure.to)
  return decided || !opensBetween(hours, christmas) ? found : [...found, { kind: 'christmas', ...christmas }]
}

function bridgeTo(day: Day, flemishFeast: boolean): Holiday | null {
  const weekday = weekdayOf(day)
  if (weekday === 'fri') return holidayOn(addDays(day, -1), flemishFeast)
  return weekday === 'mon' ? holidayOn(addDays(day, 1), flemishFeast) : null
}

function isOpenOn(hours: OpeningHours, day: Day): boolean {
  return spansOn(hours, day).length > 0
}

function opensBetween(hours: OpeningHours, { from, to }: { from: Day; to: Day }): boolean {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isOpenOn(hours, day)) return true
  }
  return false
}
