import { describe, expect, it } from 'vitest'
import { DutyRoster, DutyShift, dutyRoleOf, onDuty } from '../../shared/domain/duty-roster.ts'
import { at } from '../support/at.ts'
import { makeShift } from '../support/make.ts'
import { lies, noor, sam, tuur } from '../support/people.ts'

const morning = { from: '09:00', to: '13:00' } as const
const afternoon = { from: '13:00', to: '17:00' } as const
const week: DutyRoster = {
  shifts: [
    makeShift({ on: 'tue', ...morning, worker: noor }),
    makeShift({ on: 'tue', ...morning, worker: sam, role: 'backup' }),
    makeShift({ on: 'tue', ...afternoon, worker: lies }),
    makeShift({ on: 'tue', ...afternoon, worker: lies, role: 'backup' }),
    makeShift({ on: 'wed', ...morning, worker: sam }),
    makeShift({ on: '2026-12-01', ...morning, worker: tuur }),
  ],
}

describe('the line is with', () => {
  it.each([
    ['the worker of the week’s turn, and her backup', '2026-11-24 10:30', [noor], [sam]],
    ['her from the first minute', '2026-11-24 09:00', [noor], [sam]],
    ['the next worker when one turn ends', '2026-11-24 13:00', [lies], []],
    ['nobody after the last turn', '2026-11-24 17:00', [], []],
    ['nobody before the first turn', '2026-11-24 08:59', [], []],
    ['nobody on a day without turns', '2026-11-26 10:30', [], []],
    ['the worker of a dated turn instead of the week’s', '2026-12-01 10:30', [tuur], []],
    ['nobody when a dated turn replaced the day and is over', '2026-12-01 14:00', [], []],
    ['the week’s worker again a week later', '2026-12-08 10:30', [noor], [sam]],
    ['the same worker on the day after the clock changed', '2026-10-27 10:30', [noor], [sam]],
  ])('%s', (_title, moment, first, backup) => {
    expect(onDuty(week, at(moment))).toEqual({ first, backup })
  })

  it('two who share a turn, each named once', () => {
    const shared = { shifts: [makeShift({ worker: sam }), makeShift({ worker: noor }), makeShift({ worker: sam, from: '10:00' })] }
    expect(onDuty(shared, at('2026-11-24 10:30'))).toEqual({ first: [sam, noor], backup: [] })
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

describe('a roster', () => {
  it.each([
    ['refuses a turn that ends before it begins', { ...makeShift(), from: '17:00', to: '09:00' }],
    ['refuses a turn on a day that does not exist', { ...makeShift(), on: '2026-02-30' }],
    ['refuses a worker without her tag', { ...makeShift(), worker: 'noor' }],
    ['refuses a key we do not know', { ...makeShift(), note: 'x' }],
  ])('%s', (_title, shift) => {
    expect(DutyShift.safeParse(shift).success).toBe(false)
  })

  it('holds turns of the week and turns of a date', () => {
    expect(DutyRoster.parse(week)).toEqual(week)
  })
})
