import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChatExample } from '../../../shared/contracts/widget/chats.ts'
import { logOf } from '../../support/fixtures/captured-logs.ts'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { metrics, openWidgetApi, type WidgetApi } from '../../support/fixtures/widget-api.ts'

// The database is gone; the region's data file and Connect are still there.
let api: WidgetApi
beforeAll(async () => {
  api = await openWidgetApi()
  await api.database.stop()
})
afterAll(() => api.close())

describe('without the database (5.4)', () => {
  it.each([
    ['the line is open by its data file and Connect', 'limburg-oost', '2026-11-24 10:30', metrics(1, 1), { kind: 'open' }],
    ['nobody signed in is still said', 'limburg-oost', '2026-11-24 10:31', metrics(0, 0), { kind: 'nobody-on-duty' }],
    ['a busy line is still said', 'voor-en-noorderkempen', '2026-11-24 10:32', metrics(1, 0, { chats: 2 }), { kind: 'busy', before: 2 }],
    ['a closed line is still closed', 'limburg-oost', '2026-11-28 10:30', metrics(1, 1), { kind: 'closed', opens: { weekday: 'mon' } }],
    ['a line is open when Connect says nothing either', 'limburg-oost', '2026-11-24 10:33', { status: 500, body: {} }, { kind: 'open' }],
  ])('%s', async (_, region, moment, connect, state) => {
    api.itIs(moment)
    api.connectSays('/metrics/current', connect)
    const answer = await api.ask({ path: `/api/widget/regions/${region}` })
    expect(answer.statusCode).toBe(200)
    expect(bodyOf(answer)).toMatchObject({ region: { id: region }, state, callBack: null })
  })

  it('a chat starts, and the log line names the failure only', async () => {
    api.reset()
    const answer = await api.start(startChatExample)
    expect([answer.statusCode, bodyOf(answer)['kind']]).toEqual([201, 'started'])
    const lines = await logOf(() => api.ask({ path: '/api/widget/regions/limburg-oost' }))
    expect(JSON.parse(lines.find((one) => one.startsWith('{"function"')) ?? '{}')).toMatchObject({
      function: 'widget-api',
      kind: 'open',
      errorName: expect.stringMatching(/^[A-Za-z]+$/),
    })
  })
})
