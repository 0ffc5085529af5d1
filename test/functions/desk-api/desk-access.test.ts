import { SignJWT } from 'jose'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mountRoutes } from '../../../functions/mount-routes.ts'
import { makeTakingOn, makeWorker } from '../../support/people/make-cases.ts'
import { now } from '../../support/time/clock.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { logOf } from '../../support/fixtures/captured-logs.ts'
import { bodyOf, type Request } from '../../support/fixtures/lambda-events.ts'
import { makeNotes } from '../../support/people/make.ts'

let desk: TestDesk
const me: Request = { path: '/api/desk/me' }
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk?.stop())

describe('a token', () => {
  it('of our issuer, for this desk, lets its worker in', async () => {
    expect((await desk.ask(desk.noor, me)).statusCode).toBe(200)
  })

  const soon = () => Math.floor(now().getTime() / 1000) + 900
  it.each([
    ['of another issuer', () => desk.issuer.token(desk.noor.subject, { claims: { iss: 'https://elsewhere.example' } })],
    ['for another client', () => desk.issuer.token(desk.noor.subject, { claims: { client_id: 'another-desk' } })],
    ['without a client', () => desk.issuer.token(desk.noor.subject, { claims: { client_id: undefined } })],
    ['that is an id token', () => desk.issuer.token(desk.noor.subject, { claims: { token_use: 'id', aud: 'duty-desk' } })],
    ['without a subject', () => desk.issuer.token(desk.noor.subject, { claims: { sub: '' } })],
    ['that has expired', () => desk.issuer.token(desk.noor.subject, { seconds: -60 })],
    ['of tomorrow', () => desk.issuer.token(desk.noor.subject, { claims: { nbf: soon() } })],
    ['signed by somebody else', () => desk.issuer.token(desk.noor.subject, { key: 'other' })],
    ['signed by an unknown key', () => desk.issuer.token(desk.noor.subject, { key: 'other', kid: 'unknown' })],
    [
      'that nobody signed',
      () =>
        `${base64({ alg: 'none', kid: 'ours' })}.${base64({ iss: `${desk.issuer.url}/signin`, sub: desk.noor.subject, client_id: 'duty-desk', token_use: 'access', exp: soon() })}.`,
    ],
    [
      'signed with our public key as a password',
      () =>
        new SignJWT({ iss: `${desk.issuer.url}/signin`, sub: desk.noor.subject, client_id: 'duty-desk', token_use: 'access', exp: soon() })
          .setProtectedHeader({ alg: 'HS256', kid: 'ours' })
          .sign(new TextEncoder().encode('x'.repeat(64))),
    ],
    ['that is no token', () => 'kanarie'],
    ['of a hundred kilobytes', () => `${'x'.repeat(100_000)}.y.z`],
    ['that is cut off', async () => (await desk.issuer.token(desk.noor.subject)).slice(0, -5)],
  ])('%s is refused', async (_, token) => {
    const answer = await desk.askAsIs({ ...me, headers: bearer(await token()) })
    expect(answer.statusCode).toBe(401)
    expect(bodyOf(answer)).toEqual({ kind: 'signed-out', field: null, sentence: 'Meld je aan om je gesprekken en gezinnen te zien.' })
  })

  it.each([
    ['nothing', {}],
    ['a password', { authorization: 'Basic bm9vcjp3aWxn' }],
    ['two tokens', { authorization: 'Bearer a b' }],
  ])('is asked of whoever brings %s', async (_, headers) => {
    expect((await desk.askAsIs({ ...me, headers })).statusCode).toBe(401)
  })

  it('with an unknown key does not make us fetch keys without end', async () => {
    const before = desk.issuer.fetched()
    const refused = async (turn: number) => {
      const token = await desk.issuer.token(desk.noor.subject, { key: 'other', kid: `unknown-${turn}` })
      return (await desk.askAsIs({ ...me, headers: bearer(token) })).statusCode
    }
    const statuses = await Promise.all(Array.from({ length: 20 }, (_, turn) => refused(turn)))
    expect(statuses).toEqual(statuses.map(() => 401))
    expect(desk.issuer.fetched() - before).toBeLessThanOrEqual(3)
  })

  it('of somebody who is no worker of ours does not open the desk', async () => {
    const answer = await desk.askAsIs({ ...me, headers: bearer(await desk.issuer.token('a-stranger')) })
    expect(answer.statusCode).toBe(403)
    expect(bodyOf(answer)).toMatchObject({ kind: 'not-a-worker', sentence: expect.stringContaining('coördinator') })
  })
})

describe('the agent that the workspace tells', () => {
  const arn = (id: string) => `arn:aws:connect:eu-central-1:111122223333:instance/i/agent/${id}`
  it.each([
    ['her own', arn('hers'), 200],
    ['somebody else’s', arn('of-another'), 403],
    ['nobody’s', arn('unknown'), 403],
  ])('is %s', async (_, told, status) => {
    const hers = makeWorker({ agentArn: arn('hers') })
    await desk.stores.workers.save(hers)
    await desk.stores.workers.save(makeWorker({ agentArn: arn('of-another') }))
    const answer = await desk.ask(hers, { ...me, headers: { 'x-agent-arn': told } })
    expect(answer.statusCode).toBe(status)
    if (status === 403) expect(bodyOf(answer)).toMatchObject({ kind: 'other-worker', sentence: expect.stringContaining('iemand anders') })
  })

  it('may not be another’s while hers is not known yet', async () => {
    await desk.stores.workers.save(makeWorker({ agentArn: arn('known') }))
    const fresh = makeWorker()
    await desk.stores.workers.save(fresh)
    expect((await desk.ask(fresh, { ...me, headers: { 'x-agent-arn': arn('known') } })).statusCode).toBe(403)
    expect((await desk.ask(fresh, { ...me, headers: { 'x-agent-arn': arn('new') } })).statusCode).toBe(200)
  })
})

