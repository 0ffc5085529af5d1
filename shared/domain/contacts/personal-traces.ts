/** What in a text points to a person. */
export type PersonalTrace = 'national-number' | 'telephone' | 'e-mail' | 'long-number'

// In this order: a national number is also a long number, and the most telling name wins. A Belgian telephone number counts nine or ten
// digits with its first nought ("+32 (0)3" keeps it), a national number eleven.
const shapes: readonly (readonly [PersonalTrace, RegExp])[] = [
  ['national-number', /(?<![\d+])\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}(?!\d)/],
  ['e-mail', /[^\s@]+@[^\s@]+\.[a-z]{2,}/i],
  ['telephone', /(?:\+32|\b0032|\b0)(?:[\s./()-]{0,3}\d){8,10}(?!\d)/],
  ['long-number', /\d{7,}|\d(?:[ .-]?\d){8,}/],
]

// "24/11/2026" and "2026-11-24" are what an agreement is made of, not a number of somebody.
const dates = /\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b/g

/**
 * What in a text looks as if it points to a person, or null. A hint before sending or saving, never a block: a word that looks like a
 * name cannot be told from any other, so only numbers and addresses of mail are looked for.
 */
export function personalTraceIn(text: string): PersonalTrace | null {
  const undated = text.replaceAll(dates, ' … ')
  return shapes.find(([, shape]) => shape.test(undated))?.[0] ?? null
}
