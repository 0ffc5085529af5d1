import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startChatExample } from '../../../shared/contracts/widget/chats.ts'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { openWidgetApi, type WidgetApi } from '../../support/fixtures/widget-api.ts'

let api: WidgetApi
beforeAll(async () => {
  api = await openWidgetApi()
})
afterAll(() => api.close())
afterEach(() => api.reset())

const leave = (contact: string, body: object) => api.ask({ method: 'POST', path: `/api/widget/chats/${contact}/leave`, body })
async function started(region = 'limburg-oost') {
  const chat = bodyOf(await api.ask({ method: 'POST', path: '/api/widget/chats', body: { ...startChatExample, region } }))
  return { contact: String(chat['contactId']), ticket: String(chat['placeTicket']) }
}

describe('a browser that leaves its chat (1.11)', () => {
  it('ends it in Connect, so that nobody is rung or waits for it', async () => {
    const { contact, ticket } = await started()
    const answer = await leave(contact, { ticket })
    expect([answer.statusCode, bodyOf(answer)]).toEqual([200, { kind: 'left' }])
    expect(api.asked('/contact/stop').map(({ body }) => JSON.parse(body)['ContactId'])).toEqual([contact])
  })

  it('may say so twice, also when the chat has ended already', async () => {
    const { contact, ticket } = await started()
    api.connectSays('/contact/stop', { status: 404, body: {}, error: 'ContactNotFoundException' })
    for (const _ of [1, 2]) expect((await leave(contact, { ticket })).statusCode).toBe(200)
  })

  it.each([
    ['without a ticket', {}, 400],
    ['with a wrong ticket', { ticket: 'A'.repeat(43) }, 404],
    ['with something else in the body', { ticket: 'A', contact: 'x' }, 400],
  ])('ends nothing %s', async (_, body, status) => {
    const { contact } = await started()
    expect((await leave(contact, body)).statusCode).toBe(status)
    expect(api.asked('/contact/stop')).toEqual([])
  })

  it('ends no other chat with its ticket', async () => {
    const { ticket } = await started()
    expect((await leave('018f5c3a-7b21-7c4e-8d10-4f2a6b9c0d1f', { ticket })).statusCode).toBe(404)
    expect(api.asked('/contact/stop')).toEqual([])
  })
})