describe('a worker of another region finds nothing', () => {
  it('of what is here, and what she tries is not written', async () => {
    const { id, conversation } = await desk.contactArrives()
    await desk.ask(desk.noor, {
      method: 'PUT',
      path: `/api/desk/conversations/${conversation}/draft`,
      body: { version: 0, notes: makeNotes() },
    })
    const unopened = await desk.contactArrives()
    const input = makeTakingOn()
    await desk.stores.cases.takeOn(input)
    const before = await desk.database.items()
    const body = { version: 1, notes: makeNotes() }
    const tries: Request[] = [
      { path: `/api/desk/contacts/${id}` },
      { method: 'POST', path: `/api/desk/contacts/${id}/code`, body: { code: 'C4GH-7KQR' } },
      { method: 'PUT', path: `/api/desk/conversations/${conversation}/draft`, body },
      { method: 'POST', path: `/api/desk/conversations/${conversation}/log`, body },
      { method: 'POST', path: `/api/desk/conversations/${unopened.conversation}/log`, body: { ...body, version: 0 } },
      { method: 'POST', path: `/api/desk/conversations/${conversation}/take-on`, body: { worker: desk.fatma.id, reason: null } },
      { path: `/api/desk/cases/${input.case.id}` },
    ]
    const missing = await desk.ask(desk.fatma, { path: '/api/desk/cases/case_none' })
    for (const one of tries) {
      const answer = await desk.ask(desk.fatma, one)
      expect([one.path, answer.statusCode, answer.body]).toEqual([one.path, 404, missing.body])
    }
    expect(await desk.database.items()).toHaveLength(before.length)
    const { workers } = bodyOf(await desk.ask(desk.fatma, { path: '/api/desk/places' })) as { workers: { id: string }[] }
    expect(workers.map((worker) => worker.id)).toEqual([desk.fatma.id])
  })

  it('by a code that was handed out elsewhere', async () => {
    const { conversation } = await desk.contactArrives()
    const logged = await desk.ask(desk.noor, {
      method: 'POST',
      path: `/api/desk/conversations/${conversation}/log`,
      body: { version: 0, notes: makeNotes() },
    })
    const there = await desk.contactArrives({ region: 'voor-en-noorderkempen', municipality: null })
    const ask = { method: 'POST', path: `/api/desk/contacts/${there.id}/code`, body: { code: bodyOf(logged)['referrerCode'] } }
    expect((await desk.ask(desk.fatma, ask)).statusCode).toBe(404)
  })

  it.each(['contacts/no-uuid', 'contacts/__proto__', 'cases/case_%F0%9F', 'cases/worker_noor', 'conversations/x/draft', ''])(
    'under %s',
    async (path) => {
      expect((await desk.ask(desk.noor, { path: `/api/desk/${path}` })).statusCode).toBe(404)
    },
  )
})

describe('a coordinator', () => {
  it('sees figures and the line, and no conversation', async () => {
    const { id } = await desk.contactArrives()
    const seen = await Promise.all(
      ['me', 'line', 'places', 'to-finish', 'cases'].map((path) => desk.ask(desk.coordinator, { path: `/api/desk/${path}` })),
    )
    expect(seen.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200, 200])
    expect((await desk.ask(desk.coordinator, { path: `/api/desk/contacts/${id}` })).statusCode).toBe(404)
  })
})

describe('a route', () => {
  it('that does not say who may use it does not start', () => {
    const routes = { 'GET /api/desk/open': { roles: [] as never, answers: {} } } as const
    const handlers = { 'GET /api/desk/open': () => null }
    expect(() => mountRoutes(new Hono(), { ids: {}, routes, handlers, enter: () => null })).toThrow('does not say who may use it')
  })
})

describe('the log of this door', () => {
  it('holds no name, note, code or token', async () => {
    const { conversation, contact } = await desk.contactArrives({ alias: 'Kanarie Els' })
    const notes = makeNotes({ concern: 'Kanarie Els 02 000 00 76' })
    const lines = await logOf(async () => {
      await desk.ask(desk.noor, { method: 'PUT', path: `/api/desk/conversations/${conversation}/draft`, body: { version: 0, notes } })
      await desk.ask(desk.noor, {
        method: 'PUT',
        path: `/api/desk/conversations/${conversation}/draft`,
        body: { version: 'Kanarie Els', notes },
      })
      await desk.askAsIs({ path: '/api/desk/me', headers: bearer('kanarie.kanarie.kanarie') })
    })
    expect(lines.join()).not.toMatch(/Kanarie|kanarie|02 000/)
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { function: 'desk-api', contactId: contact, kind: 'saved', errorName: null },
      { function: 'desk-api', kind: 'refused' },
      { function: 'desk-api', contactId: null, kind: 'signed-out' },
    ])
  })
})
