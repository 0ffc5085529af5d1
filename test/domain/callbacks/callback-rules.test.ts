import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AttemptResult, type CallbackRequest } from '../../../shared/domain/callbacks/callback.ts'
import {
  askAgain,
  cameBack,
  claimCallback,
  isLate,
  markSeen,
  mayCallBack,
  mayTakeOver,
  noteAttempt,
  noteNumberGiven,
  releaseCallback,
} from '../../../shared/domain/callbacks/callback-rules.ts'
import { at } from '../../support/time/at.ts'
import { askedForNothing, makeEntry, mayBeCalled } from '../../support/people/callbacks.ts'
import { lies, noor, sam } from '../../support/people/people.ts'

const now = at('2026-11-24 11:00')
const later = at('2026-11-24 12:00')
const hers = makeEntry({ owner: noor, claimedAt: now })
const done = makeEntry({ state: 'done', closedAt: now })
const tried = (...results: AttemptResult[]) => results.map((result) => ({ at: now, worker: noor, result, undoneAt: null }))

describe('an entry', () => {
  it('is claimed by whoever is first', () => {
    expect(claimCallback(makeEntry(), noor, now)).toMatchObject({ kind: 'claimed', entry: { owner: noor, claimedAt: now } })
    expect(claimCallback(hers, noor, later)).toEqual({ kind: 'claimed', entry: hers })
    expect(claimCallback(hers, sam, now)).toEqual({ kind: 'claimed-by-other', owner: noor })
  })

  it('is laid down by its owner, or by a coordinator', () => {
    for (const by of [noor, 'coordinator'] as const)
      expect(releaseCallback(hers, by)).toMatchObject({ kind: 'released', entry: { owner: null, claimedAt: null } })
    expect(releaseCallback(makeEntry(), noor)).toMatchObject({ kind: 'released' })
    expect(releaseCallback(hers, sam)).toEqual({ kind: 'claimed-by-other', owner: noor })
  })

  it.each([
    ['claimed', () => claimCallback(done, noor, now)],
    ['released', () => releaseCallback(done, noor)],
    ['tried', () => noteAttempt(done, { at: now, worker: noor, result: 'reached' })],
    ['laid aside', () => markSeen(done, { worker: noor, hasNumber: false, at: now })],
    ['asked again', () => askAgain(done, { at: now, promise: null, consent: mayBeCalled, reason: 'busy', channel: 'phone' })],
  ])('that is closed cannot be %s', (_title, step) => {
    expect(step()).toEqual({ kind: 'closed' })
  })
})

describe('what a worker took up at eleven and let lie', () => {
  const unpromised = { ...hers, promise: null }
  const takenLate = { ...hers, claimedAt: at('2026-11-24 17:05') }
  it.each([
    ['is hers until the promised moment', hers, '2026-11-24 16:59', false],
    ['is anybody’s from the promised moment on', hers, '2026-11-24 17:00', true],
    ['without a promise is hers for two hours', unpromised, '2026-11-24 12:59', false],
    ['without a promise is anybody’s after two hours', unpromised, '2026-11-24 13:00', true],
    ['taken over late is the new owner’s for two hours', takenLate, '2026-11-24 19:04', false],
    ['taken over late is anybody’s after two hours', takenLate, '2026-11-24 19:05', true],
    ['and nobody has, needs no taking over', makeEntry(), '2026-12-24 17:00', false],
    ['and that is closed, is nobody’s any more', { ...hers, state: 'done' }, '2026-12-24 17:00', false],
  ] as const)('%s', (_title, entry, moment, may) => {
    expect(mayTakeOver(entry, at(moment))).toBe(may)
    if (entry.owner === null || entry.state !== 'open') return
    const claimed = claimCallback(entry, sam, at(moment))
    if (may) expect(claimed).toEqual({ kind: 'claimed', entry: { ...entry, owner: sam, claimedAt: at(moment) } })
    else expect(claimed).toEqual({ kind: 'claimed-by-other', owner: noor })
  })
})

it('who read the number is kept, the last ten times', () => {
  const times = Array.from({ length: 12 }, (_, minute) => ({
    worker: minute % 2 ? noor : sam,
    at: new Date(now.getTime() + minute * 60_000),
  }))
  const read = times.reduce(noteNumberGiven, hers)
  expect(read).toEqual({ ...hers, numberGivenTo: times.slice(2) })
})

