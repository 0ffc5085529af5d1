import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { people } from '../../../infra/local/people/people.ts'
import { seedRoster } from '../../../infra/local/seeds.ts'
import { Clock } from '../../../shared/domain/time/day.ts'
import { addDays, type Day, instantOf } from '../../../shared/domain/time/brussels-time.ts'
import { emptyRoster, onDuty } from '../../../shared/domain/roster/duty-roster.ts'
import { openingAt } from '../../../shared/domain/hours/opening-hours.ts'
import { closingDaysMissing, fairness, gapsBetween } from '../../../shared/domain/roster/roster-quality.ts'
import { fullRoster, kempen, makeAbsence, makeChange, makeRoster, makeShift, oost } from '../../support/people/make.ts'
import { lies, noor, sam, tuur } from '../../support/people/people.ts'

const tuesday: Day = '2026-11-24'
const oneDay = { from: tuesday, to: tuesday }
const morning = { from: '09:00', to: '13:00' } as const
const afternoon = { from: '13:00', to: '17:00' } as const
const gap = (from: string, to: string) => ({ day: tuesday, from, to })

describe('a gap in the roster', () => {
  it.each([
    ['is none when somebody is first and somebody behind her', fullRoster(), [], []],
    ['is the whole day when nobody comes', emptyRoster, [gap('09:00', '17:00')], [gap('09:00', '17:00')]],
    ['is what a turn leaves', makeRoster(makeShift(morning)), [gap('13:00', '17:00')], [gap('09:00', '17:00')]],
    [
      'is one, however many turns of the backup lie in it',
      makeRoster(makeShift({ ...morning, role: 'backup' }), makeShift({ ...afternoon, worker: sam, role: 'backup' })),
      [gap('09:00', '17:00')],
      [],
    ],
    [
      'lies in the middle too',
      makeRoster(makeShift({ from: '09:00', to: '11:00' }), makeShift({ from: '12:30', to: '18:00', worker: sam })),
      [gap('11:00', '12:30')],
      [gap('09:00', '17:00')],
    ],
    [
      'is there when one worker is first and backup at once',
      makeRoster(makeShift(), makeShift({ role: 'backup' })),
      [],
      [gap('09:00', '17:00')],
    ],
    ['opens where somebody is away', { ...fullRoster(), absences: [makeAbsence({ between: morning })] }, [gap('09:00', '13:00')], []],
    ['closes when somebody is put there', { ...fullRoster(), changes: [makeChange({ takes: tuur })] }, [], []],
  ])('%s', (_title, roster, nobodyFirst, noBackup) => {
    expect(gapsBetween(roster, oost.hours, oneDay)).toEqual({ nobodyFirst, noBackup })
  })

  it.each([
    ['limburg-oost', oost],
    ['the Kempen', kempen],
  ] as const)('is never seen where there is none, from 2026 to 2028, in %s', (_title, region) => {
    const everybody = people.filter((person) => person.region === region.id)
    const days = { from: '2026-01-05', to: '2028-12-31' } as const
    expect(gapsBetween(seedRoster(region, everybody), region.hours, days)).toEqual({ nobodyFirst: [], noBackup: [] })
  })

  it.each([
    ['the weekend in which the clock goes forward', '2026-03-27', '2026-03-30', ['2026-03-27', '2026-03-30']],
    ['the weekend in which the clock goes back', '2026-10-23', '2026-10-26', ['2026-10-23', '2026-10-26']],
    ['a holiday', '2026-11-10', '2026-11-12', ['2026-11-10', '2026-11-12']],
    ['the feast of 11 July, on a weekday', '2028-07-10', '2028-07-12', ['2028-07-10', '2028-07-12']],
  ] as const)('of an empty roster is not on %s', (_title, from, to, days) => {
    expect(gapsBetween(emptyRoster, oost.hours, { from, to }).nobodyFirst).toEqual(days.map((day) => ({ day, from: '09:00', to: '17:00' })))
  })

  it('is not on a closing day', () => {
    const hours = { ...oost.hours, closures: [{ from: tuesday, to: tuesday, reason: 'studiedag' }] }
    expect(gapsBetween(emptyRoster, hours, oneDay)).toEqual({ nobodyFirst: [], noBackup: [] })
  })

  it('holds exactly the open minutes without anybody', () => {
    const days = fc.integer({ min: 0, max: 1_000 }).map((ahead) => addDays('2026-01-05', ahead))
    const clocks = fc.constantFrom('08:00', '09:00', '10:30', '12:00', '13:00', '16:00', '18:00')
    const shift = fc
      .record({ from: clocks, to: clocks, on: fc.constantFrom('mon', 'tue', 'thu', 'sun'), worker: fc.constantFrom(noor, sam, lies) })
      .filter((given) => given.from < given.to)
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 6 }), days, (given, day) => {
        const roster = makeRoster(...given.map((one) => makeShift({ ...one, everyWeeks: 2 })))
        const { nobodyFirst } = gapsBetween(roster, oost.hours, { from: day, to: day })
        for (let minute = 0; minute < 24 * 60; minute += 30) {
          const clock = new Date(minute * 60_000).toISOString().slice(11, 16)
          const moment = instantOf(day, Clock.parse(clock))
          const isGap = openingAt(oost.hours, moment).kind === 'open' && onDuty(roster, moment).first.length === 0
          expect(nobodyFirst.some(({ from, to }) => from <= clock && clock < to)).toBe(isGap)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the fair share', () => {
  const week = { from: '2026-11-23', to: '2026-11-29' } as const
  const twoWeeks = { from: '2026-11-23', to: '2026-12-06' } as const
  const at100 = { id: noor, share: 1 }
  const at50 = { id: sam, share: 0.5 }

  it('of a half-timer is half of a full-timer’s', () => {
    const roster = makeRoster(makeShift({ on: 'mon', ...morning }), makeShift({ on: 'mon', ...afternoon, worker: sam }), makeShift(morning))
    expect(fairness({ roster, hours: oost.hours }, [at100, at50], week)).toEqual([
      { worker: noor, share: 1, minutes: 480, fairMinutes: 480, minutesOff: 0, unpopular: 0, fairUnpopular: 0, unpopularOff: 0 },
      { worker: sam, share: 0.5, minutes: 240, fairMinutes: 240, minutesOff: 0, unpopular: 0, fairUnpopular: 0, unpopularOff: 0 },
    ])
  })

  it('counts Wednesday and Friday afternoons', () => {
    const roster = makeRoster(
      makeShift({ on: 'wed', ...afternoon }),
      makeShift({ on: 'fri', from: '09:00', to: '17:00' }),
      makeShift({ on: 'wed', ...morning, worker: sam }),
    )
    expect(fairness({ roster, hours: oost.hours }, [at100, at50], twoWeeks)).toMatchObject([
      { unpopular: 4, fairUnpopular: 4 * (1 / 1.5), minutesOff: 1440 - 1920 / 1.5 },
      { unpopular: 0, unpopularOff: -4 * (0.5 / 1.5) },
    ])
  })

  it('counts no turn outside opening hours, on a holiday, or as backup, and none twice', () => {
    const roster = makeRoster(
      makeShift({ on: 'wed', from: '07:00', to: '10:00' }),
      makeShift({ on: 'wed', from: '09:30', to: '10:00', id: 'shift_twice' }),
      makeShift({ on: 'thu', role: 'backup' }),
    )
    const hours = { ...oost.hours, closures: [{ from: '2026-12-02', to: '2026-12-02', reason: 'studiedag' }] } as const
    expect(fairness({ roster, hours: { ...hours, closures: [...hours.closures] } }, [at100], twoWeeks)).toMatchObject([{ minutes: 60 }])
    expect(fairness({ roster, hours: oost.hours }, [at100], { from: '2026-11-11', to: '2026-11-11' })).toMatchObject([{ minutes: 0 }])
  })

  it('of nobody, or of people without a share, is nothing', () => {
    expect(fairness({ roster: fullRoster(), hours: oost.hours }, [], week)).toEqual([])
    expect(fairness({ roster: fullRoster(), hours: oost.hours }, [{ id: noor, share: 0 }], week)).toMatchObject([
      { fairMinutes: 0, minutes: 2400 },
    ])
  })

  it('adds up: what one carries too much, the others carry too little', () => {
    const everybody = people.filter((person) => person.region === oost.id)
    const workers = everybody
      .filter((person) => person.role === 'worker')
      .map((person) => ({ id: person.worker, share: person.fullTimeShare }))
    const shares = fairness({ roster: seedRoster(oost, everybody), hours: oost.hours }, workers, { from: '2026-01-05', to: '2026-12-31' })
    expect(shares.reduce((sum, one) => sum + one.minutesOff, 0)).toBeCloseTo(0, 6)
    expect(shares.reduce((sum, one) => sum + one.unpopularOff, 0)).toBeCloseTo(0, 6)
  })
})

describe('next year’s closing days', () => {
  const closed = (from: Day, to: Day) => ({ ...oost.hours, closures: [{ from, to, reason: 'sluiting' }] })
  it.each([
    ['are not asked for in October', oost.hours, '2026-10-31', null],
    ['are asked for from the first of November', oost.hours, '2026-11-01', 2027],
    ['are asked for until the end of the year', oost.hours, '2026-12-31', 2027],
    ['are not asked for in January', oost.hours, '2027-01-01', null],
    ['are there when one is written down', closed('2027-12-24', '2027-12-31'), '2026-11-01', null],
    ['are not there by a Christmas closing that runs on', closed('2026-12-24', '2027-01-03'), '2026-11-01', 2027],
  ] as const)('%s', (_title, hours, today, year) => {
    expect(closingDaysMissing(hours, today)).toBe(year)
  })
})
