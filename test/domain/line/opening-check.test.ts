import { describe, expect, it } from 'vitest'
import { type OpeningCheck, openingToCheck, problemsOfOpening, recipientsOfOpening } from '../../../shared/domain/line/opening-check.ts'
import { at } from '../../support/time/at.ts'
import { kempen, oost } from '../../support/people/make.ts'
import { noor, sam } from '../../support/people/people.ts'

const greet = 'worker_greet-eik'
const told = { first: [noor], backup: [sam], coordinators: [greet] } as const
const good: OpeningCheck['parts'] = { 'on-duty': 'good', 'signed-in': 'good', softphone: 'good', hours: 'good', contact: 'good' }
const check = (clock: string, parts: Partial<OpeningCheck['parts']>): OpeningCheck => ({
  opensAt: at('2026-11-24 09:00'),
  checkedAt: at(`2026-11-24 ${clock}`),
  parts: { ...good, ...parts },
})

describe('an opening is checked', () => {
  it.each([
    ['ten minutes before it', oost, '2026-11-24 08:50', '2026-11-24 09:00'],
    ['one minute before it', oost, '2026-11-24 08:59', '2026-11-24 09:00'],
    ['on the day of a clock change alike', oost, '2026-03-30 08:50', '2026-03-30 09:00'],
    ['at the hours of its own region', kempen, '2026-11-24 09:50', '2026-11-24 10:00'],
  ])('%s', (_title, region, now, opens) => {
    expect(openingToCheck(region.hours, at(now))).toEqual(at(opens))
  })

  it.each([
    ['eleven minutes before it', oost, '2026-11-24 08:49'],
    ['while the line is open', oost, '2026-11-24 09:00'],
    ['on a holiday', oost, '2026-12-25 08:55'],
    ['on a day without hours', kempen, '2026-11-25 09:55'],
  ])('not %s', (_title, region, now) => {
    expect(openingToCheck(region.hours, at(now))).toBeNull()
  })

  it('never on a line that never opens again', () => {
    expect(openingToCheck({ ...oost.hours, week: {} }, at('2026-11-24 08:50'))).toBeNull()
  })
})

describe('an opening at risk', () => {
  it('is none when all is good', () => {
    expect([problemsOfOpening(check('08:50', {})), recipientsOfOpening(check('08:50', {}), told)]).toEqual([[], []])
  })

  it('names what is not good, in its order', () => {
    expect(problemsOfOpening(check('08:50', { contact: 'not-good', 'signed-in': 'not-good' }))).toEqual(['signed-in', 'contact'])
  })

  it.each([
    ['leaves time to what is not known yet', '08:52', []],
    ['takes what is still not known for not good at the end', '08:55', ['softphone']],
  ])('%s', (_title, clock, problems) => {
    expect(problemsOfOpening(check(clock, { softphone: 'not-yet' }))).toEqual(problems)
  })

  it.each([
    ['who has the line and the backup first', '08:50', told, [noor, sam]],
    ['the coordinator too five minutes before', '08:55', told, [noor, sam, greet]],
    ['the coordinator at once when nobody has the line', '08:50', { ...told, first: [], backup: [] }, [greet]],
  ])('tells %s', (_title, clock, people, expected) => {
    expect(recipientsOfOpening(check(clock, { 'signed-in': 'not-good' }), people)).toEqual(expected)
  })
})
