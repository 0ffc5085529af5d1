import limburgOost from './limburg-oost.json' with { type: 'json' }
import oostBrabant from './oost-brabant.json' with { type: 'json' }
import voorEnNoorderkempen from './voor-en-noorderkempen.json' with { type: 'json' }
import { type OpenRegion, openRegions, Region } from './region.ts'

/** Every partnership with a data file, parsed when the module loads: a mistake in a file fails the build, not a call. */
export const regions: readonly Region[] = [limburgOost, voorEnNoorderkempen, oostBrabant].map((row) => Region.parse(row))

/** The region with this key, or null when it does not exist or has no line. */
export function openRegion(id: string): OpenRegion | null {
  return openRegions(regions).find((region) => region.id === id) ?? null
}
