import { describe, expect, it } from 'vitest'
import { assignCallback, lossOf, settleCallback, sweepPromise } from '../../../shared/domain/callbacks/promise-loss.ts'
import { askedForNothing, makeEntry } from '../../support/people/callbacks.ts'
import { lies, noor, sam } from '../../support/people/people.ts'
import { at } from '../../support/time/at.ts'

const now = at('2026-11-28 09:00')
const erased = at('2026-11-28 00:00')
const kept = at('2026-11-29 00:00')
const rang = { at: at('2026-11-24 12:00'), worker: noor, result: 'no-answer', undoneAt: null } as const
const undone = { ...rang, undoneAt: at('2026-11-24 12:01') }
const nothing = makeEntry({ consent: askedForNothing })

describe('a promise is lost', () => {
  it.each([
    ['1.5', 'when its number was erased and nobody called', makeEntry(), erased, { at: erased, why: 'never-called' }],
    ['1.5', 'also at the very moment of the erasure', makeEntry(), now, { at: now, why: 'never-called' }],
    [
      '1.5',
      'when its number was erased after calls for nothing',
      makeEntry({ attempts: [rang] }),
      erased,
      { at: erased, why: 'not-reached' },
    ],
    [
      '1.5',
      'as never called when that one call was undone',
      makeEntry({ attempts: [undone] }),
      erased,
      { at: erased, why: 'never-called' },
    ],
    ['1.5', 'without a number from the beginning', makeEntry(), null, { at: makeEntry().lastAskedAt, why: 'never-called' }],
    [
      '1.5',
      'when three spread attempts reached nobody',
      makeEntry({ state: 'not-reached', closedAt: now, attempts: [rang] }),
      null,
      { at: now, why: 'not-reached' },
    ],
    ['1.5', 'when it was laid aside', makeEntry({ state: 'seen', closedAt: now }), null, { at: now, why: 'never-called' }],
    ['1.5', 'not while its number is kept', makeEntry(), kept, null],
    ['1.5', 'not when somebody spoke to her', makeEntry({ state: 'done', closedAt: now }), null, null],
    ['1.5', 'not when she came back', makeEntry({ state: 'came-back', closedAt: now }), null, null],
    ['1.5', 'not when no call was promised', { ...nothing, state: 'seen' }, null, null],
  ] as const)('%s %s', (_row, _title, entry, numberUntil, loss) => {
    expect(lossOf(entry, numberUntil, now)).toEqual(loss)
  })

  it('and closes as that on the moment of the erasure', () => {
    const swept = sweepPromise(makeEntry(), erased, now)
    expect(swept).toMatchObject({ kind: 'lost', entry: { state: 'lost', closedAt: erased } })
    if (swept.kind === 'lost') expect(lossOf(swept.entry, null, now)).toEqual({ at: erased, why: 'never-called' })
  })

  it('1.6 the number of a closed entry is erased once nothing can be undone any more', () => {
    const done = makeEntry({ state: 'done', closedAt: now })
    expect(sweepPromise(done, now, now)).toEqual({ kind: 'number-erased', entry: done })
    expect(sweepPromise(done, kept, now)).toEqual({ kind: 'stays' })
  })

  it.each([
    ['with its number', makeEntry(), kept],
    ['closed before', makeEntry({ state: 'not-reached', closedAt: now }), null],
    ['without a promise', nothing, null],
  ] as const)('and nothing is closed %s', (_title, entry, numberUntil) => {
    expect(sweepPromise(entry, numberUntil, now)).toEqual({ kind: 'stays' })
  })
})

describe('a coordinator', () => {
  it('1.5 gives a promise to a worker, whoever had it', () => {
    const hers = makeEntry({ owner: noor, claimedAt: at('2026-11-24 11:00') })
    for (const entry of [makeEntry(), hers])
      expect(assignCallback(entry, sam, now)).toMatchObject({ kind: 'assigned', entry: { owner: sam, claimedAt: now } })
  })

  it.each([
    ['1.5', 'spoken-otherwise', 'done', null],
    ['1.5', 'no-longer-needed', 'done', null],
    ['1.5', 'may-not-be-called', 'lost', 'given-up'],
    ['1.5', 'cannot-be-reached', 'lost', 'given-up'],
  ] as const)('%s closes one because of %s: %s', (_row, why, state, loss) => {
    const settled = settleCallback(makeEntry(), { by: lies, why, at: now })
    expect(settled).toMatchObject({ kind: 'settled', entry: { state, closedAt: now, closing: { by: lies, why } } })
    if (settled.kind === 'settled') expect(lossOf(settled.entry, null, now)?.why ?? null).toBe(loss)
  })

  it.each([
    ['of what is closed', makeEntry({ state: 'done', closedAt: now }), 'closed'],
    ['of what was never promised', nothing, 'nothing-promised'],
  ] as const)('can do nothing %s', (_title, entry, kind) => {
    expect(assignCallback(entry, sam, now)).toEqual({ kind })
    expect(settleCallback(entry, { by: lies, why: 'spoken-otherwise', at: now })).toEqual({ kind })
  })
})
