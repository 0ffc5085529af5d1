export type Named = readonly [nis: string, name: string]

/** Normalises a name for comparison: lower case, no accents, hyphens as spaces. */
export function plainly(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/[\s-]+/g, ' ')
    .trim()
    .toLowerCase()
}

/**
 * The municipalities whose name has a word that starts with the typed text; those whose first word does come first (“heist” gives
 * Heist-op-den-Berg before Knokke-Heist, “laken” gives nothing).
 */
export function findMunicipalities(all: readonly Named[], typed: string, most: number): readonly Named[] {
  const wanted = plainly(typed)
  if (wanted === '') return []
  const begins = ([, name]: Named) => plainly(name).startsWith(wanted)
  const found = all.filter(([, name]) => ` ${plainly(name)}`.includes(` ${wanted}`))
  return found.toSorted((one, other) => Number(begins(other)) - Number(begins(one))).slice(0, most)
}
