import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Absence, type DutyRoster, DutyRoster as Roster, onDuty, turnsOn } from '../../../shared/domain/roster/duty-roster.ts'
import {
  addAbsence,
  pruned,
  removeAbsence,
  replace,
  type Replacement,
  type TakeOver,
  takeOver,
} from '../../../shared/domain/roster/roster-changes.ts'
import { at } from '../../support/time/at.ts'
import { makeAbsence, makeChange, makeRoster, makeShift } from '../../support/people/make.ts'
import { lies, noor, sam, tuur } from '../../support/people/people.ts'

const day = '2026-11-24' as const
const whole = { day, from: '09:00', to: '17:00', role: 'first' } as const
const roster = makeRoster(
  makeShift({ from: '09:00', to: '17:00', team: 'genk' }),
  makeShift({ from: '09:00', to: '13:00', worker: sam, role: 'backup' }),
  makeShift({ on: 'wed', from: '09:00', to: '17:00', worker: tuur }),
)
const before = at('2026-11-23 10:00')
const takeOverBy = (given: Partial<TakeOver> = {}): TakeOver => ({ ...whole, id: 'change_new', leaves: noor, by: lies, ...given })
const put = (given: Partial<Replacement> = {}): Replacement => ({
  ...whole,
  id: 'change_new',
  team: null,
  leaves: noor,
  takes: lies,
  by: tuur,
  ...given,
})
const away = (given: Partial<Absence>): DutyRoster => ({ ...roster, absences: [makeAbsence(given)] })
const full = { ...roster, changes: Array.from({ length: 600 }, () => makeChange({ day: '2026-12-22' })) }
const firstsOf = (changed: DutyRoster) =>
  turnsOn(changed, day)
    .filter((turn) => turn.role === 'first')
    .map((turn) => [turn.from, turn.to, turn.worker])

describe('taking over a turn', () => {
  it('gives it whole, with its team, and says by whom', () => {
    const outcome = takeOver(roster, takeOverBy(), before)
    if (outcome.kind !== 'changed') throw new Error(outcome.kind)
    expect(outcome.change).toEqual({ ...whole, id: 'change_new', team: 'genk', leaves: noor, takes: lies, why: 'take-over', by: lies })
    expect(firstsOf(outcome.roster)).toEqual([['09:00', '17:00', lies]])
    expect(Roster.parse(outcome.roster)).toEqual(outcome.roster)
  })

  it('gives a part of it', () => {
    const outcome = takeOver(roster, takeOverBy({ from: '12:00', to: '14:00' }), before)
    expect(outcome.kind === 'changed' && firstsOf(outcome.roster)).toEqual([
      ['09:00', '12:00', noor],
      ['12:00', '14:00', lies],
      ['14:00', '17:00', noor],
    ])
  })

  it('that is under way leaves what was done with who did it', () => {
    const outcome = takeOver(roster, takeOverBy(), at('2026-11-24 10:20'))
    expect(outcome.kind === 'changed' && firstsOf(outcome.roster)).toEqual([
      ['09:00', '10:20', noor],
      ['10:20', '17:00', lies],
    ])
    expect(outcome.kind === 'changed' && onDuty(outcome.roster, at('2026-11-24 10:20')).first).toEqual([lies])
  })

  it('is how the turn of somebody who is ill gets somebody again', () => {
    const outcome = takeOver(away({}), takeOverBy(), before)
    expect(outcome.kind === 'changed' && firstsOf(outcome.roster)).toEqual([['09:00', '17:00', lies]])
  })

  it('may be done by the backup', () => {
    const outcome = takeOver(roster, takeOverBy({ by: sam }), before)
    expect(outcome.kind === 'changed' && onDuty(outcome.roster, at('2026-11-24 10:00'))).toEqual({ first: [sam], backup: [] })
  })

  it.each([
    ['that is over', roster, takeOverBy(), '2026-11-24 17:00', 'too-late'],
    ['of yesterday', roster, takeOverBy(), '2026-11-25 08:00', 'too-late'],
    ['that somebody else has by now', roster, takeOverBy({ leaves: tuur }), '2026-11-23 10:00', 'not-there'],
    ['that is longer than the turn', roster, takeOverBy({ from: '08:00' }), '2026-11-23 10:00', 'not-there'],
    ['of another part', roster, takeOverBy({ role: 'backup' }), '2026-11-23 10:00', 'not-there'],
    ['while on leave', away({ worker: lies }), takeOverBy(), '2026-11-23 10:00', 'absent'],
    ['during a home visit', away({ worker: lies, between: { from: '10:00', to: '11:00' } }), takeOverBy(), '2026-11-23 10:00', 'absent'],
    ['of her own', roster, takeOverBy({ by: noor }), '2026-11-23 10:00', 'nothing-changes'],
    [
      'of the backup by who is first',
      roster,
      takeOverBy({ to: '13:00', role: 'backup', leaves: sam, by: noor }),
      '2026-11-23 10:00',
      'already-on-line',
    ],
    ['in a roster that is full', full, takeOverBy(), '2026-11-23 10:00', 'full'],
  ] as const)('%s is refused', (_title, given, desired, moment, kind) => {
    expect(takeOver(given, desired, at(moment))).toEqual({ kind })
  })

  it('beside a home visit at another hour is fine', () => {
    const outcome = takeOver(away({ worker: lies, between: { from: '08:00', to: '09:00' } }), takeOverBy(), before)
    expect(outcome.kind).toBe('changed')
  })
})

