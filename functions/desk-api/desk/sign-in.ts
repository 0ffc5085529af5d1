import { JwtVerifier } from 'aws-jwt-verify'
import { FetchError, JwtBaseError } from 'aws-jwt-verify/error'
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import * as z from 'zod'

export type SignInSettings = { issuer: string; clientId: string; jwksUri: string }

/** Who a token speaks for, or null when it is no access token of our issuer for this desk. */
export type SubjectOf = (token: string) => Promise<string | null>

const timeoutMilliseconds = 2_000
// A token of ours is about one kilobyte; what is far longer is not worth the arithmetic.
const longestToken = 8_192

const Claims = z.object({ sub: z.string().min(1).max(200), token_use: z.literal('access'), client_id: z.string() })

/** Checks access tokens with the issuer's public keys, which are fetched once and again only when an unknown key turns up. */
export function openSignIn({ issuer, clientId, jwksUri }: SignInSettings): SubjectOf {
  // Access tokens of Cognito carry no audience but the client they were made for, so that is checked by hand below.
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
      // A token that is not right is an answer; an issuer that cannot be reached is not.
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
