import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LineClock } from '../machine/clock.ts'
import type { SignedIn } from '../connect/model/deps.ts'
import type { KeyValueStore } from '../machine/key-value-store.ts'
import { localWords } from '../machine/local-words.ts'
import type { DutyNow } from '../people/on-duty-now.ts'
import type { Person } from '../people/people.ts'
import { choosePage, refusedPage } from './sign-in-page.ts'
import { discoveryOf, faultIn, originsOf, redeems, type Grant, type SignInClient } from './sign-in-rules.ts'
import { openMint, tokenLifeSeconds, type Mint } from './sign-in-tokens.ts'

export type SignIn = {
  /** Answers everything under /signin; false for other paths. */
  answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<boolean>
  whoIs(cookieHeader: string | undefined): SignedIn | null
}
export type SignInOptions = {
  issuer: string
  clients: SignInClient[]
  people: Person[]
  dutyNow(): Promise<DutyNow>
  keyValues: KeyValueStore
  clock: LineClock
  newId(): string
}

type Idp = SignInOptions & { mint: Mint; grants: Map<string, Grant> }
type Call = { idp: Idp; request: IncomingMessage; response: ServerResponse; body: Buffer; query: URLSearchParams }

const cookieName = 'permanence-signin'
const codeLifeMilliseconds = 60_000
// Pages of this origin to which a visitor may be redirected after the sign-in.
const ownPages = ['/workspace', '/workspace/']

/** The local OIDC issuer: authorization code with PKCE, stored sessions, fictitious people. */
export async function openSignIn(options: SignInOptions): Promise<SignIn> {
  const idp: Idp = { ...options, mint: await openMint(options.keyValues, options.issuer), grants: new Map() }
  return {
    answer: async (request, response, body) => {
      const url = new URL(request.url ?? '/', idp.issuer)
      const step = steps[`${request.method} ${url.pathname.replace(/\/$/, '')}`]
      if (!step) return false
      response.setHeader('cache-control', 'no-store')
      await step({ idp, request, response, body, query: url.searchParams })
      return true
    },
    whoIs: (cookieHeader) => {
      const person = personOf(idp, cookieHeader)
      return person ? { username: person.username, name: `${person.firstName} ${person.lastName}` } : null
    },
  }
}

const steps: Record<string, (call: Call) => void | Promise<void>> = {
  'GET /signin/.well-known/openid-configuration': ({ idp, response }) => publicJson(response, discoveryOf(idp.issuer)),
  'GET /signin/.well-known/jwks.json': ({ idp, response }) => publicJson(response, idp.mint.jwks),
  'GET /signin': (call) => showPeople(call, call.query, null),
  'GET /signin/authorize': authorize,
  'POST /signin/choose': choose,
  'POST /signin/token': token,
  'OPTIONS /signin/token': ({ idp, request, response }) => {
    allowClients(idp, request, response)
    response.writeHead(204, { 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'content-type' }).end()
  },
  'GET /signin/logout': logout,
}

function authorize(call: Call): void | Promise<void> {
  const { idp, request, query } = call
  const fault = faultIn(idp.clients, query)
  if (fault && !fault.mayGoBack) return page(call, 400, refusedPage(fault.field))
  if (fault) return goBack(call, query, { error: 'invalid_request', error_description: fault.field })
  const person = query.get('prompt') === 'login' ? null : personOf(idp, request.headers.cookie)
  if (person) return grant(call, query, person)
  if (query.get('prompt') === 'none') return goBack(call, query, { error: 'login_required' })
  return showPeople(call, query, null)
}

async function showPeople(call: Call, asked: URLSearchParams, note: string | null): Promise<void> {
  const { people, dutyNow } = call.idp
  page(call, 200, choosePage({ people, duty: await dutyNow(), asked, note }))
}

function choose(call: Call): void {
  const { idp, request, response, body } = call
  // Other sites could post this form and sign somebody in as another person.
  if (request.headers.origin !== undefined && request.headers.origin !== new URL(idp.issuer).origin)
    return page(call, 403, refusedPage('origin'))
  const form = new URLSearchParams(body.toString('utf8'))
  const chosen = form.getAll('username')
  const person = idp.people.find((one) => chosen.length === 1 && one.username === chosen[0])
  if (!person) return page(call, 400, refusedPage('username'))
  form.delete('username')
  const fault = form.has('client_id') ? faultIn(idp.clients, form) : null
  if (fault) return page(call, 400, refusedPage(fault.field))
  const session = randomBytes(32).toString('base64url')
  idp.keyValues.put('session', session, { username: person.username })
  response.setHeader('set-cookie', `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Lax`)
  if (form.has('client_id')) return grant(call, form, person)
  const wanted = form.get('return') ?? ''
  redirect(response, ownPages.includes(wanted) ? wanted : '/workspace')
}

