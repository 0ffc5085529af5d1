import type { Clock, WallMoment, Weekday } from '../../domain/time/brussels-time.ts'
import { hourAndMinute, listed, yearMonthDate } from '../types/moment-parts.ts'
import type { WeekInWords } from '../types/words.ts'

// How English says and writes times and days. Spoken texts are words without digits, on the twelve-hour clock.
const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ordinals = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
]
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const weekdays = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const satisfies Record<Weekday, string>

/** A number from 0 to 99 in words. */
export function numberInWords(number: number): string {
  const word = small[number]
  if (word !== undefined) return word
  const ten = tens[Math.floor(number / 10)] ?? ''
  return number % 10 === 0 ? ten : `${ten}-${small[number % 10]}`
}

/** "nine thirty in the morning". */
export function spokenClock(clock: Clock): string {
  const { hour, minute } = hourAndMinute(clock)
  const hours = numberInWords(hour % 12 === 0 ? 12 : hour % 12)
  const minutes = minute < 10 ? `oh ${numberInWords(minute)}` : numberInWords(minute)
  const partOfDay = hour < 12 ? 'in the morning' : hour < 18 ? 'in the afternoon' : 'in the evening'
  return `${hours} ${minute === 0 ? 'o’clock' : minutes} ${partOfDay}`
}

/** "Thursday the twenty-sixth of November", "tomorrow". */
export function spokenDayOf(at: WallMoment): string {
  const { month, date } = yearMonthDate(at.day)
  return at.away === 'later' ? `${weekdays[at.weekday]} the ${ordinal(date)} of ${months[month - 1]}` : at.away
}

/** "Thursday the twenty-sixth of November at ten o’clock in the morning". */
export function spokenMoment(at: WallMoment): string {
  return `${spokenDayOf(at)} at ${spokenClock(at.clock)}`
}

/** "Thursday 26 November", "tomorrow". */
export function writtenDayOf(at: WallMoment): string {
  const { month, date } = yearMonthDate(at.day)
  return at.away === 'later' ? `${weekdays[at.weekday]} ${date} ${months[month - 1]}` : at.away
}

/** "Thursday 26 November at 10:00". */
export function writtenMoment(at: WallMoment): string {
  return `${writtenDayOf(at)} at ${at.clock}`
}

/** "on Monday, Tuesday and Thursday, from ten o’clock in the morning to one o’clock in the afternoon". */
export function spokenHours(row: WeekInWords): string {
  const isWorkingWeek = row.days.join() === 'mon,tue,wed,thu,fri'
  const each = row.days.map((day) => weekdays[day])
  const days = isWorkingWeek ? 'weekdays' : listed(each, 'and')
  return `on ${days}, from ${spokenClock(row.from)} to ${spokenClock(row.to)}`
}

/** "on Thursday …", but "tomorrow …" without "on". */
export function onMoment(at: WallMoment, say: (at: WallMoment) => string): string {
  return at.away === 'later' ? `on ${say(at)}` : say(at)
}

function ordinal(date: number): string {
  const word = ordinals[date]
  if (word !== undefined) return word
  if (date % 10 === 0) return date === 20 ? 'twentieth' : 'thirtieth'
  return `${tens[Math.floor(date / 10)]}-${ordinals[date % 10]}`
}
