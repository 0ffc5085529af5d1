import { newKey, now } from '../../kit/now.ts'

export type DeskSettings = { issuer: string; clientId: string; redirectUri: string; workspaceOrigin: string }
export type Token = { accessToken: string; renewAt: number }
export type Endpoints = { authorize: string; token: string; signOut: string | null }
/** One sign-in attempt: its URL, and the secrets that tie the response to it (OAuth `state`, PKCE verifier). */
export type Attempt = { address: string; state: string; verifier: string }

// Renewed a minute early, so that no save carries a token that has just expired.
const renewBeforeSeconds = 60
const silentMilliseconds = 6000

/** Finds the issuer’s endpoints (OpenID Connect Discovery). */
export async function discover(issuer: string): Promise<Endpoints> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, { credentials: 'omit' })
  const found: { authorization_endpoint: string; token_endpoint: string; end_session_endpoint?: string } = await response.json()
  return { authorize: found.authorization_endpoint, token: found.token_endpoint, signOut: found.end_session_endpoint ?? null }
}

/** Prepares an attempt before it is needed: a browser allows a popup only directly in a click handler. */
export async function newAttempt(settings: DeskSettings, endpoints: Endpoints, prompt: 'none' | 'login' | null): Promise<Attempt> {
  const verifier = newKey() + newKey()
  const state = newKey()
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const address = new URL(endpoints.authorize)
  address.search = new URLSearchParams({
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: settings.redirectUri,
    scope: 'openid profile',
    state,
    code_challenge: base64Url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    ...(prompt === null ? {} : { prompt }),
  }).toString()
  return { address: address.href, state, verifier }
}

/** Asks the issuer in a hidden frame whether this browser is signed in already; null when it is not or does not answer. */
export async function signInSilently(settings: DeskSettings, endpoints: Endpoints): Promise<Token | null> {
  const attempt = await newAttempt(settings, endpoints, 'none')
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.src = attempt.address
  document.body.append(frame)
  const code = await codeFor(attempt, silentMilliseconds)
  frame.remove()
  return code === null ? null : redeem(settings, endpoints, { ...attempt, code })
}

/** Signs in with a popup; null when the browser blocked it, the worker closed it or the issuer refused. */
export async function signInWith(settings: DeskSettings, endpoints: Endpoints, attempt: Attempt): Promise<Token | null> {
  const popup = window.open(attempt.address, 'permanence-sign-in', 'popup,width=480,height=640')
  if (popup === null) return null
  const code = await codeFor(attempt, null, popup)
  return code === null ? null : redeem(settings, endpoints, { ...attempt, code })
}

/** Whose access token it is, read without proof: only to notice that another person signed in. null when the token cannot be read. */
export function subjectOf(accessToken: string): string | null {
  try {
    const claims: unknown = JSON.parse(atob((accessToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')))
    return typeof claims === 'object' && claims !== null && 'sub' in claims ? String(claims.sub) : null
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return null
    throw error
  }
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

// The callback page on our own origin posts the issuer’s query string. Only a response with the `state` of this attempt counts.
function codeFor(attempt: Attempt, timeoutMilliseconds: number | null, popup?: Window | null): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = timeoutMilliseconds === null ? undefined : setTimeout(() => done(null), timeoutMilliseconds)
    const watch = popup ? setInterval(() => popup.closed && setTimeout(() => done(null), 500), 500) : undefined
    function receive({ origin, data }: MessageEvent<unknown>) {
      if (origin !== location.origin || typeof data !== 'object' || data === null || !('signedIn' in data)) return
      const answer = new URLSearchParams(String(data.signedIn))
      if (answer.get('state') === attempt.state) done(answer.get('code'))
    }
    function done(code: string | null) {
      removeEventListener('message', receive)
      clearTimeout(timer)
      clearInterval(watch)
      resolve(code)
    }
    addEventListener('message', receive)
  })
}

async function redeem(settings: DeskSettings, endpoints: Endpoints, result: { code: string; verifier: string }): Promise<Token | null> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: settings.clientId,
    redirect_uri: settings.redirectUri,
    code: result.code,
    code_verifier: result.verifier,
  })
  const response = await fetch(endpoints.token, { method: 'POST', body, credentials: 'omit' })
  if (!response.ok) return null
  const { access_token, expires_in }: { access_token: string; expires_in: number } = await response.json()
  return { accessToken: access_token, renewAt: now().getTime() + Math.max(5, expires_in - renewBeforeSeconds) * 1000 }
}
