import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freePlaces, placesOf, weighTakingOn } from '../../../shared/domain/cases/caseload.ts'

const norm = { familiesPerFullTimer: 10 }

describe('a worker has', () => {
  it.each([
    ['ten places full-time', 1, 10],
    ['five places half-time', 0.5, 5],
    ['eight places at four fifths', 0.8, 8],
    ['three places at a quarter, rounded', 0.25, 3],
    ['none without hours', 0, 0],
  ])('%s', (_title, share, places) => {
    expect(placesOf({ ...norm, share, families: 0 })).toBe(places)
  })
})

describe('one more family', () => {
  it.each([
    ['comes where places are free', 0.5, 3, null, { kind: 'may-take-on', placesLeft: 1 }],
    ['takes the last place', 0.5, 4, null, { kind: 'may-take-on', placesLeft: 0 }],
    ['asks a reason when the places are full', 0.5, 5, null, { kind: 'needs-reason', families: 5, places: 5 }],
    ['asks a reason when they are more than full', 0.5, 7, null, { kind: 'needs-reason', families: 7, places: 5 }],
    ['takes no blank for a reason', 0.5, 5, ' \n', { kind: 'needs-reason', families: 5, places: 5 }],
    ['comes on top with a reason', 0.5, 5, 'Broer wordt al begeleid', { kind: 'may-take-on', placesLeft: 0 }],
    ['needs no reason where a place is free', 1, 0, 'Toch', { kind: 'may-take-on', placesLeft: 9 }],
  ] as const)('%s', (_title, share, families, reason, weighed) => {
    expect(weighTakingOn({ ...norm, share, families }, reason)).toEqual(weighed)
  })
})

describe('a caseload', () => {
  const caseloads = fc.record({
    share: fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20),
    familiesPerFullTimer: fc.integer({ min: 1, max: 30 }),
    families: fc.integer({ min: 0, max: 60 }),
  })

  it('never refuses for good: with a reason the answer is always yes', () => {
    fc.assert(
      fc.property(caseloads, (caseload) => {
        expect(weighTakingOn(caseload, 'Het gezin kan niet wachten').kind).toBe('may-take-on')
        expect(weighTakingOn(caseload, null).kind === 'may-take-on').toBe(freePlaces(caseload) > 0)
      }),
    )
  })

  it('has fewer free places with every family, and never less than none', () => {
    fc.assert(
      fc.property(caseloads, (caseload) => {
        const next = freePlaces({ ...caseload, families: caseload.families + 1 })
        expect(next).toBe(Math.max(0, freePlaces(caseload) - 1))
      }),
    )
  })
})
