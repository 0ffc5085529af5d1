import Holidays from 'date-holidays'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { Day } from '../../../shared/domain/time/day.ts'
import { addDays, instantOf } from '../../../shared/domain/time/brussels-time.ts'
import { nextOpening, openingAt, spansOn } from '../../../shared/domain/hours/opening-hours.ts'
import type { OpeningHours } from '../../../shared/domain/regions/region.ts'
import { openRegions } from '../../../shared/domain/regions/region.ts'
import { regions } from '../../../shared/domain/regions/regions.ts'
import { oost } from '../../support/people/make.ts'

// Independent sources to compare with our own calculation: date-holidays for the holidays, Temporal for the time in Brussels.
const calendar = new Holidays('BE', 'VLG')
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const [first, last] = [Temporal.PlainDate.from('2026-01-01'), Temporal.PlainDate.from('2036-12-31')]

type Opening = { opens: number; closes: number }

function publicHolidays(flemishFeast: boolean): Set<string> {
  const days = new Set<string>()
  for (let year = first.year; year <= last.year; year += 1) {
    for (const { type, date } of calendar.getHolidays(year)) if (type === 'public') days.add(date.slice(0, 10))
    if (flemishFeast) days.add(`${year}-07-11`)
    else days.delete(`${year}-07-11`)
  }
  return days
}

function openingsByOracle(hours: OpeningHours): Opening[] {
  const shut = publicHolidays(hours.flemishFeast)
  const found: Opening[] = []
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const text = day.toString()
    if (shut.has(text) || hours.closures.some(({ from, to }) => from <= text && text <= to)) continue
    const momentOf = (clock: string) =>
      day.toZonedDateTime({ timeZone: 'Europe/Brussels', plainTime: Temporal.PlainTime.from(clock) }).epochMilliseconds
    for (const { from, to } of hours.week[weekdays[day.dayOfWeek - 1]!] ?? []) found.push({ opens: momentOf(from), closes: momentOf(to) })
  }
  return found
}

function openingsByDomain(hours: OpeningHours): Opening[] {
  const found: Opening[] = []
  for (let day = Day.parse('2026-01-01'); day <= '2036-12-31'; day = addDays(day, 1)) {
    for (const { from, to } of spansOn(hours, day)) {
      found.push({ opens: instantOf(day, from).getTime(), closes: instantOf(day, to).getTime() })
    }
  }
  return found
}

const split: OpeningHours = {
  week: {
    mon: [
      { from: '08:30', to: '12:00' },
      { from: '13:00', to: '19:30' },
    ],
    sat: [{ from: '10:00', to: '12:00' }],
  },
  flemishFeast: false,
  closures: [{ from: '2026-12-24', to: '2027-01-03', reason: 'winter' }],
}
const lines = [...openRegions(regions).map(({ id, hours }) => [id, hours] as const), ['a line with several spans a day', split] as const]

describe.each(lines)('from 2026 to 2036, %s', (_, hours) => {
  const expected = openingsByOracle(hours)

  it('opens and closes when another calendar and clock say', () => {
    expect(openingsByDomain(hours)).toEqual(expected)
  })

  it('is closed until each opening, open up to each closing, and closed from then', () => {
    const wrong = expected.filter(({ opens, closes }, place) => {
      const next = expected[place + 1]
      const minuteBefore = openingAt(hours, new Date(opens - 60_000))
      const lastMinute = openingAt(hours, new Date(closes - 60_000))
      const after = openingAt(hours, new Date(closes))
      const isRight =
        minuteBefore.kind === 'closed' &&
        minuteBefore.opensAt?.getTime() === opens &&
        openingAt(hours, new Date(opens)).kind === 'open' &&
        lastMinute.kind === 'open' &&
        lastMinute.closesAt.getTime() === closes &&
        after.kind === 'closed' &&
        (next === undefined || after.opensAt?.getTime() === next.opens)
      return !isRight
    })
    expect(wrong.map(({ opens }) => new Date(opens).toISOString())).toEqual([])
  })
})

describe('from 2026 to 2036, a line that is open at night', () => {
  it('opens and closes by the wall clock, also where clocks change', () => {
    const spans = [
      { from: '01:30', to: '02:30' },
      { from: '02:45', to: '04:00' },
    ] as const
    const night: OpeningHours = { ...split, week: { sun: [...spans] } }
    expect(openingsByDomain(night)).toEqual(openingsByOracle(night))
  })
})

describe('the oracle', () => {
  it.each([
    [
      'a closing day that one of them does not know',
      { ...oost.hours, closures: [{ from: '2031-03-05', to: '2031-03-05', reason: 'dag' }] },
    ],
    ['an hour too late', { ...oost.hours, week: { ...oost.hours.week, wed: [{ from: '10:00', to: '17:00' }] } }],
    ['11 July left out', { ...oost.hours, flemishFeast: false }],
  ] as [string, OpeningHours][])('sees %s', (_, wrong) => {
    expect(openingsByDomain(wrong)).not.toEqual(openingsByOracle(oost.hours))
  })

  it('has a next opening after each New Year', () => {
    const openings = openingsByOracle(oost.hours)
    for (let year = 2026; year <= 2036; year += 1) {
      const newYear = instantOf(Day.parse(`${year}-01-01`), '00:00')
      expect(nextOpening(oost.hours, newYear)?.getTime()).toBe(openings.find(({ opens }) => opens >= newYear.getTime())?.opens)
    }
  })
})
