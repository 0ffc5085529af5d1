import rows from './municipalities.json' with { type: 'json' }
import type { Municipality } from './region.ts'

/** The 285 municipalities of Flanders and the 19 of Brussels, since the mergers of 1 January 2025. A test checks the rows, so a door need not. */
export const municipalities: readonly Municipality[] = rows

// Mergers of 1 January 2019 (Oudsbergen) and 2025 whose old names people still say and cannot find inside the new one.
const formerNames: readonly (readonly [nis: string, name: string])[] = [
  ['72042', 'Opglabbeek'],
  ['72042', 'Meeuwen-Gruitrode'],
  ['11002', 'Borsbeek'],
  ['71072', 'Kortessem'],
  ['46029', 'Moerbeke'],
  ['44087', 'Wachtebeke'],
  ['23106', 'Galmaarden'],
  ['23106', 'Gooik'],
  ['23106', 'Herne'],
  ['37022', 'Meulebeke'],
  ['37021', 'Ruiselede'],
]

const byNis = new Map(municipalities.map((municipality) => [municipality.nis, municipality]))

/** The municipality with a NIS code, or null when there is none today. */
export function municipalityOf(nis: string): Municipality | null {
  return byNis.get(nis) ?? null
}

/** What a search field offers, as [NIS, name]: today's names, then the old ones people still say, as "Opglabbeek (Oudsbergen)". */
export function searchableMunicipalities(): [nis: string, name: string][] {
  const today = municipalities.map(({ nis, name }): [string, string] => [nis, name])
  const former = formerNames.map(([nis, name]): [string, string] => [nis, `${name} (${municipalityOf(nis)?.name})`])
  return [...today, ...former]
}
