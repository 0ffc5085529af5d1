import rows from './municipalities.json' with { type: 'json' }
import type { Municipality } from './region.ts'

/**
 * The 285 municipalities of Flanders and the 19 of Brussels since the mergers of 1 January 2025 (docs/sources.md 3.3). A test checks the
 * rows against the schema, so that loading them needs no validation.
 */
export const municipalities: readonly Municipality[] = rows

// Names from before the mergers of 2019 (Oudsbergen) and 2025 that people still use and that the new name does not contain.
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

/** The municipality with a NIS code, or null when no current one has it. */
export function municipalityOf(nis: string): Municipality | null {
  return byNis.get(nis) ?? null
}

/** What a search field offers, as [NIS, name]: the current names, then the former ones as "Opglabbeek (Oudsbergen)". */
export function searchableMunicipalities(): [nis: string, name: string][] {
  const today = municipalities.map(({ nis, name }): [string, string] => [nis, name])
  const former = formerNames.map(([nis, name]): [string, string] => [nis, `${name} (${municipalityOf(nis)?.name})`])
  return [...today, ...former]
}
