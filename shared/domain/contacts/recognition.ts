/** By what a referrer may be recognised: a telephone number, a code that we gave, or the session of one browser. */
export const recognisedBy = ['number', 'code', 'session'] as const
export type RecognisedBy = (typeof recognisedBy)[number]

/**
 * Whether two contacts with the same key are of the same referrer for certain. A telephone number is no person: behind the switchboard of a
 * school are many. So a number settles, merges and shows nothing; it only lets the worker ask.
 */
export function identifies(by: RecognisedBy): boolean {
  return by !== 'number'
}
