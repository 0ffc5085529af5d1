import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { metrics, openWidgetApi, type WidgetApi } from '../../support/fixtures/widget-api.ts'
import { at } from '../../support/time/at.ts'
import { itIs } from '../../support/time/clock.ts'

const question = '/metrics/current'

let api: WidgetApi
beforeAll(async () => {
  api = await openWidgetApi()
})
afterAll(() => api.close())
afterEach(() => api.reset())

const state = async () => bodyOf(await api.ask({ path: '/api/widget/regions/limburg-oost' }))['state']
const nobodyThere = metrics(0, 0)
const refused = { status: 400, body: { Message: 'no' }, error: 'InvalidRequestException' }
const throttled = { status: 429, body: { Message: 'Too many requests' }, error: 'TooManyRequestsException' }

describe('who is signed in is asked of Connect once for many visitors', () => {
  it.each([
    // The SDK repeats a failed request by itself, at most twice.
    ['5.15 when Connect refuses', '11:00', refused, 3, { kind: 'open' }],
    ['5.15 when Connect says that it was asked too often', '11:01', throttled, 3, { kind: 'open' }],
    ['5.15 when nobody is there', '11:02', nobodyThere, 1, { kind: 'nobody-on-duty' }],
    ['when a worker is free', '11:03', metrics(1, 1), 1, { kind: 'open' }],
  ])('%s', async (_, clock, said, most, seen) => {
    itIs(`2026-11-24 ${clock}:00`)
    api.connectSays(question, said)
    expect(await state()).toMatchObject(seen)
    for (let visitor = 0; visitor < 40; visitor += 1) expect(await state()).toMatchObject(seen)
    expect(api.asked(question).length).toBeLessThanOrEqual(most)
  })

  it.each([
    ['nobody', nobodyThere, '11:10:02'],
    ['an error', refused, '11:10:20'],
  ])('5.15 and %s is asked again after some seconds', async (_, said, later) => {
    itIs(new Date(at(`2026-11-24 ${later}`).getTime() - 5_000))
    api.connectSays(question, said)
    await state()
    api.connectSays(question, metrics(1, 0, { chats: 2 }))
    itIs(`2026-11-24 ${later}`)
    expect(await state()).toEqual({ kind: 'busy', before: 2 })
  })
})