describe('the coordinator', () => {
  it.each([
    ['puts anybody in a turn', put(), 'replaced', [['09:00', '17:00', lies]]],
    ['drops a turn', put({ takes: null }), 'dropped', []],
    [
      'adds a turn beside who is there',
      put({ leaves: null, takes: tuur, from: '10:00', to: '12:00', team: 'maasmechelen' }),
      'extra',
      [
        ['09:00', '17:00', noor],
        ['10:00', '12:00', tuur],
      ],
    ],
  ] as const)('%s', (_title, desired, why, firsts) => {
    const outcome = replace(roster, desired, before)
    expect(outcome).toMatchObject({ kind: 'changed', change: { why, by: tuur, team: desired.leaves === null ? desired.team : 'genk' } })
    expect(outcome.kind === 'changed' && firstsOf(outcome.roster)).toEqual(firsts)
  })

  it.each([
    ['nobody in nobody’s place', put({ leaves: null, takes: null }), 'nothing-changes'],
    ['somebody who is first already', put({ leaves: null, takes: noor, from: '10:00', to: '11:00' }), 'already-on-line'],
    ['in a turn that is not there', put({ leaves: lies, takes: sam }), 'not-there'],
  ] as const)('cannot put %s', (_title, desired, kind) => {
    expect(replace(roster, desired, before)).toEqual({ kind })
  })
})

describe('an absence', () => {
  it('takes her turns away and says which', () => {
    const outcome = addAbsence(roster, makeAbsence({ to: '2026-12-01' }), before)
    if (outcome.kind !== 'changed') throw new Error(outcome.kind)
    expect(outcome.without.map((turn) => turn.day)).toEqual(['2026-11-24', '2026-12-01'])
    expect(firstsOf(outcome.roster)).toEqual([])
  })

  it('of some hours counts only the turns it meets', () => {
    const homeVisit = makeAbsence({ kind: 'home-visit', between: { from: '17:00', to: '18:00' } })
    expect(addAbsence(roster, homeVisit, before)).toMatchObject({ kind: 'changed', without: [] })
    expect(addAbsence(roster, makeAbsence({ between: { from: '16:00', to: '18:00' } }), before)).toMatchObject({ without: [{ day }] })
  })

  it('that began before counts the turns from today on', () => {
    expect(addAbsence(roster, makeAbsence({ from: '2026-11-01' }), before)).toMatchObject({ kind: 'changed', without: [{ day }] })
  })

  it('taken away gives her turns back', () => {
    const outcome = removeAbsence(away({}), 'absence_one', before)
    expect(outcome.kind === 'changed' && firstsOf(outcome.roster)).toEqual([['09:00', '17:00', noor]])
    expect(removeAbsence(roster, 'absence_one', before)).toEqual({ kind: 'not-there' })
  })

  it.each([
    ['is over', roster, makeAbsence({ from: '2026-11-20', to: '2026-11-22' }), 'too-late'],
    ['does not fit any more', { ...roster, absences: Array.from({ length: 250 }, () => makeAbsence()) }, makeAbsence(), 'full'],
  ] as const)('that %s is refused', (_title, given, absence, kind) => {
    expect(addAbsence(given, absence, before)).toEqual({ kind })
  })
})

describe('what is older than sixty days', () => {
  it('goes from the roster, and what is not stays', () => {
    const old = { ...roster, changes: [makeChange({ day: '2026-09-24' }), makeChange({ day: '2026-09-25' })] }
    const absences = [makeAbsence({ from: '2026-09-01', to: '2026-09-24' }), makeAbsence({ from: '2026-09-01', to: '2026-09-25' })]
    const kept = pruned({ ...old, absences }, '2026-11-24')
    expect([kept.changes.map((change) => change.day), kept.absences.map((absence) => absence.to)]).toEqual([['2026-09-25'], ['2026-09-25']])
  })
})

it('no taking over ever leaves an hour with nobody or with two', () => {
  const hours = fc.tuple(fc.integer({ min: 9, max: 16 }), fc.integer({ min: 1, max: 8 }))
  const window = hours.map(([from, length]) => ({ from: clock(from), to: clock(Math.min(17, from + length)) }))
  const steps = fc.array(fc.record({ window, leaves: fc.constantFrom(noor, sam, lies), by: fc.constantFrom(noor, sam, lies, tuur) }))
  fc.assert(
    fc.property(steps, (asked) => {
      const after = asked.reduce<DutyRoster>((given, { window: cut, ...who }, index) => {
        const outcome = takeOver(given, takeOverBy({ ...who, ...cut, id: `change_${index}` }), before)
        return outcome.kind === 'changed' ? outcome.roster : given
      }, roster)
      for (let hour = 9; hour < 17; hour += 1) expect(onDuty(after, at(`${day} ${clock(hour)}`)).first).toHaveLength(1)
    }),
  )
})

function clock(hour: number): `${string}:${string}` {
  return `${String(hour).padStart(2, '0')}:00`
}
