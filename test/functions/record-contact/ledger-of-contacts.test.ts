import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactEventExample } from '../../../shared/contracts/connect/contact-events.ts'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { at } from '../../support/at.ts'
import { makePromise } from '../../support/people/callbacks.ts'
import { makeWorker } from '../../support/people/care.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { hush, sqsBatch } from '../../support/fixtures/doors.ts'
import { makeArrival } from '../../support/people/make.ts'

let database: TestDatabase
let stores: Stores
let handler: (batch: SQSEvent) => Promise<SQSBatchResponse>
const agentArn = 'arn:aws:connect:eu-central-1:111122223333:instance/0b1f8a52-1d7e-4c0e-9a44-7a2f6d6b1e01/agent/3c4d5e6f'
const region = 'limburg-oost'

beforeAll(async () => {
  database = await startTestDatabase()
  stores = openStores(database.table(() => new Date()))
  await stores.workers.save(makeWorker({ agentArn }))
  process.env['QUEUES'] = JSON.stringify({ '6f2b3c1a-5d8e-4a77-8e0b-1c9d4e7f2a10': region })
  hush()
  handler = (await import('../../../functions/record-contact/handler.ts')).handler
})
afterAll(() => database?.stop())

type Detail = Record<string, unknown>
const iso = (clock: string) => at(`2026-11-24 ${clock}`).toISOString()
const event = (contactId: string, detail: Detail) => ({
  ...contactEventExample,
  detail: { ...contactEventExample.detail, contactId, initiationTimestamp: iso('10:30'), ...detail },
})
const queueInfo = (clock: string) => ({ ...contactEventExample.detail.queueInfo, enqueueTimestamp: iso(clock) })

/** The events of a contact that ended in the queue. */
function leftInQueue(id: string, [queued, ended]: [string, string] = ['10:30', '10:35']) {
  const so = { queueInfo: queueInfo(queued), initiationTimestamp: iso(queued) }
  const gone = { ...so, disconnectTimestamp: iso(ended) }
  return [
    event(id, { ...so, eventType: 'INITIATED', queueInfo: undefined }),
    event(id, { ...so, eventType: 'QUEUED' }),
    event(id, { ...gone, eventType: 'DISCONNECTED' }),
    event(id, { ...gone, eventType: 'COMPLETED' }),
  ]
}

/** The events of a contact that a worker answered. */
function answered(id: string, [came, taken, ended]: [string, string, string] = ['11:00', '11:01', '11:30']) {
  const so = { queueInfo: queueInfo(came), initiationTimestamp: iso(came) }
  const inTalk = { ...so, agentInfo: { agentArn, connectedToAgentTimestamp: iso(taken) } }
  const gone = { ...inTalk, disconnectTimestamp: iso(ended) }
  return [
    event(id, { ...so, eventType: 'QUEUED' }),
    event(id, { ...inTalk, eventType: 'CONNECTED_TO_AGENT' }),
    event(id, { ...gone, eventType: 'DISCONNECTED' }),
    event(id, { ...gone, eventType: 'COMPLETED' }),
  ]
}

async function decided(id: string, decision: 'offer' | 'closing-soon' | 'closed' | 'nobody-on-duty', referrerKey: string | null = null) {
  const contact = contactIdOf(id)
  const moment = at('2026-11-24 10:30')
  const arrival = makeArrival({ at: moment, channel: 'phone', alias: 'Huisarts Linde' })
  const link = referrerKey === null ? null : ({ by: 'number', referrerKey, contact, region, channel: 'phone', at: moment } as const)
  const answer = { decision, team: '', sentence: decision === 'offer' ? '' : 'Gesloten.' } as const
  await stores.contacts.decide({ contact, facts: [arrival, { kind: 'contact-decided', at: moment, decision, team: null }], answer, link })
}

async function entriesOf(...ids: string[]) {
  const all = (await stores.callbacks.ofRegion(region)).map(({ entry }) => entry)
  return ids.flatMap((id) => all.filter((entry) => entry.contact === contactIdOf(id)))
}

const disconnectTimestamp = iso('10:35')
const ended = (id: string, detail: Detail) => event(id, { eventType: 'DISCONNECTED', disconnectTimestamp, queueInfo: undefined, ...detail })

