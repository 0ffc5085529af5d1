import { OpenRegion } from '../../../shared/domain/regions/region.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'

/** A made-up region with three languages: the real open regions have only Dutch. */
export function threeLanguages(): OpenRegion {
  const row = openRegion('limburg-oost')
  if (!row) throw new Error('The row that this one is made from does not open.')
  const sources = ['made up for tests']
  return OpenRegion.parse({
    ...row,
    id: 'zeeduin',
    brand: 'De Duinen',
    name: 'Zeeduin',
    spokenName: 'Zeeduin',
    languages: ['nl', 'fr', 'en'],
    sources,
  })
}
