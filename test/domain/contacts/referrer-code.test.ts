import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReferrerCode, readReferrerCode, referrerCodeOf } from '../../../shared/domain/contacts/referrer-code.ts'

const anyCode = fc.uint8Array({ minLength: 8, maxLength: 12 }).map(referrerCodeOf)

describe('a referrer code', () => {
  it('is made of eight letters and digits that cannot be misheard', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^[CGHJKQRVWXZ2-9]{4}-[CGHJKQRVWXZ2-9]{4}$/)
        expect(ReferrerCode.parse(code)).toBe(code)
      }),
    )
  })

  it('follows from its bytes, and uses every sign there is', () => {
    expect(referrerCodeOf(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7))).toBe('CGHJ-KQRV')
    expect(referrerCodeOf(Uint8Array.of(18, 255, 19, 38, 0, 0, 0, 0))).toBe('9WCC-CCCC')
  })

  it('is not made from too little chance', () => {
    expect(() => referrerCodeOf(Uint8Array.of(1, 2, 3))).toThrow('eight random bytes')
  })

  it('is read however it was typed', () => {
    const typings = fc.tuple(anyCode, fc.constantFrom('', ' ', '-', '–', ' - ', '.'), fc.boolean()).map(([code, between, small]) => ({
      code,
      typed: ` ${(small ? code.toLowerCase() : code).replace('-', between)} `,
    }))
    fc.assert(
      fc.property(typings, ({ code, typed }) => {
        expect(readReferrerCode(typed)).toBe(code)
      }),
    )
  })

  it.each(['', 'CGHJ', 'CGHJ-KQRV-C', 'CGHA-KQRV', 'CGHJ-KQR1', 'CGHJ_KQRV', '<b>CGHJKQRV'])('is not read in %j', (typed) => {
    expect(readReferrerCode(typed)).toBeNull()
  })
})
