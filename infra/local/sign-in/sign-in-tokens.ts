import { SignJWT, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { hashedUuid } from '../template/template-identities.ts'
import type { KeyValueStore } from '../machine/key-value-store.ts'
import type { Person } from '../people/people.ts'

export const tokenLifeSeconds = 15 * 60

export type Minted = { idToken: string; accessToken: string }
export type MintOptions = { person: Person; clientId: string; nonce: string | null; now: Date; id: string }
export type Mint = { jwks: { keys: JWK[] }; mint(options: MintOptions): Promise<Minted> }

/** Opens the issuer's signing key, made once and stored, so that tokens stay valid after a restart. */
export async function openMint(keyValues: KeyValueStore, issuer: string): Promise<Mint> {
  const secret = (keyValues.get('signing-key', 'current') as JWK | null) ?? (await newKey())
  keyValues.put('signing-key', 'current', secret)
  const key = await importJWK(secret, 'RS256')
  const { kty, n, e, kid } = secret
  const publicKey = Object.fromEntries(Object.entries({ kty, n, e, kid }).filter(([, value]) => value !== undefined))
  const sign = (claims: Record<string, unknown>, now: Date) =>
    new SignJWT({ iss: issuer, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: secret.kid ?? '', typ: 'JWT' })
      .setIssuedAt(seconds(now))
      .setExpirationTime(seconds(now) + tokenLifeSeconds)
      .sign(key)
  return {
    jwks: { keys: [{ ...publicKey, kty: 'RSA', use: 'sig', alg: 'RS256' }] },
    mint: async ({ person, clientId, nonce, now, id }) => {
      const shared = { sub: subjectOf(person.username), auth_time: seconds(now), jti: id }
      const access = { ...shared, client_id: clientId, token_use: 'access', scope: 'openid profile', username: person.username }
      const identity = {
        ...shared,
        aud: clientId,
        token_use: 'id',
        'cognito:username': person.username,
        name: `${person.firstName} ${person.lastName}`,
        given_name: person.firstName,
        family_name: person.lastName,
        ...(nonce === null ? {} : { nonce }),
      }
      return { idToken: await sign(identity, now), accessToken: await sign(access, now) }
    },
  }
}

/** The subject of a person's tokens: stable, and without personal data. */
export function subjectOf(username: string): string {
  return hashedUuid(`person/${username}`)
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID() }
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000)
}
