import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Day } from '../../../shared/domain/time/day.ts'
import { nextOpening, openingAt, spansOn } from '../../../shared/domain/hours/opening-hours.ts'
import { OpeningHours } from '../../../shared/domain/regions/region.ts'
import { at } from '../../support/time/at.ts'
import { kempen, oost } from '../../support/people/make.ts'

const lunch = OpeningHours.parse({
  week: {
    mon: [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ],
  },
  flemishFeast: false,
  closures: [],
})
const never: OpeningHours = { week: {}, flemishFeast: true, closures: [] }
const closedInAutumn: OpeningHours = { ...oost.hours, closures: [{ from: '2026-11-02', to: '2026-11-08', reason: 'teamdagen' }] }

describe('the line is open', () => {
  it.each([
    ['on a Tuesday morning', oost.hours, '2026-11-24 10:30', '2026-11-24 17:00'],
    ['from the first minute', oost.hours, '2026-11-24 09:00', '2026-11-24 17:00'],
    ['up to the last minute', oost.hours, '2026-11-24 16:59', '2026-11-24 17:00'],
    ['three hours on a Thursday in the Kempen', kempen.hours, '2026-11-26 10:00', '2026-11-26 13:00'],
    ['until lunch', lunch, '2026-11-23 11:59', '2026-11-23 12:00'],
    ['on the Monday after the clock goes forward', oost.hours, '2026-03-30 09:00', '2026-03-30 17:00'],
    ['on the Monday after the clock goes back', oost.hours, '2026-10-26 16:59', '2026-10-26 17:00'],
    ['on 11 July where the feast is not kept', { ...oost.hours, flemishFeast: false }, '2028-07-11 10:00', '2028-07-11 17:00'],
    ['on the day after a closing week', closedInAutumn, '2026-11-09 09:00', '2026-11-09 17:00'],
  ])('%s', (_title, hours, moment, closes) => {
    expect(openingAt(hours, at(moment))).toEqual({ kind: 'open', closesAt: at(closes) })
  })
})

describe('the line is closed', () => {
  const outside = { kind: 'outside-hours' }
  const holiday = (name: string) => ({ kind: 'holiday', holiday: name })
  it.each([
    ['at closing time itself, until tomorrow', oost.hours, '2026-11-24 17:00', outside, '2026-11-25 09:00'],
    ['before opening, until later today', oost.hours, '2026-11-24 08:59', outside, '2026-11-24 09:00'],
    ['on Wednesday in the Kempen, until Thursday', kempen.hours, '2026-11-25 10:30', outside, '2026-11-26 10:00'],
    ['on Friday evening, until Monday', oost.hours, '2026-11-27 17:00', outside, '2026-11-30 09:00'],
    ['over lunch, until the afternoon', lunch, '2026-11-23 12:00', outside, '2026-11-23 13:00'],
    ['on New Year, until the next weekday', oost.hours, '2026-01-01 10:00', holiday('new-year'), '2026-01-02 09:00'],
    ['at Christmas, over the weekend', oost.hours, '2026-12-25 10:00', holiday('christmas'), '2026-12-28 09:00'],
    ['on Easter Monday', oost.hours, '2026-04-06 10:00', holiday('easter-monday'), '2026-04-07 09:00'],
    ['on 11 July where it is kept', oost.hours, '2028-07-11 10:00', holiday('flemish-feast'), '2028-07-12 09:00'],
    ['in a closing week', closedInAutumn, '2026-11-04 10:00', { kind: 'closing-day' }, '2026-11-09 09:00'],
    ['on the last day of a closing week', closedInAutumn, '2026-11-08 10:00', { kind: 'closing-day' }, '2026-11-09 09:00'],
    ['on the first day of a closing week', closedInAutumn, '2026-11-02 10:00', { kind: 'closing-day' }, '2026-11-09 09:00'],
    ['on Saturday while the clock goes forward', oost.hours, '2026-03-28 12:00', outside, '2026-03-30 09:00'],
    ['on Sunday after the clock went back', oost.hours, '2026-10-25 12:00', outside, '2026-10-26 09:00'],
  ])('%s', (_title, hours, moment, why, opens) => {
    expect(openingAt(hours, at(moment))).toEqual({ kind: 'closed', why, opensAt: at(opens) })
  })

  it('without a promise when no opening is in sight', () => {
    expect(openingAt(never, at('2026-11-24 10:30'))).toEqual({ kind: 'closed', why: outside, opensAt: null })
  })

  it('all day on a holiday, whatever the week says', () => {
    expect(spansOn(oost.hours, Day.parse('2026-12-25'))).toEqual([])
    expect(spansOn(oost.hours, Day.parse('2026-12-24'))).toEqual([{ from: '09:00', to: '17:00' }])
  })
})

describe('the next opening', () => {
  const moments = fc.date({ min: at('2026-01-01 00:00'), max: at('2030-12-31 00:00'), noInvalidDate: true })
  const lines = fc.constantFrom(oost.hours, kempen.hours, lunch, closedInAutumn)

  it('is a moment at which the line opens, and nothing between is open', () => {
    fc.assert(
      fc.property(lines, moments, fc.double({ min: 0, max: 1, noNaN: true }), (hours, moment, part) => {
        const now = openingAt(hours, moment)
        const next = nextOpening(hours, moment)
        if (next === null) throw new Error('these lines always open again')
        expect(openingAt(hours, next).kind).toBe('open')
        expect(openingAt(hours, new Date(next.getTime() - 1)).kind).toBe('closed')

        const shutFrom = now.kind === 'open' ? now.closesAt.getTime() : moment.getTime()
        const between = new Date(shutFrom + Math.floor((next.getTime() - 1 - shutFrom) * part))
        expect(openingAt(hours, between)).toMatchObject({ kind: 'closed', opensAt: next })
      }),
    )
  })

  it('is another one when the line opens at this very moment', () => {
    expect(nextOpening(lunch, at('2026-11-23 09:00'))).toEqual(at('2026-11-23 13:00'))
    expect(nextOpening(oost.hours, at('2026-11-24 09:00'))).toEqual(at('2026-11-25 09:00'))
  })

  it('comes after the moment, and closing comes after it too', () => {
    fc.assert(
      fc.property(lines, moments, (hours, moment) => {
        const opening = openingAt(hours, moment)
        const then = opening.kind === 'open' ? opening.closesAt : opening.opensAt
        expect(then?.getTime()).toBeGreaterThan(moment.getTime())
      }),
    )
  })
})

describe('opening hours are refused', () => {
  const week = (...spans: { from: string; to: string }[]) => ({ week: { mon: spans }, flemishFeast: false, closures: [] })
  it.each([
    ['when a span ends before it begins', week({ from: '17:00', to: '09:00' })],
    ['when spans touch', week({ from: '09:00', to: '12:00' }, { from: '12:00', to: '17:00' })],
    ['when spans overlap', week({ from: '09:00', to: '13:00' }, { from: '12:00', to: '17:00' })],
    ['when spans stand out of order', week({ from: '13:00', to: '17:00' }, { from: '09:00', to: '12:00' })],
    ['when a day is named without a span', week()],
    ['when a closure ends before it begins', { ...lunch, closures: [{ from: '2026-11-08', to: '2026-11-02', reason: 'x' }] }],
    ['when a closure is on no real day', { ...lunch, closures: [{ from: '2026-02-30', to: '2026-03-01', reason: 'x' }] }],
    ['when they know a key we do not', { ...lunch, timeZone: 'x' }],
  ])('%s', (_title, hours) => {
    expect(OpeningHours.safeParse(hours).success).toBe(false)
  })
})