describe('an attempt', () => {
  it.each([
    ['that reached her ends it', [], 'reached', 'done'],
    ['that heard “no need any more” ends it', [], 'no-longer-needed', 'done'],
    ['without answer leaves it open', [], 'no-answer', 'open'],
    ['that failed a second time leaves it open', ['busy'], 'wrong-number', 'open'],
    ['that failed a third time within the hour leaves it open', ['no-answer', 'no-answer'], 'wrong-number', 'open'],
    ['that reached her after two others ends it', ['busy', 'busy'], 'reached', 'done'],
  ] as const)('%s', (_title, before, result, state) => {
    const entry = { ...hers, attempts: tried(...before) }
    const noted = noteAttempt(entry, { at: now, worker: noor, result })
    expect(noted).toMatchObject({ kind: 'noted', entry: { state, closedAt: state === 'open' ? null : now } })
    expect(noted).toMatchObject({ entry: { attempts: tried(...before, result) } })
  })

  it.each([
    ['the same within a minute, told twice', noor, 'busy', '2026-11-24 11:00:59', 1],
    ['the same a minute later', noor, 'busy', '2026-11-24 11:01', 2],
    ['another result', noor, 'no-answer', '2026-11-24 11:00', 2],
    ['another worker', sam, 'busy', '2026-11-24 11:00', 2],
  ] as const)('after one that failed: %s', (_title, worker, result, moment, attempts) => {
    const entry = { ...hers, owner: worker, attempts: tried('busy') }
    const noted = noteAttempt(entry, { at: at(moment), worker, result })
    expect(noted).toMatchObject({ kind: 'noted', entry: { attempts: { length: attempts } } })
  })

  it.each([
    ['whoever did not take it up', hers, sam],
    ['anybody while nobody took it up', makeEntry(), noor],
    ['anybody when she asked for nothing', { ...hers, consent: askedForNothing }, noor],
  ])('is not for %s', (_title, entry, worker) => {
    expect(noteAttempt(entry, { at: now, worker, result: 'reached' })).toEqual({ kind: 'not-yours' })
  })
})

describe('laying aside', () => {
  it.each([
    ['closes who asked for nothing', makeEntry({ consent: askedForNothing }), false, 'seen'],
    ['closes a promise whose number is gone, as lost', makeEntry(), false, 'seen'],
    ['is refused as long as we owe her a call', makeEntry(), true, 'promised'],
  ] as const)('%s', (_title, entry, hasNumber, kind) => {
    const aside = markSeen(entry, { worker: noor, hasNumber, at: now })
    expect(aside.kind).toBe(kind)
    if (aside.kind === 'seen') expect(aside.entry.state).toBe(entry.consent.mayCall ? 'lost' : 'seen')
  })

  it.each([
    ['is her own affair who took it up', noor, 'seen'],
    ['is not for a colleague of hers', sam, 'claimed-by-other'],
  ] as const)('%s', (_title, worker, kind) => {
    expect(markSeen({ ...hers, consent: askedForNothing }, { worker, hasNumber: false, at: now }).kind).toBe(kind)
  })
})

describe('coming back', () => {
  it.each([
    ['settles what she asked before', makeEntry(), '2026-11-24 10:31', 'came-back'],
    ['settles what she asked in the same talk', makeEntry(), '2026-11-24 10:30', 'came-back'],
    ['leaves what she asked later', makeEntry(), '2026-11-24 10:29', 'stays'],
    ['leaves what she asked again later', makeEntry({ lastAskedAt: at('2026-11-24 12:00') }), '2026-11-24 11:00', 'stays'],
    ['leaves what is closed', done, '2026-11-24 12:00', 'stays'],
  ] as const)('%s', (_title, entry, answered, kind) => {
    expect(cameBack(entry, at(answered)).kind).toBe(kind)
  })
})

describe('asking again', () => {
  const tomorrow = { from: at('2026-11-25 09:00'), by: at('2026-11-25 17:00') }
  const again = {
    at: now,
    promise: tomorrow,
    consent: { ...mayBeCalled, othersMayAnswer: true },
    reason: 'closed',
    channel: 'form',
  } as const

  it.each([
    ['keeps the promise that still can be kept', makeEntry(), now, makeEntry().promise],
    ['takes a new one when the first has passed', makeEntry(), at('2026-11-24 17:00'), tomorrow],
    ['takes one when there was none', makeEntry({ promise: null }), now, tomorrow],
  ])('%s', (_title, entry, asked, promise) => {
    const outcome = askAgain(entry, { ...again, at: asked })
    expect(outcome).toMatchObject({ entry: { promise, consent: entry.consent, reason: 'busy', channel: 'phone', lastAskedAt: asked } })
  })

  it.each([
    ['leaves it to whoever took it up', now, noor],
    ['takes it from whoever let it lie', at('2026-11-24 17:00'), null],
  ])('%s', (_title, asked, owner) => {
    expect(askAgain(hers, { ...again, at: asked })).toMatchObject({ entry: { owner, claimedAt: owner && now } })
  })

  const toAll = { mayCall: true, othersMayAnswer: true, mayLeaveMessage: true }
  it.each([
    ['allows no more than the first time', mayBeCalled, toAll, mayBeCalled],
    ['may allow less than the first time', toAll, mayBeCalled, mayBeCalled],
    ['may allow the same', toAll, toAll, toAll],
    ['allows all, when nothing was asked before', askedForNothing, toAll, toAll],
  ])('%s', (_title, before, consent, kept) => {
    expect(askAgain(makeEntry({ consent: before }), { ...again, consent })).toMatchObject({ entry: { consent: kept } })
  })

  it('makes a promise of what asked for nothing', () => {
    const entry = makeEntry({ consent: askedForNothing, promise: null, reason: 'left-chat', channel: 'chat' })
    expect(askAgain(entry, again)).toMatchObject({ entry: { consent: { mayCall: true }, reason: 'closed', channel: 'form' } })
  })

  it('never moves the last asking back', () => {
    const early = askAgain(makeEntry(), { ...again, at: at('2026-11-24 09:00') })
    expect(early).toMatchObject({ entry: { lastAskedAt: makeEntry().lastAskedAt } })
  })
})

