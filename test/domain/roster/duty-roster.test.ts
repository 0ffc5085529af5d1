import { describe, expect, it } from 'vitest'
import {
  Absence,
  DutyChange,
  DutyRoster,
  DutyShift,
  dutyRoleOf,
  emptyRoster,
  rosterHolds,
  onDuty,
  turnsOn,
} from '../../../shared/domain/roster/duty-roster.ts'
import { at } from '../../support/time/at.ts'
import { makeAbsence, makeChange, makeRoster, makeShift } from '../../support/people/make.ts'
import { lies, noor, sam, tuur } from '../../support/people/people.ts'

const morning = { from: '09:00', to: '13:00' } as const
const afternoon = { from: '13:00', to: '17:00' } as const
const week: DutyRoster = makeRoster(
  makeShift({ on: 'tue', ...morning, worker: noor }),
  makeShift({ on: 'tue', ...morning, worker: sam, role: 'backup' }),
  makeShift({ on: 'tue', ...afternoon, worker: lies }),
  makeShift({ on: 'tue', ...afternoon, worker: lies, role: 'backup' }),
  makeShift({ on: 'wed', ...morning, worker: sam }),
)

describe('the line is with', () => {
  it.each([
    ['the worker of the week’s turn, and her backup', '2026-11-24 10:30', [noor], [sam]],
    ['her from the first minute', '2026-11-24 09:00', [noor], [sam]],
    ['the next worker when one turn ends', '2026-11-24 13:00', [lies], []],
    ['nobody after the last turn', '2026-11-24 17:00', [], []],
    ['nobody before the first turn', '2026-11-24 08:59', [], []],
    ['nobody on a day without turns', '2026-11-26 10:30', [], []],
    ['the same worker on the day after the clock changed', '2026-10-27 10:30', [noor], [sam]],
  ])('%s', (_title, moment, first, backup) => {
    expect(onDuty(week, at(moment))).toEqual({ first, backup })
  })

  it('two who share a turn, each named once', () => {
    const shared = makeRoster(makeShift({ worker: sam }), makeShift({ worker: noor }), makeShift({ worker: sam, from: '10:00' }))
    expect(onDuty(shared, at('2026-11-24 10:30'))).toEqual({ first: [noor, sam], backup: [] })
  })
})

describe('a worker', () => {
  it.each([
    ['is on duty when she is first', noor, 'on-duty'],
    ['is backup when she is second', sam, 'backup'],
    ['is off duty when she is neither', lies, 'off-duty'],
  ])('%s', (_title, worker, role) => {
    expect(dutyRoleOf(worker, onDuty(week, at('2026-11-24 10:30')))).toBe(role)
  })

  it('is first when she is first and backup at once', () => {
    expect(dutyRoleOf(lies, onDuty(week, at('2026-11-24 14:00')))).toBe('on-duty')
  })
})

describe('a change of one day', () => {
  const of = (change: Partial<DutyChange>) =>
    turnsOn({ ...makeRoster(makeShift({ from: '09:00', to: '17:00' })), changes: [makeChange(change)] }, '2026-11-24').map((turn) => [
      turn.from,
      turn.to,
      turn.worker,
      turn.changed,
    ])
  it.each([
    ['gives the whole turn to who takes it', {}, [['09:00', '17:00', sam, 'replaced']]],
    [
      'leaves the end with her who had it',
      { to: '13:00' },
      [
        ['09:00', '13:00', sam, 'replaced'],
        ['13:00', '17:00', noor, null],
      ],
    ],
    [
      'cuts a piece out of the middle',
      { from: '11:00', to: '12:00' },
      [
        ['09:00', '11:00', noor, null],
        ['11:00', '12:00', sam, 'replaced'],
        ['12:00', '17:00', noor, null],
      ],
    ],
    ['drops a turn that nobody takes', { takes: null, why: 'dropped' }, []],
    [
      'adds a turn beside who is there',
      { leaves: null, why: 'extra', from: '12:00', to: '14:00' },
      [
        ['09:00', '17:00', noor, null],
        ['12:00', '14:00', sam, 'extra'],
      ],
    ],
    [
      'leaves alone a turn that lies elsewhere in the day',
      { from: '07:00', to: '08:00', takes: null, why: 'dropped' },
      [['09:00', '17:00', noor, null]],
    ],
    ['leaves alone a turn of another part', { role: 'backup', takes: null, why: 'dropped' }, [['09:00', '17:00', noor, null]]],
    ['of another day leaves this one alone', { day: '2026-12-01' }, [['09:00', '17:00', noor, null]]],
  ] satisfies [string, Partial<DutyChange>, unknown][])('%s', (_title, change, turns) => {
    expect(of(change)).toEqual(turns)
  })
})

