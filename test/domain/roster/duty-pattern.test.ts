import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { Clock } from '../../../shared/domain/time/day.ts'
import { addDays, type Day, instantOf, weekdays } from '../../../shared/domain/time/brussels-time.ts'
import { comesOn, type DutyShift, onDuty, turnsOn } from '../../../shared/domain/roster/duty-roster.ts'
import { makeChange, makeRoster, makeShift } from '../../support/people/make.ts'
import { noor, sam } from '../../support/people/people.ts'

const firstDay: Day = '2026-01-01'
const days = fc.integer({ min: 0, max: 1_500 }).map((ahead) => addDays(firstDay, ahead))
const shifts = fc
  .record({ on: fc.constantFrom(...weekdays), everyWeeks: fc.integer({ min: 1, max: 12 }), startsOn: days })
  .map((given) => makeShift({ ...given, from: '09:00', to: '17:00' }))
const clocks = fc.integer({ min: 0, max: 23 * 60 + 59 }).map(clockFrom)
const windows = fc
  .tuple(clocks, clocks)
  .filter(([one, other]) => one !== other)
  .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }))

// The weeks of a pattern are counted from Monday to Monday; Temporal computes that Monday independently of our own code.
function mondayOf(day: Day): Temporal.PlainDate {
  const date = Temporal.PlainDate.from(day)
  return date.subtract({ days: date.dayOfWeek - 1 })
}

function isDue({ on, startsOn, everyWeeks }: DutyShift, day: Day): boolean {
  const date = Temporal.PlainDate.from(day)
  const weeks = mondayOf(startsOn).until(mondayOf(day), { largestUnit: 'weeks' }).weeks
  return weekdays[date.dayOfWeek - 1] === on && Temporal.PlainDate.compare(date, startsOn) >= 0 && weeks % everyWeeks === 0
}

describe('a turn that comes back', () => {
  it('comes on the days that Temporal counts', () => {
    fc.assert(
      fc.property(shifts, days, (shift, day) => {
        expect(comesOn(shift, day)).toBe(isDue(shift, day))
      }),
    )
  })

  it('comes at the same wall time, whatever the clocks do', () => {
    fc.assert(
      fc.property(shifts, days, (shift, day) => {
        fc.pre(comesOn(shift, day))
        const next = addDays(day, 7 * shift.everyWeeks)
        expect(turnsOn(makeRoster(shift), next)).toMatchObject([{ day: next, from: '09:00', to: '17:00' }])
        expect(onDuty(makeRoster(shift), instantOf(next, '09:00')).first).toEqual([noor])
      }),
    )
  })

  it.each([
    ['counts on over the end of a year of fifty-three weeks', { everyWeeks: 2, startsOn: '2026-12-22' }, ['2026-12-22', '2027-01-05']],
    [
      'counts from the week of its first day, also when that is later in the week',
      { everyWeeks: 2, startsOn: '2026-11-20' },
      ['2026-12-01'],
    ],
    ['ends on its last day', { startsOn: '2026-12-01', until: '2026-12-08' }, ['2026-12-01', '2026-12-08']],
  ] satisfies [string, Partial<DutyShift>, string[]][])('%s', (_title, given, expected) => {
    const from: Day = '2026-11-20'
    const found = Array.from({ length: 50 }, (_, ahead) => addDays(from, ahead)).filter((day) => comesOn(makeShift(given), day))
    expect(found.slice(0, expected.length)).toEqual(expected)
    if ('until' in given) expect(found).toEqual(expected)
  })
})

describe('a change cuts a turn in pieces', () => {
  it('that together last as long as the turn, and nobody is first twice', () => {
    fc.assert(
      fc.property(windows, windows, (turn, cut) => {
        const roster = { ...makeRoster(makeShift(turn)), changes: [makeChange({ ...cut, takes: null, why: 'dropped' })] }
        const left = turnsOn(roster, '2026-11-24')
        const taken = Math.max(0, Math.min(minutes(turn.to), minutes(cut.to)) - Math.max(minutes(turn.from), minutes(cut.from)))
        expect(left.reduce((sum, piece) => sum + minutes(piece.to) - minutes(piece.from), 0)).toBe(
          minutes(turn.to) - minutes(turn.from) - taken,
        )
        for (const piece of left) expect(piece.to <= cut.from || piece.from >= cut.to).toBe(true)
      }),
    )
  })

  it('and gives its taker exactly what it says', () => {
    fc.assert(
      fc.property(windows, (cut) => {
        const roster = { ...makeRoster(makeShift()), changes: [makeChange(cut)] }
        const hers = turnsOn(roster, '2026-11-24').filter((turn) => turn.worker === sam)
        expect(hers).toEqual([{ day: '2026-11-24', ...cut, worker: sam, role: 'first', team: null, changed: 'replaced' }])
      }),
    )
  })

  it('of which the later change has the last word', () => {
    const there = makeChange({ id: 'change_one' })
    const back = makeChange({ id: 'change_two', leaves: sam, takes: noor, from: '10:00', to: '12:00' })
    const roster = { ...makeRoster(makeShift({ from: '09:00', to: '17:00' })), changes: [there, back] }
    expect(turnsOn(roster, '2026-11-24').map((turn) => [turn.from, turn.to, turn.worker])).toEqual([
      ['09:00', '10:00', sam],
      ['10:00', '12:00', noor],
      ['12:00', '17:00', sam],
    ])
  })
})

function clockFrom(minute: number): Clock {
  return Clock.parse(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
}

function minutes(clock: Clock): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}
