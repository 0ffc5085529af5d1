import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createHttpApp } from '../../functions/http-app.ts'
import { mountRoutes } from '../../functions/mount-routes.ts'
import { deskRoutes } from '../../shared/contracts/routes/desk-routes.ts'
import type { RouteTable } from '../../shared/contracts/routes/route-table.ts'
import { at } from '../support/time/at.ts'
import { answerCheck } from '../support/fixtures/answer-check.ts'

const options = { name: 'a-function', now: () => at('2026-11-24 10:30'), language: 'nl', write: () => {} } as const
const key = 'GET /api/one'

function appOf(answers: RouteTable[string]['answers'], answer: () => object | null = () => null) {
  const app = createHttpApp(options)
  const routes: RouteTable = { [key]: { roles: 'anybody', answers } }
  mountRoutes<null, Record<never, never>, RouteTable>(app, { ids: {}, routes, handlers: { [key]: answer }, enter: () => null })
  return app
}
const named = <Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind) })

describe('a mounted route', () => {
  it.each([
    ['a union', z.union([named('yes'), named('no')])],
    ['a union by kind', z.discriminatedUnion('kind', [named('yes'), named('no')])],
    ['an enum', z.strictObject({ kind: z.enum(['yes', 'no']) })],
    ['what is read only', named('no').readonly()],
    ['what refers to a later one', z.lazy(() => named('no'))],
  ])('answers by the kind of %s', async (_, schema) => {
    expect((await appOf({ 200: named('else'), 409: schema }, () => ({ kind: 'no' })).request('/api/one')).status).toBe(409)
  })

  it.each([
    ['is any text', { 200: z.strictObject({ kind: z.string() }) }],
    ['hides in a schema that is no object', { 200: z.record(z.string(), z.string()) }],
  ])('does not start with a kind that %s', (_, answers) => {
    expect(() => appOf(answers)).toThrow('kind cannot be read')
  })

  it('does not start with one kind under two statuses', () => {
    expect(() => appOf({ 200: named('yes'), 409: named('yes') })).toThrow('two statuses')
  })

  it('breaks on an answer that its table does not have', async () => {
    expect((await appOf({ 200: named('yes') }, () => ({ kind: 'no' })).request('/api/one')).status).toBe(500)
  })

  it('is absent when its handler finds nothing', async () => {
    expect((await appOf({ 200: named('yes') }).request('/api/one')).status).toBe(404)
  })
})

describe('an answer of a test', () => {
  const check = answerCheck(deskRoutes)
  const headers = { 'content-type': 'application/json' }
  const told = (statusCode: number, body: unknown) => () =>
    check({ path: '/api/desk/cases?x=1' }, { statusCode, headers, body: JSON.stringify(body) })
  const refusal = { kind: 'refused', field: null, sentence: 'Dat is er niet.' }

  it('is let through when its table promises it', () => {
    expect(told(200, { cases: [] })).not.toThrow()
    expect(told(404, refusal)).not.toThrow()
  })

  it.each([
    ['with a field that slipped in', 200, { cases: [], number: '0470' }, 'number'],
    ['with a field too few', 200, {}, 'cases'],
    ['under a status that it has not', 409, { kind: 'closed' }, 'otherwise than its table'],
    ['that tells more than a refusal', 404, { ...refusal, stack: 'at x' }, 'stack'],
  ])('%s is found', (_, status, body, says) => {
    expect(told(status, body)).toThrow(says)
  })
})
