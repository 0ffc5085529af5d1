import type { Clock, WallMoment, Weekday } from '../../domain/time/brussels-time.ts'
import { hourAndMinute, listed, yearMonthDate } from '../types/moment-parts.ts'
import type { WeekInWords } from '../types/words.ts'

// How Belgian French says and writes times and days. Spoken texts are words without digits.
const small = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
]
const tens = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante']
const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre']
const weekdays = {
  mon: 'lundi',
  tue: 'mardi',
  wed: 'mercredi',
  thu: 'jeudi',
  fri: 'vendredi',
  sat: 'samedi',
  sun: 'dimanche',
} as const satisfies Record<Weekday, string>

/** A number from 0 to 69 in words. */
export function numberInWords(number: number): string {
  const word = small[number]
  if (word !== undefined) return word
  const ten = tens[Math.floor(number / 10)] ?? ''
  const unit = number % 10
  if (unit === 0) return ten
  return unit === 1 ? `${ten} et un` : `${ten}-${small[unit]}`
}

/** "neuf heures trente". Hours and minutes are feminine: "une heure", "vingt et une heures". */
export function spokenClock(clock: Clock): string {
  const { hour, minute } = hourAndMinute(clock)
  const hours = `${feminine(hour)} ${hour < 2 ? 'heure' : 'heures'}`
  return minute === 0 ? hours : `${hours} ${feminine(minute)}`
}

/** "9 h 30". */
export function writtenClock(clock: Clock): string {
  const { hour, minute } = hourAndMinute(clock)
  return minute === 0 ? `${hour} h` : `${hour} h ${clock.slice(3)}`
}

/** "jeudi vingt-six novembre", "demain". */
export function spokenDayOf(at: WallMoment): string {
  const { month, date } = yearMonthDate(at.day)
  const spokenDate = date === 1 ? 'premier' : numberInWords(date)
  return nearby(at) ?? `${weekdays[at.weekday]} ${spokenDate} ${months[month - 1]}`
}

/** "jeudi vingt-six novembre à dix heures", "demain à dix heures". */
export function spokenMoment(at: WallMoment): string {
  return `${spokenDayOf(at)} à ${spokenClock(at.clock)}`
}

/** "jeudi 26 novembre", "demain". */
export function writtenDayOf(at: WallMoment): string {
  const { month, date } = yearMonthDate(at.day)
  const writtenDate = date === 1 ? '1er' : date
  return nearby(at) ?? `${weekdays[at.weekday]} ${writtenDate} ${months[month - 1]}`
}

/** "jeudi 26 novembre à 10 h". */
export function writtenMoment(at: WallMoment): string {
  return `${writtenDayOf(at)} à ${writtenClock(at.clock)}`
}

/** "le lundi, le mardi et le jeudi, de dix heures à treize heures". */
export function spokenHours(row: WeekInWords): string {
  const isWorkingWeek = row.days.join() === 'mon,tue,wed,thu,fri'
  const each = row.days.map((day) => `le ${weekdays[day]}`)
  const days = isWorkingWeek ? 'en semaine' : listed(each, 'et')
  return `${days}, de ${spokenClock(row.from)} à ${spokenClock(row.to)}`
}

function feminine(number: number): string {
  return numberInWords(number).replace(/un$/, 'une')
}

function nearby(at: WallMoment): string | null {
  if (at.away === 'today') return 'aujourd’hui'
  return at.away === 'tomorrow' ? 'demain' : null
}
