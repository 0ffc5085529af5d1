import { describe, expect, it } from 'vitest'
import type { AttemptResult, CallbackAttempt, CallbackRequest } from '../../../shared/domain/callbacks/callback.ts'
import {
  attemptsNeeded,
  countedFailures,
  mayUndo,
  nextAttempt,
  undoableUntil,
  undoAttempt,
} from '../../../shared/domain/callbacks/attempts.ts'
import { noteAttempt, noteNumberGiven } from '../../../shared/domain/callbacks/callback-rules.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import { makeEntry } from '../../support/people/callbacks.ts'
import { noor, sam } from '../../support/people/people.ts'
import { at } from '../../support/time/at.ts'

const hours = openRegion('limburg-oost')!.hours
const hers = makeEntry({ owner: noor, claimedAt: at('2026-11-24 11:00') })

/** An entry after these attempts, each a moment and its result. */
function after(entry: CallbackRequest, ...attempts: [moment: string, result?: AttemptResult][]): CallbackRequest {
  return attempts.reduce((so, [moment, result = 'no-answer']) => {
    const noted = noteAttempt(so, { at: at(moment), worker: noor, result })
    return noted.kind === 'noted' ? noted.entry : so
  }, entry)
}
const unpromised = { ...hers, promise: null }

describe('attempts end a promise of “before 17 uur” only when they are spread', () => {
  it.each([
    ['1.6', '11.07, 11.09, 11.11', hers, [['2026-11-24 11:07'], ['2026-11-24 11:09'], ['2026-11-24 11:11']], 'open', 1],
    ['1.6', 'three hours of one afternoon', hers, [['2026-11-24 11:07'], ['2026-11-24 13:00'], ['2026-11-24 16:30']], 'open', 3],
    [
      '1.6',
      'twice in time and in the next opening',
      hers,
      [['2026-11-24 11:07'], ['2026-11-24 16:30'], ['2026-11-25 09:10']],
      'not-reached',
      3,
    ],
    [
      '1.6',
      'thrice in the next opening, in ten minutes',
      hers,
      [['2026-11-25 09:00'], ['2026-11-25 09:05'], ['2026-11-25 09:10']],
      'open',
      1,
    ],
    [
      '1.6',
      'busy in between',
      hers,
      [['2026-11-24 11:07'], ['2026-11-24 13:00', 'busy'], ['2026-11-25 09:10', 'busy'], ['2026-11-25 10:00']],
      'open',
      2,
    ],
    [
      '1.6',
      'always busy',
      hers,
      [
        ['2026-11-24 11:07', 'busy'],
        ['2026-11-24 16:00', 'busy'],
        ['2026-11-25 09:10', 'busy'],
      ],
      'open',
      0,
    ],
    [
      '1.6',
      'no promised time, all on the day of asking',
      unpromised,
      [['2026-11-24 11:07'], ['2026-11-24 13:00'], ['2026-11-24 15:00']],
      'open',
      3,
    ],
    [
      '1.6',
      'no promised time, the last a day later',
      unpromised,
      [['2026-11-24 11:07'], ['2026-11-24 13:00'], ['2026-11-25 00:00']],
      'not-reached',
      3,
    ],
    [
      '1.6',
      'spread and wrong numbers',
      hers,
      [['2026-11-24 12:00', 'wrong-number'], ['2026-11-24 13:00'], ['2026-11-25 09:00', 'wrong-number']],
      'not-reached',
      3,
    ],
  ] as const)('%s %s', (_row, _title, entry, attempts, state, counted) => {
    const tried = after(entry, ...attempts.map(([moment, result]) => [moment, result ?? 'no-answer'] as [string, AttemptResult]))
    expect([tried.state, countedFailures(tried).length]).toEqual([state, counted])
    expect(tried.attempts).toHaveLength(attempts.length)
    expect(attemptsNeeded).toBe(3)
  })
})

