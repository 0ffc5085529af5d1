import { describe, expect, it } from 'vitest'
import { municipalities, municipalityOf, searchableMunicipalities } from '../../../shared/domain/regions/municipalities.ts'
import { Municipality, OpenRegion, openRegions, lookUpMunicipality } from '../../../shared/domain/regions/region.ts'
import { openRegion, regions } from '../../../shared/domain/regions/regions.ts'
import { kempen, oost } from '../../support/people/make.ts'

describe('the partnerships', () => {
  it('that open are those whose hours and area have a source', () => {
    expect(openRegions(regions).map((region) => region.id)).toEqual(['limburg-oost', 'voor-en-noorderkempen'])
  })

  it.each(['oost-brabant', 'nergens', ''])('do not open %j', (id) => {
    expect(openRegion(id)).toBeNull()
  })

  it('are listed under ids of their own', () => {
    expect(new Set(regions.map((region) => region.id)).size).toBe(regions.length)
  })

  it.each(openRegions(regions).map((region): [string, OpenRegion] => [region.name, region]))(
    '%s names its municipalities as the country does',
    (_name, region) => {
      const named = [...region.municipalities, ...region.unconfirmedMunicipalities]
      for (const { nis, name } of named) expect(municipalityOf(nis)).toEqual({ nis, name })
      expect(new Set(named.map((one) => one.nis)).size).toBe(named.length)
    },
  )

  it('share no municipality', () => {
    const held = openRegions(regions).flatMap((region) => region.municipalities.map((one) => one.nis))
    expect(new Set(held).size).toBe(held.length)
  })

  it('show only demo numbers that cannot be dialled', () => {
    for (const region of openRegions(regions)) expect(region.demoPhone).toMatch(/^\+32000000\d{3}$/)
  })
})

describe('a region is refused', () => {
  const [first] = oost.municipalities
  it.each([
    ['when a municipality names a team it does not have', { municipalities: [{ ...first, team: 'nergens' }] }],
    ['when it has no municipality', { municipalities: [] }],
    ['when it has no source', { sources: [] }],
    ['when its demo number could be dialled', { demoPhone: '+3289000000' }],
    ['when it knows a key we do not', { yearlyTarget: 200 }],
  ])('%s', (_title, given) => {
    expect(OpenRegion.safeParse({ ...oost, ...given }).success).toBe(false)
    expect(OpenRegion.safeParse(oost).success).toBe(true)
  })
})

describe('a family’s municipality is', () => {
  it.each([
    ['here, with its team', oost, '71016', { kind: 'here', municipality: { nis: '71016', name: 'Genk', team: 'genk' } }],
    ['here, its team not known', oost, '72021', { kind: 'here', municipality: { nis: '72021', name: 'Maaseik', team: null } }],
    ['of another region', oost, '11023', { kind: 'other-region', region: kempen }],
    ['of another region, seen from there', kempen, '71016', { kind: 'other-region', region: oost }],
    ['not known when no source confirms it', oost, '71002', { kind: 'not-known' }],
    ['not known when no region holds it', kempen, '11002', { kind: 'not-known' }],
    ['not known when it does not exist', kempen, '99999', { kind: 'not-known' }],
  ])('%s', (_title, region, nis, place) => {
    expect(lookUpMunicipality(nis, region, regions)).toEqual(place)
  })
})

describe('the municipalities', () => {
  it('are the 285 of Flanders and the 19 of Brussels, each once', () => {
    expect(municipalities).toHaveLength(304)
    expect(municipalities.filter((one) => one.nis.startsWith('21'))).toHaveLength(19)
    expect(new Set(municipalities.map((one) => one.nis)).size).toBe(304)
    expect(new Set(municipalities.map((one) => one.name)).size).toBe(304)
    for (const one of municipalities) expect(Municipality.parse(one)).toEqual(one)
  })

  it('are found by their code', () => {
    expect(municipalityOf('72042')).toEqual({ nis: '72042', name: 'Oudsbergen' })
    expect(municipalityOf('71047')).toBeNull()
  })

  it('3.5: are offered under old names that people still say, and in French', () => {
    const offered = searchableMunicipalities()
    expect(offered).toContainEqual(['72042', 'Oudsbergen'])
    expect(offered).toContainEqual(['72042', 'Opglabbeek (Oudsbergen)'])
    expect(offered).toContainEqual(['72042', 'Meeuwen-Gruitrode (Oudsbergen)'])
    for (const name of [
      'Neerpelt (Pelt)',
      'Nevele (Deinze)',
      'Renaix (Ronse)',
      'Fourons (Voeren)',
      'Rhode-Saint-Genèse (Sint-Genesius-Rode)',
    ])
      expect([name, offered.some(([, offer]) => offer === name)]).toEqual([name, true])
    for (const [nis] of offered) expect(municipalityOf(nis)).not.toBeNull()
    const today = new Set(municipalities.map((one) => one.name))
    const former = offered.slice(304).map(([, name]) => name.replace(/ \(.*/, ''))
    for (const name of former) expect(today.has(name)).toBe(false)
  })
})
