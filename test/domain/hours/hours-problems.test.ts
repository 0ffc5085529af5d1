import { describe, expect, it } from 'vitest'
import { Day } from '../../../shared/domain/time/day.ts'
import { addDays } from '../../../shared/domain/time/brussels-time.ts'
import { closingStretches } from '../../../shared/domain/hours/opening-hours.ts'
import { type HoursDraft, hoursFrom, hoursProblems, stretchesAtMost } from '../../../shared/domain/hours/hours-problems.ts'
import { oost } from '../../support/people/make.ts'

const today = Day.parse('2026-11-24')
const span = (from: string, to: string) => ({ from, to })
const closure = (from: string, to = from, reason = 'teamdag') => ({ from, to, reason })
const draft = (given: Partial<HoursDraft> = {}): HoursDraft => ({ ...oost.hours, ...given })
const monday = (...mon: { from: string; to: string }[]) => draft({ week: { mon } })
const closed = (...closures: { from: string; to: string; reason: string }[]) => draft({ closures })

// Closing days two weeks apart, so that no two of them can be joined into one period.
const apart = (count: number) => Array.from({ length: count }, (_, place) => closure(addDays(Day.parse('2027-01-12'), 14 * place)))

describe('opening hours without contradiction are', () => {
  it.each([
    ['those of the row', draft()],
    ['several spans a day', monday(span('13:00', '17:00'), span('09:00', '12:00'))],
    ['a week with an empty day', draft({ week: { mon: [span('09:00', '12:00')], tue: [] } })],
    ['closing days one after another', closed(closure('2026-12-28', '2026-12-31'), closure('2026-12-24'))],
    ['as many closing days as Connect holds', closed(...apart(stretchesAtMost))],
    ['more of them, when some are over', closed(closure('2026-01-06'), closure('2026-01-20'), ...apart(stretchesAtMost))],
  ])('%s', (_, hours) => {
    expect(hoursProblems(hours, today)).toEqual([])
  })
})

describe('in opening hours it is told that', () => {
  it.each([
    ['a time is none', monday(span('9u', '12:00')), { kind: 'not-a-time', on: 'mon', place: 0, field: 'from' }],
    ['an ending is none', monday(span('09:00', '24:00')), { kind: 'not-a-time', on: 'mon', place: 0, field: 'to' }],
    ['a span ends before it begins', monday(span('12:00', '09:00')), { kind: 'span-ends-before-it-begins', on: 'mon', place: 0 }],
    ['a span lasts no time', monday(span('09:00', '09:00')), { kind: 'span-ends-before-it-begins', on: 'mon', place: 0 }],
    ['two spans touch', monday(span('12:00', '17:00'), span('09:00', '12:00')), { kind: 'spans-not-apart', on: 'mon', place: 0, other: 1 }],
    ['two overlap', monday(span('09:00', '13:00'), span('12:00', '17:00')), { kind: 'spans-not-apart', on: 'mon', place: 1, other: 0 }],
    ['the week never opens', draft({ week: { mon: [] } }), { kind: 'week-never-opens' }],
    ['a day is none', closed(closure('2027-02-30', '2027-03-01')), { kind: 'not-a-day', place: 0, field: 'from' }],
    ['an end day is none', closed(closure('2027-03-01', 'maandag')), { kind: 'not-a-day', place: 0, field: 'to' }],
    ['a reason is missing', closed(closure('2027-03-01', '2027-03-01', '  ')), { kind: 'no-reason', place: 0 }],
    ['a reason is too long', closed(closure('2027-03-01', '2027-03-01', 'a'.repeat(201))), { kind: 'reason-too-long', place: 0 }],
    [
      'a closure ends before it begins',
      closed(closure('2026-12-31', '2026-12-24')),
      { kind: 'closure-ends-before-it-begins', place: 0, day: '2026-12-31' },
    ],
    ['a closure takes years', closed(closure('2026-12-24', '2062-12-31')), { kind: 'closure-too-long', place: 0, atMost: 366 }],
    [
      'closures overlap',
      closed(closure('2026-12-28', '2027-01-03'), closure('2026-12-24', '2026-12-28')),
      { kind: 'closures-overlap', place: 0, other: 1, day: '2026-12-28' },
    ],
    ['they are more than Connect holds', closed(...apart(stretchesAtMost + 1)), { kind: 'too-many-closures', atMost: stretchesAtMost }],
  ])('%s', (_, hours, problem) => {
    expect(hoursProblems(hours, today)).toEqual([problem])
  })

  it('everything at once', () => {
    const wrong = draft({
      week: { mon: [span('12:00', '09:00')], tue: [span('nu', 'later')] },
      closures: [closure('2026-12-31', '2026-12-24'), closure('ooit')],
    })
    expect(hoursProblems(wrong, today).map(({ kind }) => kind)).toEqual([
      'span-ends-before-it-begins',
      'not-a-time',
      'not-a-time',
      'not-a-day',
      'not-a-day',
      'closure-ends-before-it-begins',
    ])
  })

  it('a long span meets every later one', () => {
    const spans = [span('09:00', '17:00'), span('10:00', '11:00'), span('12:00', '13:00')]
    expect(hoursProblems(monday(...spans), today)).toEqual([
      { kind: 'spans-not-apart', on: 'mon', place: 1, other: 0 },
      { kind: 'spans-not-apart', on: 'mon', place: 2, other: 0 },
    ])
  })

  it('a span stands there twice', () => {
    expect(hoursProblems(monday(span('09:00', '12:00'), span('09:00', '12:00')), today)).toHaveLength(1)
  })
})

describe('a draft becomes', () => {
  it('hours in order, without empty days', () => {
    const made = hoursFrom(
      draft({
        week: { mon: [span('13:00', '17:00'), span('09:00', '12:00')], tue: [] },
        closures: [closure('2027-03-01'), closure('2026-12-24', '2026-12-31', ' kerst ')],
      }),
    )
    expect(made).toEqual({
      week: { mon: [span('09:00', '12:00'), span('13:00', '17:00')] },
      flemishFeast: true,
      closures: [closure('2026-12-24', '2026-12-31', 'kerst'), closure('2027-03-01')],
    })
  })

  it('nothing when it contradicts itself', () => {
    expect(() => hoursFrom(monday(span('12:00', '09:00')))).toThrow()
  })
})

describe('closing days as a calendar holds them', () => {
  const stretchesOf = (...closures: { from: string; to: string; reason: string }[]) => closingStretches(hoursFrom(closed(...closures)))

  it.each([
    [
      'stand apart around holidays',
      [closure('2026-12-24', '2027-01-03')],
      ['2026-12-24 2026-12-24', '2026-12-26 2026-12-31', '2027-01-02 2027-01-03'],
    ],
    [
      'have each day once where they overlap',
      [closure('2027-03-01', '2027-03-05'), closure('2027-03-03', '2027-03-08')],
      ['2027-03-01 2027-03-05', '2027-03-06 2027-03-08'],
    ],
    [
      'leave out one that lies in another',
      [closure('2027-03-01', '2027-03-05'), closure('2027-03-02', '2027-03-03')],
      ['2027-03-01 2027-03-05'],
    ],
    ['are none on a holiday alone', [closure('2026-12-25')], []],
  ])('%s', (_, closures, stretches) => {
    expect(stretchesOf(...closures).map(({ from, to }) => `${from} ${to}`)).toEqual(stretches)
  })
})