function grant(call: Call, asked: URLSearchParams, person: Person): void {
  const { idp } = call
  const code = randomBytes(32).toString('base64url')
  idp.grants.set(code, {
    username: person.username,
    clientId: asked.get('client_id') ?? '',
    redirect: asked.get('redirect_uri') ?? '',
    challenge: asked.get('code_challenge') ?? '',
    nonce: asked.get('nonce'),
    until: performance.now() + codeLifeMilliseconds,
  })
  goBack(call, asked, { code })
}

async function token({ idp, request, response, body }: Call): Promise<void> {
  allowClients(idp, request, response)
  const form = new URLSearchParams(body.toString('utf8'))
  if (form.get('grant_type') !== 'authorization_code') return json(response, 400, { error: 'unsupported_grant_type' })
  const code = form.get('code') ?? ''
  const given = idp.grants.get(code)
  // A code can be used once, whether the attempt is valid or not.
  idp.grants.delete(code)
  const person = idp.people.find((one) => one.username === given?.username)
  if (!given || !person || !redeems(given, form)) return json(response, 400, { error: 'invalid_grant' })
  const minted = await idp.mint.mint({ person, clientId: given.clientId, nonce: given.nonce, now: idp.clock.now(), id: idp.newId() })
  json(response, 200, {
    id_token: minted.idToken,
    access_token: minted.accessToken,
    token_type: 'Bearer',
    expires_in: tokenLifeSeconds,
    scope: 'openid profile',
  })
}

function logout(call: Call): void | Promise<void> {
  const { idp, request, response, query } = call
  const session = sessionOf(request.headers.cookie)
  if (session) idp.keyValues.drop('session', session)
  response.setHeader('set-cookie', `${cookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`)
  const wanted = query.get('post_logout_redirect_uri') ?? query.get('logout_uri') ?? ''
  if (idp.clients.some((client) => client.redirects.includes(wanted))) return redirect(response, wanted)
  return showPeople(call, new URLSearchParams({ return: '/workspace' }), localWords.signIn.signedOut)
}

function personOf(idp: Idp, cookieHeader: string | undefined): Person | null {
  const session = sessionOf(cookieHeader)
  const username = session ? Object(idp.keyValues.get('session', session)).username : undefined
  return idp.people.find((person) => person.username === username) ?? null
}

function sessionOf(cookieHeader: string | undefined): string | null {
  const cookies = (cookieHeader ?? '').split(/;\s*/).map((cookie) => cookie.split('='))
  return cookies.find(([name]) => name === cookieName)?.[1] ?? null
}

function goBack({ idp, response }: Call, asked: URLSearchParams, answer: Record<string, string>): void {
  const state = asked.get('state')
  const target = new URL(asked.get('redirect_uri') ?? '')
  for (const [name, value] of Object.entries({ ...answer, ...(state === null ? {} : { state }), iss: idp.issuer }))
    target.searchParams.set(name, value)
  redirect(response, target.href)
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'referrer-policy': 'no-referrer' }).end()
}

function page({ idp, response }: Call, status: number, html: string): void {
  const origins = originsOf(idp.clients).join(' ')
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self' ${origins}; frame-ancestors 'self' ${origins}`,
    'x-content-type-options': 'nosniff',
    // Not `no-referrer`: the browser would then post the form without an origin, and the choice would be refused.
    'referrer-policy': 'same-origin',
  })
  response.end(html)
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

/** Readable by pages of every origin. */
function publicJson(response: ServerResponse, value: unknown): void {
  response.setHeader('access-control-allow-origin', '*')
  json(response, 200, value)
}

function allowClients(idp: Idp, request: IncomingMessage, response: ServerResponse): void {
  const origin = request.headers.origin
  response.setHeader('vary', 'origin')
  if (origin && originsOf(idp.clients).includes(origin)) response.setHeader('access-control-allow-origin', origin)
}
