import type { Clock, Day, WallMoment, Weekday } from '../../domain/time/brussels-time.ts'
import { hourAndMinute, listed, yearMonthDate } from '../types/moment-parts.ts'
import type { WeekInWords } from '../types/words.ts'

// How Dutch says and writes times and days. A speech engine may read "17" differently, so spoken texts are words without digits.
const small = [
  'nul',
  'één',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
  'dertien',
  'veertien',
  'vijftien',
  'zestien',
  'zeventien',
  'achttien',
  'negentien',
]
const tens = ['', '', 'twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig']
const months = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']
const weekdays = {
  mon: 'maandag',
  tue: 'dinsdag',
  wed: 'woensdag',
  thu: 'donderdag',
  fri: 'vrijdag',
  sat: 'zaterdag',
  sun: 'zondag',
} as const satisfies Record<Weekday, string>

/** A number from 0 to 99 in words. */
export function numberInWords(number: number): string {
  const word = small[number]
  if (word !== undefined) return word
  const ten = tens[Math.floor(number / 10)] ?? ''
  const unit = number % 10
  if (unit === 0) return ten
  const first = unit === 1 ? 'een' : (small[unit] ?? '')
  return `${first}${first.endsWith('e') ? 'ën' : 'en'}${ten}`
}

/** "negen uur dertig". */
export function spokenClock(clock: Clock): string {
  const { hour, minute } = hourAndMinute(clock)
  return minute === 0 ? `${numberInWords(hour)} uur` : `${numberInWords(hour)} uur ${numberInWords(minute)}`
}

/** "9.30 uur". */
export function writtenClock(clock: Clock): string {
  const { hour, minute } = hourAndMinute(clock)
  return minute === 0 ? `${hour} uur` : `${hour}.${clock.slice(3)} uur`
}

/** "donderdag zesentwintig november", "morgen". */
export function spokenDayOf(at: WallMoment): string {
  const { month, date } = yearMonthDate(at.day)
  return nearby(at) ?? `${weekdays[at.weekday]} ${numberInWords(date)} ${months[month - 1]}`
}

/** "donderdag zesentwintig november om tien uur", "morgen om tien uur". */
export function spokenMoment(at: WallMoment): string {
  return `${spokenDayOf(at)} om ${spokenClock(at.clock)}`
}

/** "donderdag 26 november", "vandaag". */
export function writtenDayOf(at: WallMoment): string {
  const { month, date } = yearMonthDate(at.day)
  return nearby(at) ?? `${weekdays[at.weekday]} ${date} ${months[month - 1]}`
}

/** "donderdag 26 november om 10 uur", "vandaag om 14 uur". */
export function writtenMoment(at: WallMoment): string {
  return `${writtenDayOf(at)} om ${writtenClock(at.clock)}`
}

/** "op donderdag …", but "morgen …" without "op". */
export function onMoment(at: WallMoment, say: (at: WallMoment) => string): string {
  return at.away === 'later' ? `op ${say(at)}` : say(at)
}

/** "24 december 2026". */
export function writtenDay(day: Day): string {
  const { year, month, date } = yearMonthDate(day)
  return `${date} ${months[month - 1]} ${year}`
}

/** "op maandag, dinsdag en donderdag, van tien uur tot dertien uur". */
export function spokenHours(row: WeekInWords): string {
  const isWorkingWeek = row.days.join() === 'mon,tue,wed,thu,fri'
  const days = isWorkingWeek
    ? 'weekdagen'
    : listed(
        row.days.map((day) => weekdays[day]),
        'en',
      )
  return `op ${days}, van ${spokenClock(row.from)} tot ${spokenClock(row.to)}`
}

function nearby(at: WallMoment): string | null {
  if (at.away === 'today') return 'vandaag'
  return at.away === 'tomorrow' ? 'morgen' : null
}
