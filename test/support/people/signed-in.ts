import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { now } from '../time/clock.ts'
import { startStandIn } from '../fixtures/stand-ins.ts'

export type TestIssuer = {
  url: string
  /** The number of times the JWKS was fetched. */
  fetched(): number
  /** An access token for a subject. `given` replaces the values of a valid token. */
  token(subject: string, given?: { claims?: JWTPayload; key?: 'ours' | 'other'; kid?: string; seconds?: number }): Promise<string>
  stop(): Promise<void>
}

/** A sign-in issuer with keys of its own. It signs any claims that a test gives, at the time of the test. */
export async function startIssuer(clientId: string): Promise<TestIssuer> {
  const [ours, other] = [await generateKeyPair('RS256', { extractable: true }), await generateKeyPair('RS256', { extractable: true })]
  const jwks = { keys: [{ ...(await exportJWK(ours.publicKey)), kid: 'ours', use: 'sig', alg: 'RS256' }] }
  const server = await startStandIn(() => ({ status: 200, body: jwks }))
  return {
    url: server.url,
    fetched: () => server.asked.length,
    token: async (subject, { claims = {}, key = 'ours', kid = 'ours', seconds = 900 } = {}) => {
      const issuedAt = Math.floor(now().getTime() / 1000)
      return new SignJWT({
        iss: `${server.url}/signin`,
        sub: subject,
        client_id: clientId,
        token_use: 'access',
        iat: issuedAt,
        exp: issuedAt + seconds,
        ...claims,
      })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .sign(key === 'ours' ? ours.privateKey : other.privateKey)
    },
    stop: server.stop,
  }
}
