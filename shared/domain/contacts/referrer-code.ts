import * as z from 'zod'

// No vowels and nothing that sounds or looks like something else on the phone: no 0/O, 1/I/L, B/P, D/T, M/N, F/S.
const letters = 'CGHJKQRVWXZ23456789'
const length = 8

/** A code that a referrer gets to be recognised by next time, `C4GH-7KQR`: no account, no name. */
export const ReferrerCode = z.string().regex(new RegExp(`^[${letters}]{4}-[${letters}]{4}$`))
export type ReferrerCode = z.infer<typeof ReferrerCode>

/** A code from random bytes, at least eight of them; the caller brings the chance. */
export function referrerCodeOf(bytes: Uint8Array): ReferrerCode {
  if (bytes.length < length) throw new RangeError('a referrer code needs eight random bytes')
  const drawn = [...bytes.subarray(0, length)].map((byte) => letters[byte % letters.length]).join('')
  return `${drawn.slice(0, 4)}-${drawn.slice(4)}`
}

/** A code as somebody typed it (small letters, spaces, dots, any dash or none), or null when it cannot be one. */
export function readReferrerCode(typed: string): ReferrerCode | null {
  const bare = typed.toUpperCase().replaceAll(/[\s.\p{Dash}]/gu, '')
  const code = `${bare.slice(0, 4)}-${bare.slice(4)}`
  return ReferrerCode.safeParse(code).success ? code : null
}
