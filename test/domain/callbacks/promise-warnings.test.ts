import { describe, expect, it } from 'vitest'
import type { CallbackRequest } from '../../../shared/domain/callbacks/callback.ts'
import { isDueSoon, promiseWarning } from '../../../shared/domain/callbacks/promise-warnings.ts'
import { askedForNothing, makeEntry } from '../../support/people/callbacks.ts'
import { makeRoster, makeShift } from '../../support/people/make.ts'
import { lies, noor, sam } from '../../support/people/people.ts'
import { emptyRoster } from '../../../shared/domain/roster/duty-roster.ts'
import { at } from '../../support/time/at.ts'

const greet = 'worker_greet'
const roster = makeRoster(makeShift({ worker: noor }), makeShift({ worker: sam, role: 'backup' }))
const kept = at('2026-11-28 00:00')
const hers = makeEntry({ owner: lies, claimedAt: at('2026-11-24 11:00') })
const rang = (moment: string, result: 'no-answer' | 'busy' = 'no-answer'): Partial<CallbackRequest> => ({
  attempts: [{ at: at(moment), worker: noor, result, undoneAt: null }],
})

function warned(
  entry: CallbackRequest,
  moment: string,
  given: { isOpen?: boolean; numberUntil?: Date | null; roster?: typeof roster } = {},
) {
  const line = { at: at(moment), isOpen: true, roster, coordinators: [greet], ...given } as const
  const warning = promiseWarning(entry, given.numberUntil === undefined ? kept : given.numberUntil, line)
  return warning && [warning.kind, warning.to, warning.minutes]
}

describe('of a call promised before 17 uur on Tuesday', () => {
  it.each([
    ['1.5', 'nobody is warned an hour before', makeEntry(), '2026-11-24 16:00', null],
    ['1.5', 'who is on duty and the backup are, half an hour before', makeEntry(), '2026-11-24 16:30', ['promise-due', [noor, sam], 30]],
    ['1.5', 'a minute before too', makeEntry(), '2026-11-24 16:59', ['promise-due', [noor, sam], 1]],
    ['1.5', 'its owner is, and nobody else', hers, '2026-11-24 16:45', ['promise-due', [lies], 15]],
    ['1.5', 'at 17 uur everybody is, the coordinator too', makeEntry(), '2026-11-24 17:00', ['promise-late', [noor, sam, greet], null]],
    ['1.5', 'at 17 uur its owner first', hers, '2026-11-24 17:05', ['promise-late', [lies, noor, sam, greet], null]],
    ['1.5', 'the next day again', makeEntry(), '2026-11-25 10:00', ['promise-late', [greet], null]],
    ['busy', 'a busy line is no call', makeEntry(rang('2026-11-24 15:00', 'busy')), '2026-11-24 16:45', ['promise-due', [noor, sam], 15]],
    ['rang', 'nobody is when somebody called before it', makeEntry(rang('2026-11-24 15:00')), '2026-11-24 16:45', null],
    ['rang', 'nor at 17 uur', makeEntry(rang('2026-11-24 15:00')), '2026-11-24 17:00', null],
    [
      'rang',
      'but the next day, when nobody called then',
      makeEntry(rang('2026-11-24 15:00')),
      '2026-11-25 10:00',
      ['promise-late', [greet], null],
    ],
    ['rang', 'nobody when somebody called that day', makeEntry(rang('2026-11-25 09:30')), '2026-11-25 10:00', null],
    ['closed', 'nobody once it is done', makeEntry({ state: 'done', closedAt: at('2026-11-24 12:00') }), '2026-11-24 17:00', null],
    ['unasked', 'nobody when no call was asked', makeEntry({ consent: askedForNothing }), '2026-11-24 17:00', null],
  ] as const)('%s: %s', (_row, _title, entry, moment, warning) => {
    expect(warned(entry, moment)).toEqual(warning)
  })

  it('1.5 the days after stay quiet while the line is closed', () => {
    expect(warned(makeEntry(), '2026-11-25 21:00', { isOpen: false })).toBeNull()
    expect(warned(makeEntry(), '2026-11-24 21:00', { isOpen: false })?.[0]).toBe('promise-late')
  })

  it('1.5 the coordinator is warned before it when nobody has duty', () => {
    expect(warned(makeEntry(), '2026-11-24 16:45', { roster: emptyRoster })).toEqual(['promise-due', [greet], 15])
  })

  it('the screen says so half an hour before, until then', () => {
    const moments = ['2026-11-24 16:29', '2026-11-24 16:30', '2026-11-24 16:59', '2026-11-24 17:00']
    expect(moments.map((moment) => isDueSoon(makeEntry(), at(moment)))).toEqual([false, true, true, false])
  })
})

it('1.5 of a call without a promised time, the warnings come a day after it was asked', () => {
  const entry = makeEntry({ promise: null })
  expect(warned(entry, '2026-11-25 09:59')).toBeNull()
  expect(warned(entry, '2026-11-25 10:00')?.[0]).toBe('promise-due')
  expect(warned(entry, '2026-11-25 10:30')?.[0]).toBe('promise-late')
})

describe('of a loss', () => {
  const lost = makeEntry({ state: 'lost', closedAt: kept })
  it.each([
    ['1.5', 'the coordinator hears when the number is gone', makeEntry(), '2026-11-28 00:00', ['promise-lost', [greet], null]],
    ['1.5', 'and when it was closed as lost', lost, '2026-11-28 09:00', ['promise-lost', [greet], null]],
    ['1.5', 'still when the watch stood still for two days', lost, '2026-11-30 09:00', ['promise-lost', [greet], null]],
    ['1.5', 'not after that', lost, '2026-12-01 09:00', null],
    [
      '1.5',
      'not who gave it up',
      { ...lost, closing: { by: greet, why: 'cannot-be-reached' } },
      '2026-11-28 09:00',
      ['promise-lost', [], null],
    ],
  ] as const)('%s: %s', (_row, _title, entry, moment, warning) => {
    expect(warned(entry, moment)).toEqual(warning)
  })

  it('and of each promise only one warning is the same', () => {
    const marks = ['16:30', '16:45', '17:00', '18:00'].map((clock) => {
      const line = { at: at(`2026-11-24 ${clock}`), isOpen: true, roster, coordinators: [greet] } as const
      const warning = promiseWarning(makeEntry(), kept, line)
      return `${warning?.kind} ${warning?.mark}`
    })
    expect(new Set(marks).size).toBe(2)
  })
})
