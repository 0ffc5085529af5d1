import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promiseFor } from '../../../shared/domain/callbacks/callback-promise.ts'
import { type DutyRoster, emptyRoster, onDuty } from '../../../shared/domain/roster/duty-roster.ts'
import { openingAt } from '../../../shared/domain/hours/opening-hours.ts'
import { at } from '../../support/time/at.ts'
import { fullRoster, kempen, makeAbsence, makeChange, makeRoster, makeShift, oost } from '../../support/people/make.ts'
import { noor, sam } from '../../support/people/people.ts'

const workingDays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const noorAllWeek = makeRoster(...workingDays.map((on) => makeShift({ on, from: '09:00', to: '17:00' })))
const morningsAndAfternoons = makeRoster(
  makeShift({ on: 'tue', from: '09:00', to: '13:00' }),
  makeShift({ on: 'tue', from: '13:00', to: '17:00', worker: sam }),
)
const noorOnLeave: DutyRoster = { ...noorAllWeek, absences: [makeAbsence({ worker: noor })] }
const samOnce: DutyRoster = {
  ...emptyRoster,
  changes: [makeChange({ day: '2026-11-26', leaves: null, takes: sam, from: '12:00', to: '14:00' })],
}

describe('a call back is promised', () => {
  it.each([
    ['for what is left of today', oost.hours, noorAllWeek, '2026-11-24 10:30', ['2026-11-24 10:30', '2026-11-24 17:00']],
    ['for the whole of today before it opens', oost.hours, noorAllWeek, '2026-11-24 07:00', ['2026-11-24 09:00', '2026-11-24 17:00']],
    ['with just half an hour left', oost.hours, noorAllWeek, '2026-11-24 16:30', ['2026-11-24 16:30', '2026-11-24 17:00']],
    ['for tomorrow with less', oost.hours, noorAllWeek, '2026-11-24 16:31', ['2026-11-25 09:00', '2026-11-25 17:00']],
    ['for Monday on a Friday evening', oost.hours, noorAllWeek, '2026-11-27 18:00', ['2026-11-30 09:00', '2026-11-30 17:00']],
    ['past a holiday', oost.hours, noorAllWeek, '2026-12-24 18:00', ['2026-12-28 09:00', '2026-12-28 17:00']],
    ['through a change of worker', oost.hours, morningsAndAfternoons, '2026-11-24 10:00', ['2026-11-24 10:00', '2026-11-24 17:00']],
    [
      'only in the hours of a line that opens less',
      kempen.hours,
      fullRoster(),
      '2026-11-24 14:00',
      ['2026-11-26 10:00', '2026-11-26 13:00'],
    ],
    ['not while who is first has leave', oost.hours, noorOnLeave, '2026-11-24 10:00', ['2026-11-25 09:00', '2026-11-25 17:00']],
    ['also by whoever takes it over', oost.hours, samOnce, '2026-11-24 10:00', ['2026-11-26 12:00', '2026-11-26 14:00']],
  ] as const)('%s', (_title, hours, roster, asked, [from, by]) => {
    expect(promiseFor(hours, roster, at(asked))).toEqual({ from: at(from), by: at(by) })
  })

  it.each([
    ['the roster is empty', makeRoster()],
    ['only a backup stands in it', makeRoster(makeShift({ role: 'backup' }))],
    ['nobody is there while it is open', makeRoster(makeShift({ from: '17:00', to: '20:00' }))],
    ['each turn is too short', makeRoster(makeShift({ from: '09:00', to: '09:20' }))],
    ['the first turn is over two weeks away', makeRoster(makeShift({ startsOn: '2026-12-08' }))],
  ])('for no moment when %s', (_title, roster) => {
    expect(promiseFor(oost.hours, roster, at('2026-11-24 10:00'))).toBeNull()
  })

  it('for one stretch of turns that overlap', () => {
    const roster = makeRoster(
      makeShift({ from: '09:00', to: '15:00' }),
      makeShift({ from: '10:00', to: '11:00', worker: sam }),
      makeShift({ from: '16:00', to: '17:00', worker: sam }),
    )
    expect(promiseFor(oost.hours, roster, at('2026-11-24 09:30'))).toEqual({ from: at('2026-11-24 09:30'), by: at('2026-11-24 15:00') })
  })

  it('only where it can be kept: open and somebody on duty all through', () => {
    const day = fc.constantFrom(...workingDays)
    const clocks = fc.tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 8 })).map(([from, long]) => {
      const clock = (hour: number) => `${String(Math.min(hour, 23)).padStart(2, '0')}:00` as `${string}:${string}`
      return { from: clock(from), to: clock(from + long) }
    })
    const turns = fc.array(
      fc.tuple(day, clocks, fc.constantFrom('first', 'backup')).map(([on, span, role]) => makeShift({ on, ...span, role })),
      { maxLength: 6 },
    )
    const moments = fc.integer({ min: at('2026-03-20 00:00').getTime(), max: at('2026-11-30 00:00').getTime() }).map((ms) => new Date(ms))
    fc.assert(
      fc.property(turns, moments, (shifts, asked) => {
        const roster = makeRoster(...shifts)
        const promise = promiseFor(oost.hours, roster, asked)
        if (promise === null) return
        expect(promise.from.getTime()).toBeGreaterThanOrEqual(asked.getTime())
        expect(promise.by.getTime() - promise.from.getTime()).toBeGreaterThanOrEqual(30 * 60_000)
        for (let moment = promise.from.getTime(); moment < promise.by.getTime(); moment += 15 * 60_000) {
          expect(openingAt(oost.hours, new Date(moment)).kind).toBe('open')
          expect(onDuty(roster, new Date(moment)).first.length).toBeGreaterThan(0)
        }
      }),
    )
  })
})
