/** A kind of text that identifies a person. */
export type PersonalTrace = 'national-number' | 'telephone' | 'e-mail' | 'long-number'

// The first match counts, so the most specific shapes come first: a national number is also a long number. A Belgian telephone number has
// nine or ten digits with its first 0 ("+32 (0)3" keeps it), a national number eleven.
const shapes: readonly (readonly [PersonalTrace, RegExp])[] = [
  ['national-number', /(?<![\d+])\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}(?!\d)/],
  ['e-mail', /[^\s@]+@[^\s@]+\.[a-z]{2,}/i],
  ['telephone', /(?:\+32|\b0032|\b0)(?:[\s./()-]{0,3}\d){8,10}(?!\d)/],
  ['long-number', /\d{7,}|\d(?:[ .-]?\d){8,}/],
]

// Dates such as "24/11/2026" and "2026-11-24" belong in agreements and identify nobody.
const dates = /\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b/g

/**
 * The kind of personal data that a text seems to hold, the most specific one, or null. A hint before sending or saving, never a block. A
 * name looks like any other word, so only numbers and e-mail addresses are found.
 * @example personalTraceIn('bel 0470 12 34 56') // 'telephone'
 */
export function personalTraceIn(text: string): PersonalTrace | null {
  const undated = text.replaceAll(dates, ' … ')
  return shapes.find(([, shape]) => shape.test(undated))?.[0] ?? null
}
