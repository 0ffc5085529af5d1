import rows from './municipalities.json' with { type: 'json' }
import type { Municipality } from './region.ts'

/**
 * The 285 municipalities of Flanders and the 19 of Brussels since the mergers of 1 January 2025 (docs/sources.md 3.3). A test checks the
 * rows against the schema, so that loading them needs no validation.
 */
export const municipalities: readonly Municipality[] = rows

type OtherName = readonly [nis: string, name: string]

// Names from before the mergers of 2019 and 2025 that people still use and that the new name does not contain.
const formerNames: readonly OtherName[] = [
  ['44084', 'Knesselare'],
  ['44083', 'Nevele'],
  ['45068', 'Kruishoutem'],
  ['45068', 'Zingem'],
  ['44085', 'Lovendegem'],
  ['44085', 'Waarschoot'],
  ['44085', 'Zomergem'],
  ['72043', 'Neerpelt'],
  ['72043', 'Overpelt'],
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

// French names: all of the municipalities with language facilities and of Brussels, where they are official or in official use, and of the
// larger municipalities that have one.
const frenchNames: readonly OtherName[] = [
  ['23009', 'Biévène'],
  ['23099', 'Crainhem'],
  ['23101', 'Rhode-Saint-Genèse'],
  ['33016', 'Messines'],
  ['34043', 'Espierres-Helchin'],
  ['45041', 'Renaix'],
  ['73109', 'Fourons'],
  ['21004', 'Bruxelles'],
  ['21009', 'Ixelles'],
  ['21002', 'Auderghem'],
  ['21015', 'Schaerbeek'],
  ['21003', 'Berchem-Sainte-Agathe'],
  ['21013', 'Saint-Gilles'],
  ['21012', 'Molenbeek-Saint-Jean'],
  ['21014', 'Saint-Josse-ten-Noode'],
  ['21018', 'Woluwe-Saint-Lambert'],
  ['21019', 'Woluwe-Saint-Pierre'],
  ['21016', 'Uccle'],
  ['21007', 'Forest'],
  ['21017', 'Watermael-Boitsfort'],
  ['11002', 'Anvers'],
  ['44021', 'Gand'],
  ['31005', 'Bruges'],
  ['24062', 'Louvain'],
  ['12025', 'Malines'],
  ['34022', 'Courtrai'],
  ['35013', 'Ostende'],
  ['41002', 'Alost'],
  ['42006', 'Termonde'],
  ['23027', 'Hal'],
  ['23088', 'Vilvorde'],
  ['71053', 'Saint-Trond'],
  ['73111', 'Tongres'],
  ['24107', 'Tirlemont'],
  ['33011', 'Ypres'],
  ['38025', 'Furnes'],
  ['36015', 'Roulers'],
  ['12021', 'Lierre'],
  ['41018', 'Grammont'],
  ['45035', 'Audenarde'],
  ['46021', 'Saint-Nicolas'],
]

const byNis = new Map(municipalities.map((municipality) => [municipality.nis, municipality]))

/** The municipality with a NIS code, or null when no current one has it. */
export function municipalityOf(nis: string): Municipality | null {
  return byNis.get(nis) ?? null
}

/** What a search field offers, as [NIS, name]: the current names, then the former and the French ones as "Opglabbeek (Oudsbergen)". */
export function searchableMunicipalities(): [nis: string, name: string][] {
  const today = municipalities.map(({ nis, name }): [string, string] => [nis, name])
  const other = [...formerNames, ...frenchNames].map(([nis, name]): [string, string] => [nis, `${name} (${municipalityOf(nis)?.name})`])
  return [...today, ...other]
}
