export type Named = readonly [nis: string, name: string]

/** Normalises a name for comparison: lower case, no accents, a space for whatever is no letter. */
export function plainly(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^ -~]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}

const maxShown = 7

/**
 * The municipalities whose name has a word that starts with the typed text; those whose first word does come first (“heist” gives
 * Heist-op-den-Berg before Knokke-Heist, “laken” gives nothing). Between words anything or nothing may stand, and “St” is Sint or Saint.
 */
export function findMunicipalities(all: readonly Named[], typed: string): readonly Named[] {
  const letters = plainly(typed)
    .replace(/\bste? /g, '_')
    .replace(/ ?(.)/g, '$1 ?')
    .replace(/_/g, 'sa?inte?')
  // No name has a dash left, so nothing typed finds nothing.
  const pattern = '\\b' + (letters || '-')
  return [0, 1].flatMap((place) => all.filter(([, name]) => Math.sign(plainly(name).search(pattern)) === place)).slice(0, maxShown)
}
