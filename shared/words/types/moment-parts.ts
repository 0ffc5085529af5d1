import type { Clock, Day } from '../../domain/time/brussels-time.ts'

/** The hour and minute of a wall time as numbers. */
export function hourAndMinute(clock: Clock): { hour: number; minute: number } {
  return { hour: Number(clock.slice(0, 2)), minute: Number(clock.slice(3, 5)) }
}

/** The numbers of a calendar day; the month counts from 1. */
export function yearMonthDate(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}

/** A list as "one, two and three", with the language's own word for "and". */
export function listed(items: readonly string[], and: string): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`
}