describe('an absence', () => {
  const roster = makeRoster(makeShift({ from: '09:00', to: '17:00' }), makeShift({ from: '09:00', to: '17:00', worker: tuur }))
  const left = (absence: Partial<Absence>) =>
    turnsOn({ ...roster, absences: [makeAbsence(absence)] }, '2026-11-24').filter((turn) => turn.worker === noor)
  it.each([
    ['of whole days takes her from the line', {}, []],
    ['of hours leaves her the hours around it', { kind: 'home-visit', between: { from: '10:00', to: '12:00' } }, ['09:00', '12:00']],
    ['of other days changes nothing', { from: '2026-11-25', to: '2026-11-30' }, ['09:00']],
    ['that ended yesterday changes nothing', { from: '2026-11-20', to: '2026-11-23' }, ['09:00']],
  ] satisfies [string, Partial<Absence>, string[]][])('%s', (_title, absence, begins) => {
    expect(left(absence).map((turn) => turn.from)).toEqual(begins)
  })
})

describe('a roster', () => {
  it.each([
    ['refuses a turn that ends before it begins', { ...makeShift(), from: '17:00', to: '09:00' }],
    ['refuses a turn from a day that does not exist', { ...makeShift(), startsOn: '2026-02-30' }],
    ['refuses a turn that never comes back', { ...makeShift(), everyWeeks: 0 }],
    ['refuses a worker without her tag', { ...makeShift(), worker: 'noor' }],
    ['refuses a key we do not know', { ...makeShift(), note: 'x' }],
  ])('%s', (_title, shift) => {
    expect(DutyShift.safeParse(shift).success).toBe(false)
  })

  it.each([
    ['a change by which nobody changes', DutyChange, { ...makeChange(), takes: noor }],
    ['a change that ends before it begins', DutyChange, { ...makeChange(), from: '17:00', to: '09:00' }],
    ['an absence that ends before its first day', Absence, { ...makeAbsence(), to: '2026-11-01' }],
    ['a home visit that ends before it begins', Absence, { ...makeAbsence(), between: { from: '12:00', to: '10:00' } }],
  ])('refuses %s', (_title, schema, given) => {
    expect(schema.safeParse(given).success).toBe(false)
  })

  it('holds turns, changes and absences', () => {
    const roster = { ...week, changes: [makeChange()], absences: [makeAbsence()] }
    expect(DutyRoster.parse(roster)).toEqual(roster)
    expect(DutyRoster.parse(emptyRoster)).toEqual({ shifts: [], changes: [], absences: [] })
  })

  it('fits in one item of the table at its fullest', () => {
    const long = `worker_${'x'.repeat(40)}` as const
    const many = <One>(count: number, one: One): One[] => Array.from({ length: count }, () => one)
    const fullest: DutyRoster = {
      shifts: many(rosterHolds.shifts, { ...makeShift(), id: `shift_${'x'.repeat(40)}`, worker: long, team: 'x'.repeat(30) }),
      changes: many(rosterHolds.changes, { ...makeChange(), id: `change_${'x'.repeat(40)}`, leaves: long, takes: `${long}y`, by: long }),
      absences: many(rosterHolds.absences, { ...makeAbsence(), id: `absence_${'x'.repeat(40)}`, worker: long }),
    }
    expect(DutyRoster.safeParse(fullest).success).toBe(true)
    expect(JSON.stringify(fullest).length).toBeLessThan(400_000)
  })
})