describe('the next attempt is wise', () => {
  it.each([
    ['now, before the first', hers, [], '2026-11-24 11:00', null, null],
    ['an hour after one that failed', hers, [['2026-11-24 11:07']], '2026-11-24 11:10', '2026-11-24 12:07', 'just-tried'],
    ['now, an hour after one that failed', hers, [['2026-11-24 11:07']], '2026-11-24 12:07', null, null],
    ['ten minutes after a busy line', hers, [['2026-11-24 11:07', 'busy']], '2026-11-24 11:08', '2026-11-24 11:17', 'was-busy'],
    [
      'in the next opening, after two',
      hers,
      [['2026-11-24 11:07'], ['2026-11-24 12:30']],
      '2026-11-24 12:31',
      '2026-11-25 09:00',
      'other-opening',
    ],
    ['when we are open again', hers, [['2026-11-24 16:50']], '2026-11-24 16:51', '2026-11-25 09:00', 'just-tried'],
    [
      'the next day without a promised time',
      unpromised,
      [['2026-11-24 11:07'], ['2026-11-24 12:30']],
      '2026-11-24 13:00',
      '2026-11-25 09:00',
      'other-opening',
    ],
  ] as const)('%s', (_title, entry, attempts, moment, from, why) => {
    const tried = after(entry, ...attempts.map(([when, result]) => [when, result ?? 'no-answer'] as [string, AttemptResult]))
    expect(nextAttempt(tried, hours, at(moment))).toEqual(from === null ? { kind: 'now' } : { kind: 'later', from: at(from), why })
  })

  it('at once when no opening is known', () => {
    const never = { ...hours, weekly: {}, closings: [], exceptions: [] } as unknown as typeof hours
    const tried = after(hers, ['2026-11-24 11:07'])
    expect(nextAttempt(tried, never, at('2026-11-24 11:08'))).toMatchObject({ kind: 'later', from: at('2026-11-24 12:07') })
  })
})

describe('an attempt is undone', () => {
  const busyTwice = after(hers, ['2026-11-24 11:07', 'busy'], ['2026-11-24 11:20'])
  const reached = after(hers, ['2026-11-24 11:07', 'reached'])
  const when = (moment: string, worker = noor) => ({ worker, at: at(moment) })
  const undoneIn = (entry: CallbackRequest) => entry.attempts.map((attempt: CallbackAttempt) => attempt.undoneAt !== null)

  it('1.6 by who noted it, and stays in the record', () => {
    const undone = undoAttempt(busyTwice, when('2026-11-24 11:25'))
    expect(undone).toMatchObject({ kind: 'undone', entry: { state: 'open', attempts: [{ result: 'busy' }, { result: 'no-answer' }] } })
    if (undone.kind !== 'undone') return
    expect([undoneIn(undone.entry), countedFailures(undone.entry)]).toEqual([[false, true], []])
    expect(undoAttempt(undone.entry, when('2026-11-24 11:16'))).toMatchObject({ kind: 'undone' })
    // The same result noted again at once is a new attempt, not the undone one told twice.
    expect(after(undone.entry, ['2026-11-24 11:20']).attempts).toHaveLength(3)
  })

  it('1.6 also when it closed the entry: it is open again, and hers', () => {
    expect(undoableUntil(reached)).toEqual(at('2026-11-24 11:17'))
    for (const entry of [hers, busyTwice, makeEntry({ state: 'done', closedAt: at('2026-11-24 11:07') })])
      expect(undoableUntil(entry)).toBeNull()
    expect(reached.state).toBe('done')
    const undone = undoAttempt(reached, when('2026-11-24 11:16'))
    expect(undone).toMatchObject({ kind: 'undone', entry: { state: 'open', closedAt: null, owner: noor } })
  })

  it.each([
    ['ten minutes later', busyTwice, when('2026-11-24 11:30'), 'too-late'],
    ['by a colleague', busyTwice, when('2026-11-24 11:25', sam), 'not-yours'],
    ['when there is none', hers, when('2026-11-24 11:25'), 'not-yours'],
    ['when somebody else has the entry now', { ...busyTwice, owner: sam }, when('2026-11-24 11:25'), 'not-yours'],
    [
      'when something else closed the entry',
      { ...busyTwice, state: 'came-back', closedAt: at('2026-11-24 11:20') },
      when('2026-11-24 11:25'),
      'not-yours',
    ],
    ['undone when the number was read after it', noteNumberGiven(busyTwice, when('2026-11-24 11:25')), when('2026-11-24 11:26'), 'undone'],
  ] as const)('or not: %s', (_title, entry, by, kind) => {
    expect(undoAttempt(entry, by).kind).toBe(kind)
    expect(mayUndo(entry, by.worker, by.at)).toBe(kind === 'undone')
  })
})

describe('the next attempt', () => {
  it('is wise after its pause, where no opening is known', () => {
    const shut = { ...hours, week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } }
    expect(nextAttempt(after(unpromised, ['2026-11-24 11:00', 'busy']), shut, at('2026-11-24 11:01'))).toMatchObject({
      kind: 'later',
      why: 'was-busy',
    })
  })
})
