export type Named = readonly [nis: string, name: string]

/** A name as it is compared: no capitals, no accents, a dash as a space. */
export function plainly(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/[\s-]+/g, ' ')
    .trim()
    .toLowerCase()
}

/**
 * The municipalities that fit what was typed: names that begin so come first, then names with a later word that does ("laken" finds
 * nothing, "heist" finds Heist-op-den-Berg before Knokke-Heist).
 */
export function findMunicipalities(all: readonly Named[], typed: string, most: number): readonly Named[] {
  const wanted = plainly(typed)
  if (wanted === '') return []
  const begins = ([, name]: Named) => plainly(name).startsWith(wanted)
  const found = all.filter(([, name]) => ` ${plainly(name)}`.includes(` ${wanted}`))
  return found.toSorted((one, other) => Number(begins(other)) - Number(begins(one))).slice(0, most)
}
