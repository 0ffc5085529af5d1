import { setTimeout as pause } from 'node:timers/promises'
import { JwtVerifier } from 'aws-jwt-verify'
import { FetchError, JwtBaseError } from 'aws-jwt-verify/error'
import { type PenaltyBox, SimpleJwksCache } from 'aws-jwt-verify/jwk'
import * as z from 'zod'

export type SignInSettings = { issuer: string; clientId: string; jwksUri: string; now(): Date }

/**
 * The `sub` of an access token; null when it is not a valid access token of our issuer for this client. Throws when the issuer is
 * unreachable.
 */
export type SubjectOf = (token: string) => Promise<string | null>

const timeoutMilliseconds = 2_000
// Characters. Our tokens have about a thousand; a far longer text is rejected without verifying its signature.
const longestToken = 8_192
// How far the clocks of the issuer and of this machine may differ.
const skewSeconds = 5
// Keys are fetched at most once in this time, whoever asks for them.
const betweenFetchesMilliseconds = 1_000

const Claims = z.object({ sub: z.string().min(1).max(200), token_use: z.literal('access'), client_id: z.string(), iat: z.number() })

/** Verifies access tokens with the issuer's public keys. The keys are cached, and fetched again when a token names an unknown key. */
export function openSignIn({ issuer, clientId, jwksUri, now }: SignInSettings): SubjectOf {
  // Access tokens of Cognito have no `aud` claim but a `client_id`, which is checked below.
  const verifier = JwtVerifier.create(
    { issuer, jwksUri, audience: null, graceSeconds: skewSeconds },
    { jwksCache: new SimpleJwksCache({ fetcher: { fetch: fetchKeys }, penaltyBox: spacing() }) },
  )
  return async (token) => {
    if (token.length > longestToken) return null
    try {
      const claims = Claims.safeParse(await verifier.verify(token))
      if (!claims.success || claims.data.client_id !== clientId) return null
      // The library checks no time of issue: a token from the future comes from a broken issuer, or outlives its session.
      return claims.data.iat <= now().getTime() / 1000 + skewSeconds ? claims.data.sub : null
    } catch (error) {
      // An invalid token is the client's error (null); a failed fetch of the keys is ours and must become a 500, not a sign-out.
      if (error instanceof JwtBaseError && !(error instanceof FetchError)) return null
      throw error
    }
  }
}

/**
 * Lets whoever names an unknown key wait for the next fetch. The library's own box refuses all of them for ten seconds after one unknown key,
 * so that a stranger could keep out every worker after the issuer changed its keys.
 */
function spacing(): PenaltyBox {
  let mayFetchAt = 0
  return {
    wait: async () => {
      const wait = mayFetchAt - performance.now()
      if (wait > 0) await pause(wait)
      mayFetchAt = Math.max(mayFetchAt, performance.now() + betweenFetchesMilliseconds)
    },
    registerFailedAttempt: () => undefined,
    registerSuccessfulAttempt: () => undefined,
  }
}

async function fetchKeys(uri: string): Promise<ArrayBuffer> {
  const answer = await fetch(uri, { signal: AbortSignal.timeout(timeoutMilliseconds), redirect: 'error' })
  if (!answer.ok) throw new FetchError(uri, answer.status)
  return answer.arrayBuffer()
}
