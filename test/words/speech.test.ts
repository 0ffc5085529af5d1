import { describe, expect, it } from 'vitest'
import { Clock } from '../../shared/domain/time/day.ts'
import { weekdays, type WallMoment, wallMomentOf } from '../../shared/domain/time/brussels-time.ts'
import * as english from '../../shared/words/en/speech.ts'
import * as french from '../../shared/words/fr/speech.ts'
import * as dutch from '../../shared/words/nl/speech.ts'
import { at } from '../support/time/at.ts'

const now = at('2026-11-24 10:30')
const moment = (text: string): WallMoment => wallMomentOf(at(text), now)

describe('a moment is said in', () => {
  it.each([
    ['Dutch', dutch, '2026-11-26 10:00', 'donderdag zesentwintig november om tien uur'],
    ['Dutch, today', dutch, '2026-11-24 14:00', 'vandaag om veertien uur'],
    ['Dutch, tomorrow', dutch, '2026-11-25 09:30', 'morgen om negen uur dertig'],
    ['Dutch, the first of a month', dutch, '2027-01-01 21:01', 'vrijdag één januari om eenentwintig uur één'],
    ['Dutch, with a trema', dutch, '2027-03-22 22:53', 'maandag tweeëntwintig maart om tweeëntwintig uur drieënvijftig'],
    ['French', french, '2026-11-26 10:00', 'jeudi vingt-six novembre à dix heures'],
    ['French, today', french, '2026-11-24 14:00', 'aujourd’hui à quatorze heures'],
    ['French, tomorrow', french, '2026-11-25 09:30', 'demain à neuf heures trente'],
    ['French, the first of a month', french, '2027-01-01 01:00', 'vendredi premier janvier à une heure'],
    ['French, with “et”', french, '2027-03-21 21:31', 'dimanche vingt et un mars à vingt et une heures trente et une'],
    ['French, midnight', french, '2027-08-31 00:20', 'mardi trente et un août à zéro heure vingt'],
    ['English', english, '2026-11-26 10:00', 'Thursday the twenty-sixth of November at ten o’clock in the morning'],
    ['English, today', english, '2026-11-24 14:05', 'today at two oh five in the afternoon'],
    ['English, tomorrow', english, '2026-11-25 09:30', 'tomorrow at nine thirty in the morning'],
    ['English, in the evening', english, '2027-01-20 18:45', 'Wednesday the twentieth of January at six forty-five in the evening'],
    ['English, midnight', english, '2027-01-30 00:00', 'Saturday the thirtieth of January at twelve o’clock in the morning'],
  ] as const)('%s', (_title, speech, text, said) => {
    expect(speech.spokenMoment(moment(text))).toBe(said)
  })
})

describe('a moment is written in', () => {
  it.each([
    ['Dutch', dutch, '2026-11-26 10:00', 'donderdag 26 november om 10 uur'],
    ['Dutch, today', dutch, '2026-11-24 14:00', 'vandaag om 14 uur'],
    ['Dutch, tomorrow', dutch, '2026-11-25 09:30', 'morgen om 9.30 uur'],
    ['French', french, '2026-11-26 10:00', 'jeudi 26 novembre à 10 h'],
    ['French, the first of a month', french, '2027-01-01 09:05', 'vendredi 1er janvier à 9 h 05'],
    ['French, tomorrow', french, '2026-11-25 09:30', 'demain à 9 h 30'],
    ['English', english, '2026-11-26 10:00', 'Thursday 26 November at 10:00'],
    ['English, today', english, '2026-11-24 14:00', 'today at 14:00'],
  ] as const)('%s', (_title, speech, text, written) => {
    expect(speech.writtenMoment(moment(text))).toBe(written)
  })
})

describe('every minute of the day', () => {
  const clocks = Array.from({ length: 24 * 60 }, (_, minute) =>
    Clock.parse(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`),
  )
  it.each([
    ['Dutch', dutch],
    ['French', french],
    ['English', english],
  ])('is said in %s in words of its own', (_language, speech) => {
    const said = clocks.map((clock) => speech.spokenClock(clock))
    expect(new Set(said).size).toBe(clocks.length)
    for (const words of said) expect(words).toMatch(/^[\p{L}’ -]+$/u)
    expect(said.join()).not.toContain('undefined')
  })
})

describe('the opening hours are said', () => {
  const from = Clock.parse('10:00')
  const to = Clock.parse('13:00')
  const kempen = { days: ['mon', 'tue', 'thu'] as const, from, to }
  it.each([
    ['day by day', dutch, kempen, 'op maandag, dinsdag en donderdag, van tien uur tot dertien uur'],
    ['as weekdays', dutch, { ...kempen, days: weekdays.slice(0, 5) }, 'op weekdagen, van tien uur tot dertien uur'],
    ['for one day', dutch, { ...kempen, days: ['sat'] as const }, 'op zaterdag, van tien uur tot dertien uur'],
    ['in French', french, kempen, 'le lundi, le mardi et le jeudi, de dix heures à treize heures'],
    ['in French as weekdays', french, { ...kempen, days: weekdays.slice(0, 5) }, 'en semaine, de dix heures à treize heures'],
    [
      'in English',
      english,
      { ...kempen, days: ['sat', 'sun'] as const },
      'on Saturday and Sunday, from ten o’clock in the morning to one o’clock in the afternoon',
    ],
  ])('%s', (_title, speech, row, said) => {
    expect(speech.spokenHours(row)).toBe(said)
  })
})
