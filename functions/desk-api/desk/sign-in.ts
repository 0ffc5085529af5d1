import { JwtVerifier } from 'aws-jwt-verify'
import { FetchError, JwtBaseError } from 'aws-jwt-verify/error'
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import * as z from 'zod'

export type SignInSettings = { issuer: string; clientId: string; jwksUri: string }

/**
 * The `sub` of an access token; null when it is not a valid access token of our issuer for this client. Throws when the issuer is
 * unreachable.
 */
export type SubjectOf = (token: string) => Promise<string | null>

const timeoutMilliseconds = 2_000
// Characters. Our tokens have about a thousand; a far longer text is rejected without verifying its signature.
const longestToken = 8_192

const Claims = z.object({ sub: z.string().min(1).max(200), token_use: z.literal('access'), client_id: z.string() })

/** Verifies access tokens with the issuer's public keys. The keys are cached, and fetched again when a token names an unknown key. */
export function openSignIn({ issuer, clientId, jwksUri }: SignInSettings): SubjectOf {
  // Access tokens of Cognito have no `aud` claim but a `client_id`, which is checked below.
  const verifier = JwtVerifier.create(
    { issuer, jwksUri, audience: null },
    { jwksCache: new SimpleJwksCache({ fetcher: { fetch: fetchKeys } }) },
  )
  return async (token) => {
    if (token.length > longestToken) return null
    try {
      const claims = Claims.safeParse(await verifier.verify(token))
      return claims.success && claims.data.client_id === clientId ? claims.data.sub : null
    } catch (error) {
      // An invalid token is the client's error (null); a failed fetch of the keys is ours and must become a 500, not a sign-out.
      if (error instanceof JwtBaseError && !(error instanceof FetchError)) return null
      throw error
    }
  }
}

async function fetchKeys(uri: string): Promise<ArrayBuffer> {
  const answer = await fetch(uri, { signal: AbortSignal.timeout(timeoutMilliseconds), redirect: 'error' })
  if (!answer.ok) throw new FetchError(uri, answer.status)
  return answer.arrayBuffer()
}
