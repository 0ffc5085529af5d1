import { describe, expect, it } from 'vitest'
import type { OpeningHours } from '../../../shared/domain/regions/region.ts'
import { suggestedClosures } from '../../../shared/domain/hours/suggested-closures.ts'
import { kempen, oost } from '../../support/people/make.ts'

const shown = (year: number, hours: OpeningHours) => suggestedClosures(year, hours).map(({ kind, from, to }) => `${kind} ${from} ${to}`)

describe('closing days are suggested', () => {
  it.each([
    ['on the Friday after Ascension, and at Christmas', 2026, oost.hours, ['2026-01-02', '2026-05-15', '2026-07-20']],
    ['on the Monday before a Tuesday, Christmas among them', 2029, oost.hours, ['2029-04-30', '2029-05-11', '2029-11-02', '2029-12-24']],
    ['on no day that a region is shut anyway', 2026, kempen.hours, ['2026-07-20']],
    ['around 11 July where it is kept', 2028, oost.hours, ['2028-05-26', '2028-07-10', '2028-08-14']],
    ['not around 11 July where it is not', 2028, { ...oost.hours, flemishFeast: false }, ['2028-05-26', '2028-08-14']],
  ])('%s', (_, year, hours, days) => {
    const bridges = days.map((day) => `bridging-day ${day} ${day}`)
    expect(shown(year, hours)).toEqual([...bridges, `christmas ${year}-12-26 ${year}-12-31`])
  })

  it('once: what is closed already is not suggested', () => {
    const closures = suggestedClosures(2026, oost.hours).map(({ from, to }) => ({ from, to, reason: 'gesloten' }))
    expect(suggestedClosures(2026, { ...oost.hours, closures })).toEqual([])
  })

  it('never at Christmas once part of it is decided', () => {
    const closures = [{ from: '2026-12-28', to: '2026-12-28', reason: 'teamdag' } as const]
    expect(shown(2026, { ...oost.hours, closures }).at(-1)).not.toContain('christmas')
  })

  it('never to a line that is shut between Christmas and New Year', () => {
    const year = 2026
    const sundays: OpeningHours = { ...oost.hours, week: { sun: [{ from: '09:00', to: '12:00' }] } }
    expect(shown(year, sundays)).toEqual([`christmas ${year}-12-26 ${year}-12-31`])
    expect(suggestedClosures(year, { ...sundays, week: {} })).toEqual([])
  })

  it('with the holiday they follow from', () => {
    expect(suggestedClosures(2026, oost.hours)).toContainEqual({
      kind: 'bridging-day',
      from: '2026-05-15',
      to: '2026-05-15',
      after: 'ascension',
    })
  })
})
