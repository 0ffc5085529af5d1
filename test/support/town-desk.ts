import { createHash, randomBytes } from 'node:crypto'
import { deskClient } from '../../infra/local/desk-settings.ts'
import type { Town } from '../../infra/local/town.ts'

/** A worker at the doors of the running line, with a token of its own issuer. */
export type AtTheDesk = {
  get<Body>(path: string): Promise<Body>
  /** The status with the body, whatever the door says. */
  post(path: string, body: unknown): Promise<{ status: number; body: unknown }>
}

/** Signs this made-up person in as a browser does, with PKCE, and opens the desk for her. */
export async function signedInAt(town: Town, username: string): Promise<AtTheDesk> {
  const authorization = `Bearer ${await tokenFor(town, username)}`
  const ask = (path: string, request: RequestInit = {}) =>
    fetch(`${town.origins.product}/api/desk/${path}`, { ...request, headers: { authorization, 'content-type': 'application/json' } })
  return {
    get: async (path) => (await ask(path)).json(),
    post: async (path, body) => {
      const answer = await ask(path, { method: 'POST', body: JSON.stringify(body) })
      return { status: answer.status, body: await answer.json() }
    },
  }
}

async function tokenFor({ origins }: Town, username: string): Promise<string> {
  const { id: client_id, redirects } = deskClient(origins)
  const redirect_uri = redirects[0] ?? ''
  const code_verifier = randomBytes(32).toString('base64url')
  const code_challenge = createHash('sha256').update(code_verifier).digest('base64url')
  const asked = { client_id, redirect_uri, response_type: 'code', scope: 'openid', code_challenge, code_challenge_method: 'S256' }
  const post = (step: string, fields: Record<string, string>) =>
    fetch(`${origins.aws}/signin/${step}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  const back = (await post('choose', { ...asked, username })).headers.get('location')
  const code = new URL(back ?? '').searchParams.get('code') ?? ''
  const tokens = await post('token', { grant_type: 'authorization_code', client_id, redirect_uri, code, code_verifier })
  return Object(await tokens.json()).access_token
}
