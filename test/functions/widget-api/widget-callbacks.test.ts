import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type AskCallback, askCallbackExample } from '../../../shared/contracts/widget/ask-callback.ts'
import { startChatExample } from '../../../shared/contracts/widget/chats.ts'
import { logOf } from '../../support/fixtures/captured-logs.ts'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { metrics, openedChat, openWidgetApi, type WidgetApi } from '../../support/fixtures/widget-api.ts'

const maxAnHour = 6
const oost = 'limburg-oost'
const kempen = 'voor-en-noorderkempen'

let api: WidgetApi
beforeAll(async () => {
  api = await openWidgetApi({ CALL_BACKS_AN_HOUR: String(maxAnHour) })
})
afterAll(() => api.close())
afterEach(() => api.reset())

let numbers = 0
const newNumber = () => `+32000000${String((numbers += 1) + 100)}`
const look = async (region = oost) => bodyOf(await api.ask({ path: `/api/widget/regions/${region}` }))
const whole = (given: object): AskCallback => ({ ...askCallbackExample, number: newNumber(), ...given })
const askFor = (given: object = {}, headers: Record<string, string> = {}) =>
  api.ask({ method: 'POST', path: '/api/widget/callbacks', body: whole(given), headers })
const ledger = async (region = oost) => (await api.stores.callbacks.ofRegion(region)).map(({ entry }) => entry)

async function startedChat(): Promise<{ contactId: string; ticket: string }> {
  const answer = await api.start(startChatExample)
  return { contactId: openedChat.ContactId, ticket: String(bodyOf(answer)['placeTicket']) }
}

describe('the line says', () => {
  it.each([
    ['open when somebody is free', metrics(2, 1, { chats: 1 }), '2026-11-24 10:30', { kind: 'open' }],
    ['busy, with all who wait', metrics(2, 0, { chats: 1, calls: 2 }), '2026-11-24 10:30', { kind: 'busy', before: 3 }],
    ['nobody is there when nobody signed in', metrics(0, 0), '2026-11-24 10:30', { kind: 'nobody-on-duty' }],
    [
      'nobody is there when Connect has no rows',
      { status: 200, body: { MetricResults: [] } },
      '2026-11-24 10:30',
      { kind: 'nobody-on-duty' },
    ],
    ['closing soon before busy', metrics(1, 0), '2026-11-24 16:50', { kind: 'closing-soon' }],
    ['closed before anything else', metrics(0, 0), '2026-11-24 18:00', { kind: 'closed' }],
  ])('%s', async (_, said, moment, state) => {
    api.connectSays('/metrics/current', said)
    api.itIs(moment)
    expect(await look()).toMatchObject({ state })
  })

  it('what hours and roster say when Connect does not answer', async () => {
    api.connectSays('/metrics/current', { status: 403, body: {}, error: 'AccessDeniedException' })
    api.itIs('2026-11-24 10:30')
    const [line] = await logOf(async () => expect(await look()).toMatchObject({ state: { kind: 'open' } }))
    expect(JSON.parse(line ?? '')).toMatchObject({ kind: 'open', errorName: 'AccessDeniedException' })
  })

  it('who is there without asking Connect at every look', async () => {
    api.itIs('2026-11-24 10:31')
    await Promise.all([look(), look(), look()])
    expect(api.asked('/metrics/current')).toHaveLength(1)
    api.itIs('2026-11-24 10:31')
    await look()
    expect(api.asked('/metrics/current')).toHaveLength(2)
  })

  it.each([
    ['when it is closed', oost, '2026-11-24 18:00'],
    ['when the roster has nobody', kempen, '2026-11-24 10:30'],
  ])('what it is without any question to Connect %s', async (_, region, moment) => {
    api.itIs(moment)
    await look(region)
    expect(api.asked('/metrics/current')).toEqual([])
  })

  it('that somebody is there, some seconds after she signed in', async () => {
    api.itIs('2026-11-24 10:32')
    api.connectSays('/metrics/current', metrics(0, 0))
    expect(await look()).toMatchObject({ state: { kind: 'nobody-on-duty' } })
    api.connectSays('/metrics/current', metrics(1, 1))
    api.itIs('2026-11-24 10:32')
    expect(await look()).toMatchObject({ state: { kind: 'open' } })
  })

  it.each([
    ['until when we call today', oost, '2026-11-24 10:30', { from: null, by: { clock: '17:00', away: 'today' } }],
    ['when we call tomorrow', oost, '2026-11-24 18:00', { from: { clock: '09:00', away: 'tomorrow' }, by: { clock: '17:00' } }],
    ['no time that nobody keeps', kempen, '2026-11-24 10:30', null],
  ])('%s', async (_, region, moment, callBack) => {
    api.itIs(moment)
    const line = await look(region)
    if (callBack) expect(line).toMatchObject({ callBack })
    else expect(line['callBack']).toBeNull()
  })

  it('that a chat cannot start when the last worker signed out', async () => {
    api.connectSays('/metrics/current', metrics(0, 0))
    api.itIs('2026-11-24 10:30')
    const answer = await api.start(startChatExample)
    expect(answer.statusCode).toBe(409)
    expect(bodyOf(answer)).toMatchObject({ kind: 'line-closed', state: { kind: 'nobody-on-duty' } })
    expect(api.asked('/contact/chat')).toEqual([])
  })
})

