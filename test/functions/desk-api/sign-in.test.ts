import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSignIn, type SubjectOf } from '../../../functions/desk-api/desk/sign-in.ts'
import { startStandIn } from '../../support/fixtures/stand-ins.ts'
import { itIs, now } from '../../support/time/clock.ts'

type Key = Awaited<ReturnType<typeof generateKeyPair>>
const keys = new Map<string, Key>()
let published: string[]
let server: Awaited<ReturnType<typeof startStandIn>>
let subjectOf: SubjectOf

beforeAll(async () => {
  for (const kid of ['first', 'second']) keys.set(kid, await generateKeyPair('RS256', { extractable: true }))
})
beforeEach(async () => {
  itIs('2026-11-24 10:30')
  published = ['first']
  const jwks: Record<string, object> = {}
  for (const [kid, { publicKey }] of keys) jwks[kid] = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }
  server = await startStandIn(() => ({ status: 200, body: { keys: published.map((kid) => jwks[kid]) } }))
  subjectOf = openSignIn({ issuer: 'https://issuer.example', clientId: 'desk', jwksUri: `${server.url}/jwks.json`, now })
})
afterEach(() => server.stop())

const token = async (kid: string, { key = kid, issued = 0, lasts = 900, notBefore = 0 } = {}) => {
  const seconds = Math.floor(now().getTime() / 1000)
  const claims = { sub: 'noor', client_id: 'desk', token_use: 'access', iss: 'https://issuer.example' }
  const signed = new SignJWT({ ...claims, iat: seconds + issued, exp: seconds + lasts, nbf: seconds + notBefore })
  return signed.setProtectedHeader({ alg: 'RS256', kid }).sign(keys.get(key)?.privateKey ?? new Uint8Array())
}
const strangers = (name: string) => token(name, { key: 'first' })

describe('after the issuer changed its keys', () => {
  it('3.7: a good token is let in, whatever key a stranger named just before', async () => {
    expect(await subjectOf(await token('first'))).toBe('noor')
    expect(await subjectOf(await strangers('unknown'))).toBeNull()
    published = ['second', 'first']
    expect(await subjectOf(await token('second'))).toBe('noor')
  })

  it('a stranger who names key after key keeps nobody out, and does not flood the issuer', async () => {
    const named = await Promise.all(Array.from({ length: 60 }, (_, index) => strangers(`unknown-${index}`)))
    const asked = named.map((one) => subjectOf(one))
    published = ['second']
    const good = subjectOf(await token('second'))
    expect(await Promise.all(asked)).toEqual(named.map(() => null))
    expect(await good).toBe('noor')
    expect(server.asked.length).toBeLessThanOrEqual(4)
  })
})

describe('the time of a token', () => {
  it.each([
    ['5.16: issued 45 minutes from now', { issued: 2_700, lasts: 6_000 }, null],
    ['issued six seconds from now', { issued: 6 }, null],
    ['issued four seconds from now, by a clock that is ahead', { issued: 4 }, 'noor'],
    ['expired four seconds ago, by a clock that is behind', { issued: -900, lasts: -4 }, 'noor'],
    ['expired seven seconds ago', { issued: -900, lasts: -7 }, null],
    ['valid from four seconds on', { notBefore: 4 }, 'noor'],
    ['valid from eight seconds on', { notBefore: 8 }, null],
  ])('decides: %s', async (_title, given, subject) => {
    expect(await subjectOf(await token('first', given))).toBe(subject)
  })
})
