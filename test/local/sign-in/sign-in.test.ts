import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { JwtVerifier } from 'aws-jwt-verify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startClock } from '../../../infra/local/machine/clock.ts'
import { openKeyValueStore, type KeyValueStore } from '../../../infra/local/machine/key-value-store.ts'
import { people } from '../../../infra/local/people/people.ts'
import { bodyOf } from '../../../infra/local/aws/request-body.ts'
import { openSignIn, type SignIn } from '../../../infra/local/sign-in/sign-in.ts'

const product = 'http://127.0.0.1:9'
const redirectUri = `${product}/desk/`
const clock = startClock(null)
let keyValues: KeyValueStore
let server: Server
let origin: string
let signIn: SignIn
let cookie = ''

const open = () =>
  openSignIn({
    issuer: `${origin}/signin`,
    clients: [{ id: 'desk', redirects: [redirectUri] }],
    people,
    dutyNow: async () => new Map([['noor.berk', 'on-duty' as const]]),
    keyValues,
    clock,
    newId: randomUUID,
  })
beforeAll(async () => {
  keyValues = openKeyValueStore(null)
  server = createServer(async (request, response) => {
    const answered = await signIn.answer(request, response, (await bodyOf(request)) ?? Buffer.alloc(0))
    if (!answered) response.writeHead(404).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  origin = `http://127.0.0.1:${Object(server.address()).port}`
  signIn = await open()
})
afterAll(() => {
  clock.stop()
  keyValues.close()
  server.close()
})
beforeEach(() => {
  cookie = ''
})

const verifier = randomBytes(32).toString('base64url')
const asked = (change: Record<string, string> = {}) =>
  new URLSearchParams({
    client_id: 'desk',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile',
    state: 's-1',
    nonce: 'n-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...change,
  })
const go = (path: string, options: RequestInit = {}) =>
  fetch(`${origin}/signin${path}`, { redirect: 'manual', ...options, headers: { cookie, ...options.headers } })
const authorize = (change?: Record<string, string>) => go(`/authorize?${asked(change)}`)
const choose = async (fields: URLSearchParams, headers: Record<string, string> = {}) => {
  const answer = await go('/choose', { method: 'POST', body: fields, headers })
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
  return answer
}
const chosen = (username = 'noor.berk') => new URLSearchParams([...asked(), ['username', username]])
const backTo = (answer: Response) => Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams)
const redeem = (code: string, change: Record<string, string> = {}) =>
  go('/token', {
    method: 'POST',
    headers: { origin: product },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      client_id: 'desk',
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...change,
    }),
  })
const code = async () => String(backTo(await choose(chosen()))['code'])

