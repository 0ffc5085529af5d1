import { weekdays } from '../domain/time/brussels-time.ts'
import type { OpeningHours } from '../domain/regions/region.ts'
import type { WeekInWords } from './types/words.ts'

/** The week as it is spoken, days with the same hours together: `maandag, dinsdag en donderdag, van tien tot dertien uur`. */
export function weekInWords(week: OpeningHours['week']): WeekInWords[] {
  const rows = new Map<string, WeekInWords>()
  for (const day of weekdays) {
    for (const { from, to } of week[day] ?? []) {
      const days = rows.get(`${from}-${to}`)?.days ?? []
      rows.set(`${from}-${to}`, { days: [...days, day], from, to })
    }
  }
  return [...rows.values()]
}