describe('a call back is', () => {
  it.each([
    ['closed', metrics(0, 0), '2026-11-25 18:00', 'closed'],
    ['nobody signed in', metrics(0, 0), '2026-11-25 10:30', 'nobody-signed-in'],
    ['closing', metrics(1, 1), '2026-11-25 16:50', 'closing'],
    ['busy', metrics(1, 0), '2026-11-25 11:30', 'busy'],
  ])('promised when it is %s, and stands in the ledger', async (_, said, moment, reason) => {
    api.connectSays('/metrics/current', said)
    api.itIs(moment)
    const before = await ledger()
    const answer = await askFor({ othersMayAnswer: true, alias: 'Juf Wilg', referrerType: 'school', municipality: '71016' })
    expect(answer.statusCode).toBe(201)
    expect(bodyOf(answer)).toMatchObject({ kind: 'promised', promise: { by: { clock: '17:00' } } })
    const known = new Set(before.map(({ id }) => id))
    expect((await ledger()).filter(({ id }) => !known.has(id))).toMatchObject([
      {
        reason,
        channel: 'form',
        contact: null,
        alias: 'Juf Wilg',
        referrerType: 'school',
        municipality: '71016',
        consent: { mayCall: true, othersMayAnswer: true, mayLeaveMessage: true },
        state: 'open',
      },
    ])
  })

  it('promised without a time when the roster keeps none', async () => {
    api.itIs('2026-11-24 10:30')
    expect(bodyOf(await askFor({ region: kempen }))).toEqual({ kind: 'promised', promise: null })
    expect(await ledger(kempen)).toMatchObject([{ reason: 'nobody-on-duty', promise: null }])
  })

  it('one, however often the same browser asks for it', async () => {
    api.itIs('2026-11-26 18:00')
    const input = { number: newNumber(), session: 'AskedTwiceByOneBrowser00' }
    const [first, ...others] = await Promise.all(Array.from({ length: maxAnHour + 2 }, () => askFor(input)))
    for (const other of others) expect(bodyOf(other)).toEqual(first && bodyOf(first))
    expect((await ledger()).filter(({ askedAt }) => askedAt.toISOString().startsWith('2026-11-26'))).toHaveLength(1)
  })

  it('instead of the chat that she gives up, which ends', async () => {
    api.itIs('2026-11-27 10:30')
    const { contactId, ticket } = await startedChat()
    const answer = await askFor({ contactId }, { 'x-place-ticket': ticket })
    expect(answer.statusCode).toBe(201)
    expect(await ledger()).toContainEqual(expect.objectContaining({ contact: `contact_${contactId}`, channel: 'chat', reason: 'busy' }))
    expect(api.asked('/contact/stop').map(({ body }) => JSON.parse(body))).toMatchObject([{ ContactId: contactId }])
  })

  it.each([
    ['without a ticket', {}],
    ['with the ticket of another chat', { 'x-place-ticket': 'A'.repeat(43) }],
  ])('never taken for a chat %s', async (_, headers) => {
    api.itIs('2026-11-27 10:30')
    const answer = await askFor({ contactId: openedChat.ContactId }, headers)
    expect(answer.statusCode).toBe(400)
    expect(bodyOf(answer)).toMatchObject({ field: 'contactId' })
    expect(api.asked('/contact/stop')).toEqual([])
  })

  it('never taken by another line for a chat of this one', async () => {
    api.itIs('2026-11-27 10:30')
    const { contactId, ticket } = await startedChat()
    const answer = await askFor({ contactId, region: kempen }, { 'x-place-ticket': ticket })
    expect(answer.statusCode).toBe(400)
    expect(bodyOf(answer)).toMatchObject({ field: 'contactId' })
    expect(api.asked('/contact/stop')).toEqual([])
  })

  it('not opened to others by whoever asks again for the same number', async () => {
    api.itIs('2026-11-27 18:00')
    const number = newNumber()
    await askFor({ number, session: 'TheReferrerHerselfAsks00' })
    await askFor({ number, session: 'SomebodyWhoKnowsHerNumber', othersMayAnswer: true })
    const standing = (await ledger()).filter(({ askedAt }) => askedAt.toISOString().startsWith('2026-11-27T17'))
    const narrow = { mayCall: true, othersMayAnswer: false, mayLeaveMessage: false }
    expect(standing).toMatchObject([{ consent: narrow }, { consent: narrow }])
  })

  it('1.2: two, for one number written two ways in two browsers', async () => {
    api.itIs('2026-12-03 18:00')
    await askFor({ number: '+32 89 12 34 56', session: 'TheBrowserOfJufWilg00000', alias: 'Juf Wilg' })
    await askFor({ number: '089/12.34.56', session: 'TheBrowserOfMeesterEik00', alias: 'Meester Eik' })
    const standing = (await ledger()).filter(({ askedAt }) => askedAt.toISOString().startsWith('2026-12-03T17'))
    expect(standing.map(({ alias }) => alias).toSorted()).toEqual(['Juf Wilg', 'Meester Eik'])
  })

  it('refused over so many an hour, with the number of the line', async () => {
    api.itIs('2026-11-30 18:00')
    const asking = () => askFor({ region: kempen })
    for (let count = 0; count < maxAnHour; count += 1) expect((await asking()).statusCode).toBe(201)
    const answer = await asking()
    expect(answer.statusCode).toBe(429)
    expect(bodyOf(answer)).toMatchObject({ kind: 'too-busy', sentence: expect.stringContaining('03 431 23 00') })
    // The quota is per region and per hour.
    expect((await askFor()).statusCode).toBe(201)
    api.itIs('2026-11-30 19:01')
    expect((await asking()).statusCode).toBe(201)
  })
})

