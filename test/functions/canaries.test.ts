import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskRoutes } from '../../shared/contracts/routes/desk-routes.ts'
import { methodAndPath } from '../../shared/contracts/routes/route-path.ts'
import { saveHoursExample } from '../../shared/contracts/hours/hours.ts'
import { itIs } from '../support/time/clock.ts'
import { makePromise } from '../support/people/callbacks.ts'
import { startDesk, type TestDesk } from '../support/fixtures/desk.ts'
import { logOf } from '../support/fixtures/captured-logs.ts'
import { type Answer, bodyOf } from '../support/fixtures/lambda-events.ts'

// A canary is a text that must never appear in a log line. A new desk route needs a request with canaries here.

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  itIs('2026-11-24 10:40')
})
afterAll(async () => {
  await desk?.stop()
})

const routes = Object.keys(deskRoutes).map(methodAndPath)
const canary = 'kanarie'
const allowed = ['function', 'contactId', 'kind', 'milliseconds', 'errorName']

/** What was logged; fails on a line with other fields than the allowed ones. */
async function logged(work: () => Promise<unknown>): Promise<string> {
  const lines = await logOf(work)
  for (const line of lines) expect(Object.keys(JSON.parse(line))).toEqual(allowed)
  return lines.join('\n').toLowerCase()
}
const post = (path: string, body?: unknown, method = 'POST') =>
  desk.ask(desk.coordinator, { method, path: `/api/desk/${path}`, ...(body === undefined ? {} : { body }) })

describe('a canary leaves no trace in the log', () => {
  it.each(routes.map(({ method, path }) => [`${method.toLowerCase()} ${path}`, method, path]))('of %s', async (_, method, path) => {
    const filled = path.replaceAll(/:\w+/g, `${canary}_een`)
    const strange = { [canary]: canary, turn: canary, result: canary, contactId: canary, absence: { worker: canary }, hours: canary }
    const answers: Answer[] = []
    const log = await logged(async () => {
      for (const worker of [desk.noor, desk.coordinator, desk.fatma]) {
        for (const headers of [{}, { 'x-agent-arn': canary }]) {
          const body = method === 'GET' ? {} : { body: strange }
          answers.push(await desk.ask(worker, { method, path: `${filled}?from=${canary}&${canary}=1`, headers, ...body }))
        }
      }
    })
    expect(answers).toHaveLength(6)
    expect(log).toContain('desk-api')
    expect(log).not.toContain(canary)
  })

  it('that is taken in as it should be', async () => {
    const closures = [{ from: '2026-12-24', to: '2026-12-24', reason: `Feest van ${canary}` }]
    const promise = makePromise({ alias: canary, contact: null, channel: 'form' })
    await desk.stores.callbacks.promise(promise)
    const log = await logged(async () => {
      expect((await post('hours', { ...saveHoursExample, hours: { ...saveHoursExample.hours, closures } }, 'PUT')).statusCode).toBe(200)
      for (const [name, body] of [
        ['claim', undefined],
        ['number', undefined],
        ['dialled', { contactId: randomUUID() }],
        ['attempts', { result: 'reached' }],
      ] as const) {
        const path = `/api/desk/callbacks/${promise.id}/${name}`
        expect((await desk.ask(desk.noor, { method: 'POST', path, ...(body && { body }) })).statusCode).toBe(200)
      }
    })
    expect(log).not.toMatch(new RegExp(`${canary}|${promise.number.slice(1)}|${promise.id}`))
    // An attempt can be undone for ten minutes; then the number goes.
    itIs('2026-11-24 10:51')
    await desk.stores.callbacks.sweep({ region: promise.region, id: promise.id })
    expect(JSON.stringify(await desk.database.items())).not.toContain(promise.number)
    itIs('2026-11-24 10:40')
  })

  it('that is the address of a calendar', async () => {
    const { path } = bodyOf(await desk.ask(desk.noor, { path: '/api/desk/calendar' }))
    const log = await logged(async () => {
      expect((await desk.askAsIs({ path: String(path) })).statusCode).toBe(200)
      expect((await desk.askAsIs({ path: String(path).replace('limburg-oost', canary) })).statusCode).toBe(404)
    })
    const [, , , , worker = '', file = ''] = String(path).split('/')
    for (const secret of [canary, worker, file.slice(0, 20).toLowerCase()]) expect(log).not.toContain(secret)
  })
})

describe('a body that is made to reach further', () => {
  it.each([
    ['a prototype', '{"turn":{},"__proto__":{"by":"worker_x"}}'],
    ['a constructor', '{"turn":{},"constructor":{"prototype":{"role":"coordinator"}}}'],
    ['a role of its own', '{"result":"reached","role":"coordinator"}'],
    ['somebody else as the one who did it', '{"absence":{"by":"worker_x"}}'],
  ])('with %s changes nothing', async (_, body) => {
    const before = await desk.database.items()
    for (const { method, path } of routes.filter((route) => route.method !== 'GET' && !route.path.endsWith('/renew'))) {
      for (const worker of [desk.noor, desk.coordinator]) {
        const known = path.replace(':callback', makePromise().id).replaceAll(/:\w+/g, 'swap_none')
        const { statusCode } = await desk.ask(worker, { method, path: known, body })
        expect([400, 404]).toContain(statusCode)
      }
    }
    expect(await desk.database.items()).toEqual(before)
    expect(Object.prototype).not.toHaveProperty('by')
  })

  it('over sixty-four kilobytes is not read', async () => {
    const shifts = Array.from({ length: 300 }, () => ({ id: `shift_${'a'.repeat(300)}` }))
    expect((await post('roster/gaps', { shifts })).statusCode).toBe(413)
  })
})
