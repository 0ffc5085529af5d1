import * as z from 'zod'

// No vowels, and no two characters that sound or look alike on the telephone: 0/O, 1/I/L, B/P, D/T, M/N, F/S.
const letters = 'CGHJKQRVWXZ23456789'
const length = 8

/** A code by which a referrer is recognised in a next contact, `C4GH-7KQR`: no account and no name are needed. */
export const ReferrerCode = z.string().regex(new RegExp(`^[${letters}]{4}-[${letters}]{4}$`))
export type ReferrerCode = z.infer<typeof ReferrerCode>

/** The code made of the first eight bytes given; the caller provides random bytes. Throws a `RangeError` for fewer. */
export function referrerCodeOf(bytes: Uint8Array): ReferrerCode {
  if (bytes.length < length) throw new RangeError('a referrer code needs eight random bytes')
  const drawn = [...bytes.subarray(0, length)].map((byte) => letters[byte % letters.length]).join('')
  return `${drawn.slice(0, 4)}-${drawn.slice(4)}`
}

/**
 * Reads a code as somebody typed it (lower case, spaces, dots, any dash or none); null when it is not one.
 * @example readReferrerCode('c4gh 7kqr') // 'C4GH-7KQR'
 */
export function readReferrerCode(typed: string): ReferrerCode | null {
  const bare = typed.toUpperCase().replaceAll(/[\s.\p{Dash}]/gu, '')
  const code = `${bare.slice(0, 4)}-${bare.slice(4)}`
  return ReferrerCode.safeParse(code).success ? code : null
}
