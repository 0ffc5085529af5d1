import { describe, expect, it } from 'vitest'
import { TalkCallBack, missingOfCallBack, promiseOn } from '../../../shared/domain/callbacks/talk-promise.ts'
import { outcomeRules, outcomes } from '../../../shared/domain/conversations/outcomes.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import { at } from '../../support/time/at.ts'

// This line is open from 9 to 17 uur on weekdays.
const hours = openRegion('limburg-oost')!.hours
const broken = {
  ...hours,
  week: {
    ...hours.week,
    tue: [
      { from: '09:00', to: '10:00' },
      { from: '10:30', to: '12:15' },
      { from: '13:00', to: '16:00' },
    ],
  },
} as typeof hours
const moment = { at: at('2026-11-24 10:40'), latest: at('2026-11-28 00:00') }
const asked: TalkCallBack = { mayCall: true, othersMayAnswer: false, number: '0470 12 34 56', on: '2026-11-25', part: 'any' }
const span = (from: string, by: string) => ({ from: at(from), by: at(by) })

describe('a call at the end of a talk is promised', () => {
  it.each([
    ['1.4', 'on that day', '2026-11-25', 'any', span('2026-11-25 09:00', '2026-11-25 17:00')],
    ['1.4', 'before noon', '2026-11-25', 'morning', span('2026-11-25 09:00', '2026-11-25 12:00')],
    ['1.4', 'after noon', '2026-11-25', 'afternoon', span('2026-11-25 12:00', '2026-11-25 17:00')],
    ['1.4', 'today, from now on', '2026-11-24', 'morning', span('2026-11-24 10:40', '2026-11-24 12:00')],
    ['1.4', 'not on a day that is past', '2026-11-23', 'any', null],
    ['1.4', 'not when the line is closed', '2026-11-28', 'any', null],
    ['1.4', 'not when the number is erased before', '2026-11-30', 'any', null],
  ] as const)('%s %s', (_row, _title, on, part, promise) => {
    expect(promiseOn(hours, { on, part }, moment)).toEqual(promise)
  })

  it('1.4 not in the last minutes before closing', () => {
    const late = { ...moment, at: at('2026-11-24 16:31') }
    expect(promiseOn(hours, { on: '2026-11-24', part: 'any' }, late)).toBeNull()
  })

  it('1.4 in the longest stretch, when that day has several', () => {
    const early = { ...moment, at: at('2026-11-24 08:00') }
    expect(promiseOn(broken, { on: '2026-11-24', part: 'any' }, early)).toEqual(span('2026-11-24 13:00', '2026-11-24 16:00'))
    expect(promiseOn(broken, { on: '2026-11-24', part: 'morning' }, early)).toEqual(span('2026-11-24 10:30', '2026-11-24 12:00'))
  })
})

describe('before it can be promised', () => {
  const promise = span('2026-11-25 09:00', '2026-11-25 17:00')
  it.each([
    ['1.4', 'nothing was asked', null, false, null, ['may-call']],
    ['1.4', 'no consent: nothing else is asked', { ...asked, mayCall: false }, false, null, ['may-call']],
    ['1.4', 'no number that we call', asked, false, promise, ['number']],
    ['1.4', 'no moment that we can keep', asked, true, null, ['reachable']],
    ['1.4', 'neither', asked, false, null, ['number', 'reachable']],
    ['1.4', 'all is there', asked, true, promise, []],
  ] as const)('%s %s', (_row, _title, given, isCallable, moments, missing) => {
    expect(missingOfCallBack(given, { isCallable, promise: moments })).toEqual(missing)
  })
})

it('1.4 only the outcome that says so promises a call', () => {
  expect(outcomes.filter((outcome) => outcomeRules[outcome].promises !== null)).toEqual(['call-back'])
})

it('a call with an unknown part of the day, or no real day, is refused', () => {
  expect(TalkCallBack.safeParse(asked).success).toBe(true)
  for (const given of [{ part: 'night' }, { on: '2026-02-30' }, { name: 'Wilg' }])
    expect(TalkCallBack.safeParse({ ...asked, ...given }).success).toBe(false)
})
