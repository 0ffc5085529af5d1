import { describe, expect, it } from 'vitest'
import type { DutyShift } from '../../../shared/domain/roster/duty-roster.ts'
import { setShifts } from '../../../shared/domain/roster/roster-pattern.ts'
import { at } from '../../support/time/at.ts'
import { kempen, makeAbsence, makeChange, makeRoster, makeShift, oost } from '../../support/people/make.ts'
import { noor, sam } from '../../support/people/people.ts'

const day = { from: '09:00', to: '17:00' } as const
const now = at('2026-11-23 10:00')
const set = (shifts: DutyShift[], before = makeRoster(), hours = oost.hours) => setShifts(before, { shifts, hours }, now)
const one = makeShift({ ...day, id: 'shift_one' })
const other = (given: Partial<DutyShift>) => makeShift({ ...day, id: 'shift_other', ...given })

describe('a new pattern', () => {
  it('comes whole in the place of the old, and changes stay', () => {
    const before = {
      ...makeRoster(makeShift({ worker: sam })),
      changes: [makeChange({ leaves: null, why: 'extra' })],
      absences: [makeAbsence()],
    }
    expect(set([one], before)).toEqual({ kind: 'changed', roster: { ...before, shifts: [one] }, warnings: [] })
  })

  it.each([
    ['of two workers at once', other({ worker: sam })],
    ['of one worker on two days', other({ on: 'wed' })],
    ['of one worker after the other', other({ from: '13:00' }), { ...one, to: '13:00' }],
    ['that begins when the other has ended', other({ startsOn: '2027-01-01' }), { ...one, until: '2026-12-31' } as const],
    [
      'whose weeks would meet after one has ended',
      other({ everyWeeks: 4, startsOn: '2026-01-12', until: '2026-03-09' }),
      { ...one, everyWeeks: 3 },
    ],
    ['whose weeks never meet', other({ everyWeeks: 2, startsOn: '2026-01-12' }), { ...one, everyWeeks: 2 }],
  ] as const)('takes two turns %s', (_title, second, first: DutyShift = one) => {
    expect(set([first, second])).toMatchObject({ kind: 'changed', warnings: [] })
  })

  it.each([
    ['every week', one, other({ from: '16:00', to: '18:00' }), '2026-01-06'],
    ['of which the second begins later', one, other({ startsOn: '2026-06-01' }), '2026-06-02'],
    ['of which the first begins later', { ...one, startsOn: '2026-06-01' }, other({}), '2026-06-02'],
    ['whose weeks meet at last', { ...one, everyWeeks: 3 }, other({ everyWeeks: 4, startsOn: '2026-01-12' }), '2026-03-10'],
    ['3.10, first and as backup', one, other({ role: 'backup' }), '2026-01-06'],
    ['as backup and first for an hour', { ...one, role: 'backup' }, other({ from: '16:00' }), '2026-01-06'],
    ['as backup twice', { ...one, role: 'backup' }, other({ role: 'backup' }), '2026-01-06'],
  ] as const)('refuses one worker in two turns at once, %s', (_title, first, second, overlap) => {
    expect(set([first, second])).toEqual({ kind: 'overlap', shift: 'shift_other', other: 'shift_one', day: overlap })
  })

  it('takes three hundred turns of one hour that are over', () => {
    const over = Array.from({ length: 150 }, (_, place) => makeShift({ ...day, id: `shift_${place}`, everyWeeks: 12, until: '2026-01-01' }))
    expect(set(over)).toMatchObject({ kind: 'changed', roster: { shifts: { length: 150 } } })
  })

  it('refuses two turns of one name', () => {
    expect(set([one, { ...one, on: 'wed' }])).toEqual({ kind: 'same-id', shift: 'shift_one' })
  })
})

describe('a warning, and no refusal, is given for', () => {
  it.each([
    ['a turn on a day without opening', other({ on: 'sat' }), oost.hours],
    ['a turn before the line opens', other({ from: '07:00', to: '09:00' }), oost.hours],
    ['a turn after the line closes', other({ from: '13:00', to: '17:00' }), kempen.hours],
  ] as const)('%s', (_title, shift, hours) => {
    expect(set([shift], makeRoster(), hours)).toMatchObject({
      kind: 'changed',
      warnings: [{ kind: 'outside-hours', shift: 'shift_other' }],
    })
  })

  it('a change whose turn the new pattern no longer has', () => {
    const gone = makeChange({ id: 'change_gone', leaves: sam, takes: noor })
    const there = makeChange({ id: 'change_there', leaves: noor, takes: sam })
    const past = makeChange({ id: 'change_past', day: '2026-11-22', leaves: sam, takes: noor })
    expect(set([one], { ...makeRoster(), changes: [past, gone, there] })).toMatchObject({
      warnings: [{ kind: 'change-without-turn', change: 'change_gone' }],
    })
  })
})