describe('a number is refused at its field, and nothing is written,', () => {
  it.each([
    ['when it is none', 'bel mij', 'Dat is geen telefoonnummer. Kijk het nog eens na.'],
    ['when it is for emergencies', '112', 'Dat is een noodnummer. Vul het nummer in waarop we jou kunnen bellen.'],
    ['when it is short', '1712', 'Dat is een kort nummer. Vul het nummer in waarop we jou kunnen bellen.'],
    ['when it costs more', '0900 12 345', 'Naar een betaalnummer bellen we niet. Vul een gewoon vast of mobiel nummer in.'],
    ['when it is far away', '+44 20 7946 0018', 'We bellen alleen naar België en de buurlanden. Vul zo een nummer in.'],
    ['when it is ours', '03 431 23 00', 'Dat is een nummer van ons. Vul het nummer in waarop we jou kunnen bellen.'],
  ])('%s', async (_, number, sentence) => {
    api.itIs('2026-12-01 18:00')
    const before = await api.database.items()
    const answer = await askFor({ number })
    expect(answer.statusCode).toBe(400)
    expect(bodyOf(answer)).toEqual({ kind: 'refused', field: 'number', sentence })
    expect(await api.database.items()).toHaveLength(before.length)
  })

  it.each([
    ['without a number', { number: ' ' }, 'number'],
    ['with a key that we do not know', { price: 5 }, 'price'],
    ['with a region that is not open', { region: 'oost-brabant' }, 'region'],
    ['in a language that is none of ours', { language: 'de' }, 'language'],
    ['with a town that is not there', { municipality: '99999' }, 'municipality'],
  ])('%s', async (_, given, field) => {
    api.itIs('2026-12-01 18:00')
    const answer = await askFor(given)
    expect(answer.statusCode).toBe(400)
    expect(bodyOf(answer)).toMatchObject({ kind: 'refused', field })
  })
})

describe('the place in the queue', () => {
  const place = (contactId: string, ticket?: string) =>
    api.ask({ path: `/api/widget/chats/${contactId}/place`, headers: ticket ? { 'x-place-ticket': ticket } : {} })

  it.each([
    ['how many are before her', { MetricResults: [{ Name: 'POSITION_IN_QUEUE', Value: { Number: 3 } }] }, 2],
    ['that she is first', { MetricResults: [{ Name: 'POSITION_IN_QUEUE', Value: { Number: 1 } }] }, 0],
    ['nothing that Connect does not know', { MetricResults: [] }, null],
  ])('tells %s', async (_, body, before) => {
    api.itIs('2026-12-02 10:30')
    const { contactId, ticket } = await startedChat()
    api.connectSays('/metrics/contact', { status: 200, body })
    expect(bodyOf(await place(contactId, ticket))).toEqual({ kind: 'place', before })
  })

  it('is told to nobody else', async () => {
    api.itIs('2026-12-02 10:30')
    const { contactId, ticket } = await startedChat()
    for (const wrong of [undefined, 'A'.repeat(43), ticket.slice(1)]) expect((await place(contactId, wrong)).statusCode).toBe(404)
    expect((await place('018f5c3a-7b21-7c4e-8d10-4f2a6b9c0d1f', ticket)).statusCode).toBe(404)
    expect(api.asked('/metrics/contact')).toEqual([])
  })
})

it('no number, ticket or alias is logged', async () => {
  api.itIs('2026-12-03 18:00')
  const number = newNumber()
  const lines = await logOf(async () => {
    await askFor({ number, alias: 'Kanarie Els' })
    await askFor({ number: `${number}x`, alias: 'Kanarie Els' })
  })
  expect(lines).toHaveLength(2)
  expect(lines.join('')).not.toMatch(/000000|Kanarie/)
})
