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
  /** Answers everything under /signin; false = not here. */
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

type Room = SignInOptions & { mint: Mint; grants: Map<string, Grant> }
type Visit = { room: Room; request: IncomingMessage; response: ServerResponse; body: Buffer; query: URLSearchParams }

const cookieName = 'permanence-signin'
const codeLifeMilliseconds = 60_000
// Pages of this very origin to which a visitor may go on after choosing who she is.
const ownPages = ['/workspace', '/workspace/']

/** The issuer on one machine: OIDC with authorization code and PKCE, its sessions kept, its people made up. */
export async function openSignIn(options: SignInOptions): Promise<SignIn> {
  const room: Room = { ...options, mint: await openMint(options.keyValues, options.issuer), grants: new Map() }
  return {
    answer: async (request, response, body) => {
      const url = new URL(request.url ?? '/', room.issuer)
      const step = steps[`${request.method} ${url.pathname.replace(/\/$/, '')}`]
      if (!step) return false
      response.setHeader('cache-control', 'no-store')
      await step({ room, request, response, body, query: url.searchParams })
      return true
    },
    whoIs: (cookieHeader) => {
      const person = personOf(room, cookieHeader)
      return person ? { username: person.username, name: `${person.firstName} ${person.lastName}` } : null
    },
  }
}

const steps: Record<string, (visit: Visit) => void | Promise<void>> = {
  'GET /signin/.well-known/openid-configuration': ({ room, response }) => publicJson(response, discoveryOf(room.issuer)),
  'GET /signin/.well-known/jwks.json': ({ room, response }) => publicJson(response, room.mint.jwks),
  'GET /signin': (visit) => showPeople(visit, visit.query, null),
  'GET /signin/authorize': authorize,
  'POST /signin/choose': choose,
  'POST /signin/token': token,
  'OPTIONS /signin/token': ({ room, request, response }) => {
    allowClients(room, request, response)
    response.writeHead(204, { 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'content-type' }).end()
  },
  'GET /signin/logout': logout,
}

function authorize(visit: Visit): void | Promise<void> {
  const { room, request, query } = visit
  const fault = faultIn(room.clients, query)
  if (fault && !fault.mayGoBack) return page(visit, 400, refusedPage(fault.field))
  if (fault) return goBack(visit, query, { error: 'invalid_request', error_description: fault.field })
  const person = query.get('prompt') === 'login' ? null : personOf(room, request.headers.cookie)
  if (person) return grant(visit, query, person)
  if (query.get('prompt') === 'none') return goBack(visit, query, { error: 'login_required' })
  return showPeople(visit, query, null)
}

async function showPeople(visit: Visit, asked: URLSearchParams, note: string | null): Promise<void> {
  const { people, dutyNow } = visit.room
  page(visit, 200, choosePage({ people, duty: await dutyNow(), asked, note }))
}

function choose(visit: Visit): void {
  const { room, request, response, body } = visit
  // Another site could post this form and sign its victim in as somebody else.
  if (request.headers.origin !== undefined && request.headers.origin !== new URL(room.issuer).origin)
    return page(visit, 403, refusedPage('origin'))
  const form = new URLSearchParams(body.toString('utf8'))
  const chosen = form.getAll('username')
  const person = room.people.find((one) => chosen.length === 1 && one.username === chosen[0])
  if (!person) return page(visit, 400, refusedPage('username'))
  form.delete('username')
  const fault = form.has('client_id') ? faultIn(room.clients, form) : null
  if (fault) return page(visit, 400, refusedPage(fault.field))
  const session = randomBytes(32).toString('base64url')
  room.keyValues.put('session', session, { username: person.username })
  response.setHeader('set-cookie', `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Lax`)
  if (form.has('client_id')) return grant(visit, form, person)
  const wanted = form.get('return') ?? ''
  redirect(response, ownPages.includes(wanted) ? wanted : '/workspace')
}

function grant(visit: Visit, asked: URLSearchParams, person: Person): void {
  const { room } = visit
  const code = randomBytes(32).toString('base64url')
  room.grants.set(code, {
    username: person.username,
    clientId: asked.get('client_id') ?? '',
    redirect: asked.get('redirect_uri') ?? '',
    challenge: asked.get('code_challenge') ?? '',
    nonce: asked.get('nonce'),
    until: performance.now() + codeLifeMilliseconds,
  })
  goBack(visit, asked, { code })
}

async function token({ room, request, response, body }: Visit): Promise<void> {
  allowClients(room, request, response)
  const form = new URLSearchParams(body.toString('utf8'))
  if (form.get('grant_type') !== 'authorization_code') return json(response, 400, { error: 'unsupported_grant_type' })
  const code = form.get('code') ?? ''
  const given = room.grants.get(code)
  // A code is good for one try, right or wrong.
  room.grants.delete(code)
  const person = room.people.find((one) => one.username === given?.username)
  if (!given || !person || !redeems(given, form)) return json(response, 400, { error: 'invalid_grant' })
  const minted = await room.mint.mint({ person, clientId: given.clientId, nonce: given.nonce, now: room.clock.now(), id: room.newId() })
  json(response, 200, {
    id_token: minted.idToken,
    access_token: minted.accessToken,
    token_type: 'Bearer',
    expires_in: tokenLifeSeconds,
    scope: 'openid profile',
  })
}

function logout(visit: Visit): void | Promise<void> {
  const { room, request, response, query } = visit
  const session = sessionOf(request.headers.cookie)
  if (session) room.keyValues.drop('session', session)
  response.setHeader('set-cookie', `${cookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`)
  const wanted = query.get('post_logout_redirect_uri') ?? query.get('logout_uri') ?? ''
  if (room.clients.some((client) => client.redirects.includes(wanted))) return redirect(response, wanted)
  return showPeople(visit, new URLSearchParams({ return: '/workspace' }), localWords.signIn.signedOut)
}

function personOf(room: Room, cookieHeader: string | undefined): Person | null {
  const session = sessionOf(cookieHeader)
  const username = session ? Object(room.keyValues.get('session', session)).username : undefined
  return room.people.find((person) => person.username === username) ?? null
}

function sessionOf(cookieHeader: string | undefined): string | null {
  const cookies = (cookieHeader ?? '').split(/;\s*/).map((cookie) => cookie.split('='))
  return cookies.find(([name]) => name === cookieName)?.[1] ?? null
}

function goBack({ room, response }: Visit, asked: URLSearchParams, answer: Record<string, string>): void {
  const state = asked.get('state')
  const target = new URL(asked.get('redirect_uri') ?? '')
  for (const [name, value] of Object.entries({ ...answer, ...(state === null ? {} : { state }), iss: room.issuer }))
    target.searchParams.set(name, value)
  redirect(response, target.href)
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'referrer-policy': 'no-referrer' }).end()
}

function page({ room, response }: Visit, status: number, html: string): void {
  const origins = originsOf(room.clients).join(' ')
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self' ${origins}; frame-ancestors 'self' ${origins}`,
    'x-content-type-options': 'nosniff',
    // Not `no-referrer`: a form posted from such a page names no origin, and its choice would be refused.
    'referrer-policy': 'same-origin',
  })
  response.end(html)
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

/** What anybody may read, from any page. */
function publicJson(response: ServerResponse, value: unknown): void {
  response.setHeader('access-control-allow-origin', '*')
  json(response, 200, value)
}

function allowClients(room: Room, request: IncomingMessage, response: ServerResponse): void {
  const origin = request.headers.origin
  response.setHeader('vary', 'origin')
  if (origin && originsOf(room.clients).includes(origin)) response.setHeader('access-control-allow-origin', origin)
}
