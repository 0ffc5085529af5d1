import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRoster, onDuty } from '../../../shared/domain/roster/duty-roster.ts'
import { nextOnDuty, nextTurnOf } from '../../../shared/domain/roster/next-on-duty.ts'
import { openingAt } from '../../../shared/domain/hours/opening-hours.ts'
import { at } from '../../support/time/at.ts'
import { fullRoster, makeAbsence, makeChange, makeRoster, makeShift, oost } from '../../support/people/make.ts'
import { lies, noor, sam, tuur } from '../../support/people/people.ts'

const morning = { from: '09:00', to: '13:00' } as const
const afternoon = { from: '13:00', to: '17:00' } as const
const roster = makeRoster(
  makeShift({ ...morning }),
  makeShift({ ...morning, worker: tuur, role: 'backup' }),
  makeShift({ ...afternoon, worker: sam }),
  makeShift({ on: 'thu', from: '08:00', to: '12:00', worker: lies }),
  makeShift({ on: 'fri', ...morning, worker: sam, everyWeeks: 2, startsOn: '2026-12-04' }),
)

describe('a worker’s next turn', () => {
  it.each([
    ['is the one she has now', noor, '2026-11-24 10:30', ['2026-11-24', '09:00']],
    ['is a week on when today’s is over', noor, '2026-11-24 13:00', ['2026-12-01', '09:00']],
    ['is later today', sam, '2026-11-24 10:30', ['2026-11-24', '13:00']],
    ['may be as backup', tuur, '2026-11-25 10:30', ['2026-12-01', '09:00']],
    ['may be weeks away', sam, '2026-12-02 10:30', ['2026-12-04', '09:00']],
  ] as const)('%s', (_title, worker, moment, [day, from]) => {
    expect(nextTurnOf(roster, worker, at(moment))).toMatchObject({ worker, day, from })
  })

  it('is none for who has none', () => {
    expect(nextTurnOf(roster, 'worker_nobody', at('2026-11-24 10:30'))).toBeNull()
  })

  it('is the one after her leave', () => {
    const away = { ...roster, absences: [makeAbsence({ to: '2026-12-07' })] }
    expect(nextTurnOf(away, noor, at('2026-11-24 08:00'))).toMatchObject({ day: '2026-12-08' })
  })
})

describe('next on the line is', () => {
  it.each([
    ['whoever takes over at one o’clock', '2026-11-24 10:30', [sam], '2026-11-24 13:00'],
    ['the first of today, before the line opens', '2026-11-24 08:00', [noor], '2026-11-24 09:00'],
    ['whoever has the line when it opens, though her turn begins before', '2026-11-24 13:00', [lies], '2026-11-26 09:00'],
    ['found behind a week’s end', '2026-11-26 09:00', [noor], '2026-12-01 09:00'],
  ])('%s', (_title, moment, first, from) => {
    expect(nextOnDuty(roster, oost.hours, at(moment))).toEqual({ first, from: at(from) })
  })

  it('not the same worker when her second turn begins', () => {
    const twice = makeRoster(makeShift(morning), makeShift({ ...afternoon }), makeShift({ from: '15:00', to: '17:00', worker: sam }))
    expect(nextOnDuty(twice, oost.hours, at('2026-11-24 10:30'))).toEqual({ first: [noor, sam], from: at('2026-11-24 15:00') })
  })

  it('whoever was put there for one day', () => {
    const changed = { ...roster, changes: [makeChange({ day: '2026-11-25', leaves: null, takes: tuur, why: 'extra' })] }
    expect(nextOnDuty(changed, oost.hours, at('2026-11-24 17:00'))).toEqual({ first: [tuur], from: at('2026-11-25 09:00') })
  })

  it('not on a holiday', () => {
    expect(nextOnDuty(fullRoster(), oost.hours, at('2026-12-24 17:00'))).toEqual({ first: [noor], from: at('2026-12-28 09:00') })
  })

  it('nobody when nobody ever comes', () => {
    expect(nextOnDuty(emptyRoster, oost.hours, at('2026-11-24 10:30'))).toBeNull()
  })

  it('always somebody who then has the open line', () => {
    const moments = fc.date({ min: at('2026-01-05 00:00'), max: at('2028-12-31 00:00'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (moment) => {
        const next = nextOnDuty(roster, oost.hours, moment)
        if (next === null) throw new Error('this roster always goes on')
        expect(next.from.getTime()).toBeGreaterThan(moment.getTime())
        expect(onDuty(roster, next.from).first).toEqual(next.first)
        expect(openingAt(oost.hours, next.from).kind).toBe('open')
      }),
      { numRuns: 50 },
    )
  })
})
