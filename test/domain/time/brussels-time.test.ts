import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as BrusselsTime from '../../../shared/domain/time/brussels-time.ts'
import { Clock, Day } from '../../../shared/domain/time/day.ts'
import { addDays, addMonths, dayFrom, daysBetween, wallMomentOf, weekdayOf } from '../../../shared/domain/time/brussels-time.ts'
import { at } from '../../support/time/at.ts'

const zone = 'Europe/Brussels'
const minute = 60_000

function clockChanges(): Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = []
  let next = Temporal.ZonedDateTime.from(`2020-01-01T00:00[${zone}]`).getTimeZoneTransition('next')
  while (next !== null && next.year <= 2040) {
    changes.push(next)
    next = next.getTimeZoneTransition('next')
  }
  return changes
}

const changes = clockChanges()
const wallAt = (instant: number) => {
  const wall = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime()
  return wall.toString({ smallestUnit: 'minute' })
}
const anyInstant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 11, 31) })

// The time zone of the machine must not matter. Node reads TZ again when it is set in the main thread of a process; the first test checks
// that it did. The module is imported again for each zone, because it caches offsets.
describe.each([
  ['UTC', 0],
  ['America/New_York', 300],
  ['Europe/Brussels', -60],
  ['Asia/Kolkata', -330],
  ['Pacific/Apia', -780],
] as const)('on a machine in %s', (host, minutesBehindUtc) => {
  let time: typeof BrusselsTime
  beforeEach(async () => {
    vi.stubEnv('TZ', host)
    vi.resetModules()
    time = await import('../../../shared/domain/time/brussels-time.ts')
  })
  afterEach(() => {
    vi.unstubAllEnvs()
  })
  const here = (instant: number) => `${time.dayOf(new Date(instant))}T${time.clockOf(new Date(instant))}`

  it('the machine itself keeps that zone', () => {
    expect(new Date('2026-01-15T12:00:00Z').getTimezoneOffset()).toBe(minutesBehindUtc)
  })

  it('the wall clock is right around every clock change', () => {
    expect(changes).toHaveLength(42)
    for (const { epochMilliseconds: change } of changes) {
      for (let away = -180; away <= 180; away += 15) {
        const instant = change + away * minute
        expect(here(instant)).toBe(wallAt(instant))
        expect(here(instant - 1)).toBe(wallAt(instant - 1))
      }
    }
  })

  it('every wall time around a clock change has its instant', () => {
    for (const { year, month, day } of changes) {
      for (let minutes = 0; minutes < 360; minutes += 15) {
        const clock = `0${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
        const date = time.dayFrom(year, month, day)
        expect(time.instantOf(date, Clock.parse(clock))).toEqual(at(`${date} ${clock}`))
      }
    }
  })

  it('any instant has the wall time that Temporal gives', () => {
    fc.assert(fc.property(anyInstant, (instant) => here(instant) === wallAt(instant)))
  })

  it('any wall time leads to its instant and back', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const [day = '', clock = ''] = wallAt(instant).split('T')
        const found = time.instantOf(Day.parse(day), Clock.parse(clock))
        expect(found).toEqual(at(`${day} ${clock}`))
        expect(here(found.getTime())).toBe(`${day}T${clock}`)
      }),
    )
  })
})

describe('the clock of Brussels', () => {
  it('stays right over more hours than it remembers', async () => {
    const { clockOf } = await import('../../../shared/domain/time/brussels-time.ts')
    for (let hour = 0; hour < 2_500; hour += 1) clockOf(new Date(Date.UTC(2026, 0, 1) + hour * 60 * minute))
    expect(clockOf(new Date('2026-01-01T09:00:00Z'))).toBe('10:00')
  })
})

describe('a day of the calendar', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-24', 1, '2026-12-24'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-02-28', 12, '2027-02-28'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(Day.parse(day), months)).toBe(expected)
  })

  it('is as many days later as was asked', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -800, max: 800 }), (instant, days) => {
        const plain = Temporal.PlainDate.from(wallAt(instant))
        const day = Day.parse(plain.toString())
        expect(addDays(day, days)).toBe(plain.add({ days }).toString())
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  it('runs on into the next month and year', () => {
    expect(dayFrom(2026, 13, 1)).toBe('2027-01-01')
    expect(dayFrom(2026, 3, 0)).toBe('2026-02-28')
  })

  const mistyped = ['2026-02-30', '2026-13-01', '2027-02-29', '2026-00-10', '2026-11-31', '26-11-23', '2026-1-1', '2026-11-23T10:00', '']
  it.each([...mistyped, '0000-01-01', '0999-12-31', '9900-01-01', '9999-12-31'])('is not %j', (text) => {
    expect(Day.safeParse(text).success).toBe(false)
  })

  it.each(['1000-01-01', '9899-12-31'])('is %j, and counts on from there', (text) => {
    const day = Day.parse(text)
    expect(daysBetween(addDays(day, -100), addDays(day, 100))).toBe(200)
  })

  it.each([
    ['2026-11-23', 'mon'],
    ['2026-11-24', 'tue'],
    ['2028-02-29', 'tue'],
    ['2026-11-28', 'sat'],
    ['2026-11-29', 'sun'],
  ])('%s is a %s', (day, weekday) => {
    expect(weekdayOf(Day.parse(day))).toBe(weekday)
  })
})

describe('a wall time', () => {
  it.each(['24:00', '9:00', '09:60', '09:00:00', '-1:00'])('is not %j', (text) => {
    expect(Clock.safeParse(text).success).toBe(false)
  })
})

describe('people say', () => {
  it.each([
    ['today for later this day', '2026-11-24 14:00', 'today'],
    ['tomorrow for the next morning', '2026-11-25 09:00', 'tomorrow'],
    ['the date for two days on', '2026-11-26 10:00', 'later'],
    ['the date for yesterday', '2026-11-23 10:00', 'later'],
  ])('%s', (_title, moment, away) => {
    const said = wallMomentOf(at(moment), at('2026-11-24 10:30'))
    expect(said).toMatchObject({ away, day: moment.slice(0, 10), clock: moment.slice(11) })
  })

  it('tomorrow across the clock change and the year', () => {
    expect(wallMomentOf(at('2026-10-25 09:00'), at('2026-10-24 23:30')).away).toBe('tomorrow')
    expect(wallMomentOf(at('2027-01-01 00:10'), at('2026-12-31 23:50')).away).toBe('tomorrow')
  })
})
