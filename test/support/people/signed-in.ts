import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { now } from '../time/clock.ts'
import { startStandIn } from '../fixtures/doors.ts'

export type TestIssuer = {
  url: string
  /** How often the keys were fetched. */
  fetched(): number
  /** An access token for a subject; what is given wins over what a good token holds. */
  token(subject: string, given?: { claims?: JWTPayload; key?: 'ours' | 'other'; kid?: string; seconds?: number }): Promise<string>
  stop(): Promise<void>
}

/** A sign-in issuer with keys of its own, that signs whatever a test wishes, at the test's own time. */
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
