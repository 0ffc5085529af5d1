import limburgOost from './limburg-oost.json' with { type: 'json' }
import oostBrabant from './oost-brabant.json' with { type: 'json' }
import voorEnNoorderkempen from './voor-en-noorderkempen.json' with { type: 'json' }
import { type OpenRegion, openRegions, Region } from './region.ts'

/** Every partnership we hold a row for, checked when the program starts: a typing error stops the build, not a caller. */
export const regions: readonly Region[] = [limburgOost, voorEnNoorderkempen, oostBrabant].map((row) => Region.parse(row))

/** The region with this key when its line is open, else null. */
export function openRegion(id: string): OpenRegion | null {
  return openRegions(regions).find((region) => region.id === id) ?? null
}
