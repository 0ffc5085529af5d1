import { describe, expect, it } from 'vitest'
import { Day } from '../../../shared/domain/time/day.ts'
import { addDays, dayFrom, weekdayOf } from '../../../shared/domain/time/brussels-time.ts'
import { easterOf, fixedHolidays, holidayOn, holidaysOf, moveableHolidays } from '../../../shared/domain/time/holidays.ts'

// The ten legal holidays of 2026 to 2030, copied by hand from the published calendars, so that they do not depend on our own calculation.
const published = {
  'new-year': ['2026-01-01', '2027-01-01', '2028-01-01', '2029-01-01', '2030-01-01'],
  'easter-monday': ['2026-04-06', '2027-03-29', '2028-04-17', '2029-04-02', '2030-04-22'],
  'labour-day': ['2026-05-01', '2027-05-01', '2028-05-01', '2029-05-01', '2030-05-01'],
  ascension: ['2026-05-14', '2027-05-06', '2028-05-25', '2029-05-10', '2030-05-30'],
  'whit-monday': ['2026-05-25', '2027-05-17', '2028-06-05', '2029-05-21', '2030-06-10'],
  'national-day': ['2026-07-21', '2027-07-21', '2028-07-21', '2029-07-21', '2030-07-21'],
  assumption: ['2026-08-15', '2027-08-15', '2028-08-15', '2029-08-15', '2030-08-15'],
  'all-saints': ['2026-11-01', '2027-11-01', '2028-11-01', '2029-11-01', '2030-11-01'],
  armistice: ['2026-11-11', '2027-11-11', '2028-11-11', '2029-11-11', '2030-11-11'],
  christmas: ['2026-12-25', '2027-12-25', '2028-12-25', '2029-12-25', '2030-12-25'],
}

function holidaysIn(years: readonly number[], flemishFeast: boolean): [string, string][] {
  const found: [string, string][] = []
  for (const year of years) {
    for (let day = dayFrom(year, 1, 1); day < dayFrom(year + 1, 1, 1); day = addDays(day, 1)) {
      const holiday = holidayOn(day, flemishFeast)
      if (holiday) found.push([day, holiday])
    }
  }
  return found
}

describe('the holidays', () => {
  const years = [2026, 2027, 2028, 2029, 2030]
  const rows = Object.entries(published).flatMap(([holiday, days]) => days.map((day): [string, string] => [day, holiday]))
  const inOrder = (list: [string, string][]) => list.toSorted(([one], [other]) => (one < other ? -1 : 1))

  it('are those of the published calendars, and no other day', () => {
    expect(holidaysIn(years, false)).toEqual(inOrder(rows))
  })

  it('count 11 July where a region keeps it', () => {
    const feasts = years.map((year): [string, string] => [`${year}-07-11`, 'flemish-feast'])
    expect(holidaysIn(years, true)).toEqual(inOrder([...rows, ...feasts]))
  })

  it('of a year are the same, asked by the year', () => {
    for (const year of years) {
      expect(holidaysOf(year, false).map(({ day, holiday }) => [day, holiday])).toEqual(holidaysIn([year], false))
      expect(holidaysOf(year, true).map(({ day, holiday }) => [day, holiday])).toEqual(holidaysIn([year], true))
    }
  })

  it('stand on a date, or move with Easter', () => {
    expect(fixedHolidays(false)).toHaveLength(7)
    expect(fixedHolidays(true)).toContainEqual({ holiday: 'flemish-feast', month: 7, date: 11 })
    expect(moveableHolidays(2026).map(({ day }) => day)).toEqual(['2026-04-06', '2026-05-14', '2026-05-25'])
  })

  it('that fall on one day are one day off', () => {
    expect(holidaysOf(2008, false)).toHaveLength(9)
    expect(holidaysOf(2008, false)).toContainEqual({ day: '2008-05-01', holiday: 'labour-day' })
  })

  // The earliest and the latest possible Easter, and the two years in which the simple rule has an exception.
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('know Easter of %i', (year, day) => {
    expect(easterOf(year)).toBe(day)
    expect(weekdayOf(Day.parse(day))).toBe('sun')
  })
})
