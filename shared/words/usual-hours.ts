import type { Clock, Weekday } from '../domain/time/brussels-time.ts'
import type { Language } from '../domain/regions/region.ts'
import { listed } from './types/moment-parts.ts'
import type { WeekInWords } from './types/words.ts'

type Said = {
  days: Record<Weekday, string>
  workingWeek: string
  and: string
  clock(clock: Clock): string
  say(rows: string): string
  row: readonly [string, string]
}

const short = (clock: Clock, between: string) => `${Number(clock.slice(0, 2))}${clock.endsWith(':00') ? '' : `${between}${clock.slice(3)}`}`

const said: Record<Language, Said> = {
  nl: {
    days: { mon: 'maandag', tue: 'dinsdag', wed: 'woensdag', thu: 'donderdag', fri: 'vrijdag', sat: 'zaterdag', sun: 'zondag' },
    workingWeek: 'weekdagen',
    and: 'en',
    clock: (clock) => `${short(clock, '.')} uur`,
    say: (rows) => `We zijn er gewoonlijk op ${rows}.`,
    row: ['van', 'tot'],
  },
  fr: {
    days: { mon: 'lundi', tue: 'mardi', wed: 'mercredi', thu: 'jeudi', fri: 'vendredi', sat: 'samedi', sun: 'dimanche' },
    workingWeek: 'jours ouvrables',
    and: 'et',
    clock: (clock) => short(clock, ' h ').replace(/^\d+$/, '$& h'),
    say: (rows) => `Nous sommes là d’habitude les ${rows}.`,
    row: ['de', 'à'],
  },
  en: {
    days: { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' },
    workingWeek: 'weekdays',
    and: 'and',
    clock: (clock) => clock,
    say: (rows) => `We are usually here on ${rows}.`,
    row: ['from', 'to'],
  },
}

/**
 * A region's weekly hours in writing: "We zijn er gewoonlijk op maandag en dinsdag van 10 uur tot 13 uur." Worked out when the pages are
 * built, so no page carries the three languages.
 */
export function usualHours(week: readonly WeekInWords[], language: Language): string {
  const { days, workingWeek, and, clock, say, row } = said[language]
  const rows = week.map((one) => {
    const onDays =
      one.days.join() === 'mon,tue,wed,thu,fri'
        ? workingWeek
        : listed(
            one.days.map((day) => days[day]),
            and,
          )
    return `${onDays} ${row[0]} ${clock(one.from)} ${row[1]} ${clock(one.to)}`
  })
  return say(listed(rows, and))
}