describe('a contact that reached nobody', () => {
  it.each([
    ['hung up in the queue', (id: string) => ended(id, { queueInfo: queueInfo('10:31') }), 'left-in-queue', 'phone'],
    ['hung up before the queue', (id: string) => ended(id, {}), 'left-in-flow', 'phone'],
  ] as const)('%s: it stands in the ledger, without a number', async (_title, of, reason, channel) => {
    const id = randomUUID()
    await decided(id, 'offer')
    await handler(sqsBatch([of(id), of(id)]))
    expect(await entriesOf(id)).toMatchObject([
      {
        reason,
        channel,
        state: 'open',
        promise: null,
        alias: 'Huisarts Linde',
        municipality: '71016',
        askedAt: at('2026-11-24 10:35'),
        consent: { mayCall: false },
      },
    ])
  })

  it('left a chat', async () => {
    const id = randomUUID()
    await handler(sqsBatch([ended(id, { channel: 'CHAT', initiationMethod: 'API', queueInfo: queueInfo('10:31') })]))
    expect(await entriesOf(id)).toMatchObject([{ reason: 'left-chat', channel: 'chat' }])
  })

  it('hung up during the welcome, known by its tag', async () => {
    const id = randomUUID()
    await handler(sqsBatch([ended(id, { tags: { region: 'limburg-oost' } })]))
    expect(await entriesOf(id)).toMatchObject([{ reason: 'left-in-flow', channel: 'phone' }])
    expect(await stores.contacts.cameIn('limburg-oost', '2026-11-24', '2026-11-24')).toContain(contactIdOf(id))
  })

  it.each([
    ['without a tag', {}],
    ['with the tag of no line of ours', { tags: { region: 'nergens' } }],
    ['with tags that are none', { tags: ['limburg-oost'] }],
  ])('belongs to no region %s', async (_title, event) => {
    const id = randomUUID()
    await handler(sqsBatch([ended(id, event)]))
    expect(await entriesOf(id)).toEqual([])
  })

  it.each([
    ['heard that we are closed', 'closed', {}],
    ['heard that nobody is on duty', 'nobody-on-duty', {}],
    ['still waits', 'offer', { eventType: 'QUEUED', disconnectTimestamp: undefined, queueInfo: queueInfo('10:31') }],
    ['is a call that we made', 'offer', { initiationMethod: 'OUTBOUND' }],
  ] as const)('is not noted when it %s', async (_title, decision, detail) => {
    const id = randomUUID()
    await decided(id, decision)
    await handler(sqsBatch([ended(id, detail)]))
    expect(await entriesOf(id)).toEqual([])
  })

  it('is not noted apart when it was promised a call', async () => {
    const id = randomUUID()
    await decided(id, 'offer')
    const input = makePromise({ contact: contactIdOf(id) })
    await stores.callbacks.promise(input)
    await handler(sqsBatch(leftInQueue(id)))
    expect(await entriesOf(id)).toMatchObject([{ id: input.id, consent: { mayCall: true }, state: 'open' }])
  })
})

describe('a contact that was answered', () => {
  it('settles what it was promised itself', async () => {
    const id = randomUUID()
    await decided(id, 'offer')
    const input = makePromise({ contact: contactIdOf(id) })
    await stores.callbacks.promise(input)
    await handler(sqsBatch(answered(id)))
    expect(await entriesOf(id)).toMatchObject([{ id: input.id, state: 'came-back', closedAt: at('2026-11-24 11:01') }])
    expect(JSON.stringify(await database.items())).not.toContain(input.number)
  })

  it('settles what the same number asked before, and not what it asks later', async () => {
    const [left, came, again] = [randomUUID(), randomUUID(), randomUUID()]
    const key = `hash-of-${randomUUID()}`
    for (const id of [left, came, again]) await decided(id, 'offer', key)
    const input = makePromise({ contact: null, numberKey: key })
    await stores.callbacks.promise(input)
    const told = [...leftInQueue(left), ...answered(came), ...leftInQueue(again, ['12:00', '12:05'])]
    await handler(sqsBatch(told))
    expect(await entriesOf(left, again)).toMatchObject([{ state: 'came-back' }, { state: 'open' }])
    expect((await stores.callbacks.entryOf({ region, id: input.id }))?.entry.state).toBe('came-back')
  })
})

describe('Connect’s events of three contacts of one caller', () => {
  it('end in the same ledger in every order, doubled, one by one or at once', async () => {
    const three = fc.shuffledSubarray([...Array(12).keys(), 2, 3, 5, 6, 10], { minLength: 17 })
    await fc.assert(
      fc.asyncProperty(three, fc.integer({ min: 1, max: 10 }), async (order, atOnce) => {
        const [left, came, again] = [randomUUID(), randomUUID(), randomUUID()]
        const key = `hash-of-${randomUUID()}`
        for (const id of [left, came, again]) await decided(id, 'offer', key)
        const events = [...leftInQueue(left), ...answered(came), ...leftInQueue(again, ['12:00', '12:05'])]
        const course = order.map((place) => events[place])
        for (let from = 0; from < course.length; from += atOnce)
          expect(await handler(sqsBatch(course.slice(from, from + atOnce)))).toEqual({ batchItemFailures: [] })
        expect(await entriesOf(left, came, again)).toMatchObject([
          { contact: contactIdOf(left), state: 'came-back', closedAt: at('2026-11-24 11:01'), reason: 'left-in-queue' },
          { contact: contactIdOf(again), state: 'open', reason: 'left-in-queue' },
        ])
      }),
      { numRuns: 15 },
    )
  })
})
