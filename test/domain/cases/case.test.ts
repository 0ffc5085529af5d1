import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dayOf } from '../../../shared/domain/time/brussels-time.ts'
import { mayStep, perspectiveTalkDue } from '../../../shared/domain/cases/case.ts'
import { at } from '../../support/time/at.ts'

describe('the perspective talk is due', () => {
  it.each([
    ['one month after the referral', '2026-11-24 10:30', '2026-12-24'],
    ['on the last of February after 31 January', '2026-01-31 16:00', '2026-02-28'],
    ['on 29 February in a leap year', '2028-01-31 16:00', '2028-02-29'],
    ['on 29 February a month after 29 January', '2028-01-29 09:00', '2028-02-29'],
    ['on 29 March a month after 29 February', '2028-02-29 09:00', '2028-03-29'],
    ['on the last of a short month', '2026-03-31 12:00', '2026-04-30'],
    ['in the new year after a referral in December', '2026-12-15 12:00', '2027-01-15'],
    ['on Christmas too: holidays do not stop the month', '2026-11-25 12:00', '2026-12-25'],
    ['counted from the day in Brussels, just before midnight', '2026-06-30 23:59', '2026-07-30'],
    ['counted from the day in Brussels, just after midnight', '2026-07-01 00:01', '2026-08-01'],
  ])('%s', (_title, referred, due) => {
    expect(perspectiveTalkDue(at(referred))).toBe(due)
  })

  it('four weeks to 31 days after any referral', () => {
    const moments = fc.date({ min: at('2020-01-01 00:00'), max: at('2040-01-01 00:00'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (referredAt) => {
        const referred = dayOf(referredAt)
        const due = perspectiveTalkDue(referredAt)
        expect(due >= addDays(referred, 28) && due <= addDays(referred, 31)).toBe(true)
        expect(addMonths(due, -1) <= referred).toBe(true)
      }),
    )
  })
})

describe('a step', () => {
  it.each([
    ['hold-perspective-talk', 'taken-on', true],
    ['hold-perspective-talk', 'perspective-given', false],
    ['hold-perspective-talk', 'in-trajectory', false],
    ['hold-perspective-talk', 'closed', false],
    ['log-weekly-contact', 'taken-on', true],
    ['log-weekly-contact', 'in-trajectory', true],
    ['log-weekly-contact', 'closed', false],
    ['close', 'taken-on', true],
    ['close', 'perspective-given', true],
    ['close', 'in-trajectory', true],
    ['close', 'closed', false],
  ] as const)('%s in stage %s: %s', (step, stage, may) => {
    expect(mayStep(step, stage)).toBe(may)
  })
})
