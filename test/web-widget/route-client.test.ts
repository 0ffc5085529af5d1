import { describe, expect, it } from 'vitest'
import type { deskIds } from '../../shared/contracts/routes/desk-access.ts'
import type { deskRoutes } from '../../shared/contracts/routes/desk-routes.ts'
import { resultOf } from '../../web-widget/desk/client/ask-desk.ts'
import type { Answer } from '../../web-widget/kit/request.ts'
import { routeClient, type Send } from '../../web-widget/kit/route-client.ts'

function answering(answer: Answer) {
  const asked: Parameters<Send>[] = []
  const ask = routeClient<typeof deskIds, typeof deskRoutes>(async (...given) => {
    asked.push(given)
    return answer
  })
  return { ask, asked }
}
const claim = (answer: Answer) => answering(answer).ask('POST /api/desk/callbacks/:callback/claim', { ids: { callback: 'callback_1' } })
const failed = (why: string, sentence: string | null = null) => ({ kind: 'failed', why, sentence })
const refusal = (kind: string) => ({ kind, field: null, sentence: 'Dat gaat niet.' })

describe('a page asks', () => {
  it('by the name of a route, with its ids filled in', async () => {
    const { ask, asked } = answering({ status: 200, body: {} })
    await ask('GET /api/desk/contacts/:contact', { ids: { contact: 'a/b' } })
    await ask('GET /api/desk/roster', { query: { weeks: 2 } })
    expect(asked).toEqual([
      ['/api/desk/contacts/a%2Fb', { method: 'GET' }],
      ['/api/desk/roster', { method: 'GET', query: { weeks: 2 } }],
    ])
  })

  it.each([
    ['an answer of the table', { status: 409, body: { kind: 'closed' } }, { kind: 'ok', body: { kind: 'closed' } }],
    ['a 200 without a kind', { status: 200, body: { cases: [] } }, { kind: 'ok', body: { cases: [] } }],
    ['nothing', {}, failed('unreachable')],
    ['a status that no table has', { status: 418, body: { kind: 'claimed' } }, failed('broken')],
    ['what a gateway says', { status: 429, body: { message: 'Too Many Requests' } }, failed('broken')],
    ['no object', { status: 200, body: 'fine' }, failed('broken')],
    ['null', { status: 200, body: null }, failed('broken')],
    ['a refusal', { status: 400, body: refusal('refused') }, failed('broken', 'Dat gaat niet.')],
    ['what is not there', { status: 404, body: refusal('refused') }, failed('not-found', 'Dat gaat niet.')],
    ['a 404 of a gateway', { status: 404, body: {} }, failed('not-found')],
    ['a token that is over', { status: 401, body: refusal('signed-out') }, failed('signed-out')],
    ['a stranger', { status: 403, body: refusal('not-a-worker') }, failed('not-a-worker')],
    ['another worker', { status: 403, body: refusal('other-worker') }, failed('other-worker')],
    ['a breakdown', { status: 500, body: refusal('refused') }, failed('broken', 'Dat gaat niet.')],
  ])('and reads %s', async (_, answer, result) => {
    expect(await resultOf(claim(answer))).toEqual(result)
  })
})