describe('somebody who signs in', () => {
  it('chooses who she is on a plain page in Dutch', async () => {
    const answer = await authorize()
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain('<html lang="nl-BE">')
    for (const person of people) expect(html).toContain(`value="${person.username}"`)
    expect(html).toContain('Aanmelden als Noor Berk, Groep Genk, nu van dienst')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('goes back with a code and her state', async () => {
    const answer = await choose(chosen())
    expect(answer.headers.get('location')).toMatch(new RegExp(`^${redirectUri}\\?`))
    expect(backTo(answer)).toEqual({ code: expect.any(String), state: 's-1', iss: `${origin}/signin` })
    expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax/)
  })

  it('has tokens that the verifier of the doors accepts', async () => {
    const answer = await redeem(await code())
    expect(answer.headers.get('access-control-allow-origin')).toBe(product)
    const tokens = Object(await answer.json())
    const jwks = Object(await (await go('/.well-known/jwks.json')).json())
    const check = JwtVerifier.create({ issuer: `${origin}/signin`, audience: null, jwksUri: `${origin}/signin/.well-known/jwks.json` })
    check.cacheJwks(jwks)
    expect(await check.verify(tokens.access_token)).toMatchObject({ username: 'noor.berk', client_id: 'desk', token_use: 'access' })
    const identity = await check.verify(tokens.id_token)
    expect(identity).toMatchObject({ aud: 'desk', nonce: 'n-1', name: 'Noor Berk', token_use: 'id' })
    expect(Number(identity.exp) - Number(identity.iat)).toBe(15 * 60)
  })

  it('is known to the workspace, and after a restart too', async () => {
    await choose(new URLSearchParams({ username: 'sam.wilg', return: '/workspace' }))
    expect(signIn.whoIs(`other=1; ${cookie}`)).toEqual({ username: 'sam.wilg', name: 'Sam Wilg' })
    const keys = async () => (await go('/.well-known/jwks.json')).text()
    const before = await keys()
    signIn = await open()
    expect(signIn.whoIs(cookie)?.username).toBe('sam.wilg')
    expect(await keys()).toBe(before)
  })

  it('need not choose again, until she signs out', async () => {
    await choose(chosen())
    expect(backTo(await authorize({ prompt: 'none' }))).toMatchObject({ code: expect.any(String) })
    expect((await authorize({ prompt: 'login' })).status).toBe(200)
    const out = await go(`/logout?post_logout_redirect_uri=${encodeURIComponent(redirectUri)}`)
    expect(out.headers.get('location')).toBe(redirectUri)
    expect(backTo(await authorize({ prompt: 'none' }))).toEqual({ error: 'login_required', state: 's-1', iss: `${origin}/signin` })
  })

  it('goes on to the workspace and nowhere else', async () => {
    const answer = await choose(new URLSearchParams({ username: 'sam.wilg', return: 'https://elsewhere.example/' }))
    expect(answer.headers.get('location')).toBe('/workspace')
  })

  it('carries the line time in her tokens', async () => {
    await clock.set(new Date('2027-01-04T09:00:00Z'))
    const tokens = Object(await (await redeem(await code())).json())
    const claims = JSON.parse(Buffer.from(String(tokens.id_token).split('.')[1] ?? '', 'base64url').toString())
    expect(new Date(claims.iat * 1000).toISOString()).toMatch(/^2027-01-04T09:00/)
  })
})

describe('a request that is not right', () => {
  it.each([
    ['client_id', { client_id: 'other' }],
    ['redirect_uri', { redirect_uri: `${redirectUri}x` }],
  ])('stays here and names its field: %s', async (field, change) => {
    const answer = await authorize(change)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(field)
  })

  it.each([
    ['response_type', { response_type: 'token' }],
    ['scope', { scope: 'profile' }],
    ['code_challenge_method', { code_challenge_method: 'plain' }],
    ['code_challenge', { code_challenge: 'short' }],
  ])('goes back with an error: %s', async (field, change) => {
    expect(backTo(await authorize(change))).toMatchObject({ error: 'invalid_request', error_description: field, state: 's-1' })
  })

  it.each([
    ['another verifier', { code_verifier: randomBytes(32).toString('base64url') }],
    ['another client', { client_id: 'other' }],
    ['another address', { redirect_uri: `${product}/` }],
  ])('redeems no code: %s', async (_title, change) => {
    const first = await code()
    expect((await redeem(first, change)).status).toBe(400)
    expect((await redeem(first)).status).toBe(400)
  })

  it('redeems a code once only', async () => {
    const first = await code()
    expect((await redeem(first)).status).toBe(200)
    expect(await (await redeem(first)).json()).toEqual({ error: 'invalid_grant' })
  })

  it('chooses nobody from another site, and nobody unknown', async () => {
    expect((await choose(chosen(), { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await choose(chosen('nobody'))).status).toBe(400)
    expect(signIn.whoIs(cookie)).toBeNull()
  })

  it('lets no address choose for the visitor', async () => {
    const html = await (await authorize({ username: 'sam.wilg' })).text()
    expect(html).not.toContain('type="hidden" name="username"')
    const both = await choose(new URLSearchParams([['username', 'sam.wilg'], ...chosen()]))
    expect([both.status, signIn.whoIs(cookie)]).toEqual([400, null])
  })

  it('signs nobody in', async () => {
    const answer = await choose(new URLSearchParams([...asked({ code_challenge_method: 'plain' }), ['username', 'noor.berk']]))
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([400, null])
  })

  it('shows what it was given as text', async () => {
    const html = await (await go('?return=%22%3E%3Cscript%3E')).text()
    expect(html).not.toContain('<script>')
  })
})