describe('a promise is', () => {
  it.each([
    ['late from its last moment on', makeEntry(), '2026-11-24 17:00', true],
    ['in time before', makeEntry(), '2026-11-24 16:59', false],
    ['never late without a moment', makeEntry({ promise: null }), '2026-12-24 17:00', false],
    ['not late once it is done', done, '2026-12-24 17:00', false],
  ] as const)('%s', (_title, entry, moment, late) => {
    expect(isLate(entry, at(moment))).toBe(late)
  })
})

describe('whatever is done with an entry, in any order,', () => {
  const worker = fc.constantFrom(noor, sam, lies)
  const result = fc.constantFrom(...AttemptResult.options)
  type Step = (entry: CallbackRequest) => { kind: string; entry?: CallbackRequest }
  const moments = fc.integer({ min: 0, max: 24 * 60 }).map((minutes) => new Date(now.getTime() + minutes * 60_000))
  const steps: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(worker, moments).map(
      ([who, moment]): Step =>
        (entry) =>
          claimCallback(entry, who, moment),
    ),
    fc.oneof(worker, fc.constant('coordinator' as const)).map(
      (who): Step =>
        (entry) =>
          releaseCallback(entry, who),
    ),
    fc.tuple(worker, result).map(
      ([who, how]): Step =>
        (entry) =>
          noteAttempt(entry, { at: now, worker: who, result: how }),
    ),
    fc.tuple(worker, fc.boolean()).map(
      ([who, hasNumber]): Step =>
        (entry) =>
          markSeen(entry, { worker: who, hasNumber, at: now }),
    ),
    fc.integer({ min: -60, max: 60 }).map(
      (minutes): Step =>
        (entry) =>
          cameBack(entry, new Date(now.getTime() + minutes * 60_000)),
    ),
    fc
      .boolean()
      .map((): Step => (entry) => askAgain(entry, { at: now, promise: null, consent: mayBeCalled, reason: 'busy', channel: 'phone' })),
  )
  const first = fc.boolean().map((mayCall) => makeEntry({ consent: { ...mayBeCalled, mayCall } }))

  it('it is never dropped, closes once, and has one owner', () => {
    fc.assert(
      fc.property(first, fc.array(steps, { maxLength: 25 }), (begun, course) => {
        let entry = begun
        for (const step of course) {
          const before = entry
          const outcome = step(before)
          entry = outcome.entry ?? before
          expect(entry).toMatchObject({ id: begun.id, region: begun.region, askedAt: begun.askedAt })
          expect(entry.attempts.slice(0, before.attempts.length)).toEqual(before.attempts)
          if (before.state !== 'open') expect(entry).toEqual(before)
          expect(entry.closedAt === null).toBe(entry.state === 'open')
          expect(entry.claimedAt === null).toBe(entry.owner === null)
          // The owner of an entry only changes when the entry was neglected, and the new owner claims it at that same moment.
          if (before.owner !== null && entry.owner !== null && entry.owner !== before.owner)
            expect(mayTakeOver(before, entry.claimedAt ?? now)).toBe(true)
          // All attempts of this story lie in one minute.
          expect(entry.state).not.toBe('not-reached')
        }
      }),
    )
  })

  it('nobody may call who was not allowed to, and only one may', () => {
    fc.assert(
      fc.property(first, fc.array(steps, { maxLength: 25 }), (begun, course) => {
        const entry = course.reduce((so, step) => step(so).entry ?? so, begun)
        const callers = [noor, sam, lies].filter((one) => mayCallBack(entry, one))
        expect(callers.length).toBeLessThanOrEqual(1)
        if (!entry.consent.mayCall || entry.state !== 'open' || entry.owner === null) expect(callers).toEqual([])
      }),
    )
  })
})
