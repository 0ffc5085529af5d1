import { createHash } from 'node:crypto'

/** An OIDC client with its permitted redirect addresses. */
export type SignInClient = { id: string; redirects: string[] }

/** What an authorization code stands for until it is redeemed. */
export type Grant = { username: string; clientId: string; redirect: string; challenge: string; nonce: string | null; until: number }

/** What is invalid in an authorization request, or null; `mayGoBack` is false if client or redirect address are not known. */
export function faultIn(clients: SignInClient[], query: URLSearchParams): { field: string; mayGoBack: boolean } | null {
  const client = clients.find((one) => one.id === query.get('client_id'))
  if (!client) return { field: 'client_id', mayGoBack: false }
  if (!client.redirects.includes(query.get('redirect_uri') ?? '')) return { field: 'redirect_uri', mayGoBack: false }
  if (query.get('response_type') !== 'code') return { field: 'response_type', mayGoBack: true }
  if (!(query.get('scope') ?? '').split(' ').includes('openid')) return { field: 'scope', mayGoBack: true }
  if (query.get('code_challenge_method') !== 'S256') return { field: 'code_challenge_method', mayGoBack: true }
  if (!/^[\w-]{43}$/.test(query.get('code_challenge') ?? '')) return { field: 'code_challenge', mayGoBack: true }
  return null
}

/** Whether the client that redeems a code is the one that requested it (PKCE), within its lifetime. */
export function redeems(grant: Grant, form: URLSearchParams): boolean {
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  const isSame = grant.clientId === form.get('client_id') && grant.redirect === form.get('redirect_uri')
  return isSame && grant.challenge === challenge && performance.now() < grant.until
}

/** The origins of all clients; only these may redeem a code from a browser. */
export function originsOf(clients: SignInClient[]): string[] {
  return [...new Set(clients.flatMap((client) => client.redirects.map((address) => new URL(address).origin)))]
}

/** The issuer's metadata (OpenID Connect Discovery). */
export function discoveryOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    end_session_endpoint: `${issuer}/logout`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile'],
    token_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  }
}
