import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { at } from '../../support/time/at.ts'
import { makePromise } from '../../support/people/callbacks.ts'
import { makeWorker } from '../../support/people/make-cases.ts'
import { itIs, now } from '../../support/time/clock.ts'
import {
  agentArn,
  answered,
  decided,
  deliver,
  type Detail,
  event,
  iso,
  leftInQueue,
  queueInfo,
  queues,
} from '../../support/people/contact-events.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { silenceHandlerLogs } from '../../support/fixtures/captured-logs.ts'
import { noor } from '../../support/people/people.ts'

let database: TestDatabase
let stores: Stores
let handler: (batch: SQSEvent) => Promise<SQSBatchResponse>
const region = 'limburg-oost'

beforeAll(async () => {
  itIs('2026-11-24 12:10')
  database = await startTestDatabase()
  stores = openStores(database.table(now))
  await stores.workers.save(makeWorker({ agentArn }))
  process.env['QUEUES'] = queues
  silenceHandlerLogs()
  handler = (await import('../../../functions/record-contact/handler.ts')).handler
})
afterAll(() => database?.stop())

const decides = (id: string, decision: Parameters<typeof decided>[2], referrerKey: string | null = null, by?: 'number') =>
  decided(stores.contacts, id, decision, referrerKey, by)

async function entriesOf(...ids: string[]) {
  const unasked = await stores.callbacks.unasked(region, { limit: 1000, older: null })
  const all = [...(await stores.callbacks.ofRegion(region)), ...unasked.callbacks].map(({ entry }) => entry)
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
    await decides(id, 'offer')
    expect(await deliver(handler, [of(id), of(id)])).toEqual([])
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
    expect(await deliver(handler, [ended(id, { channel: 'CHAT', initiationMethod: 'API', queueInfo: queueInfo('10:31') })])).toEqual([])
    expect(await entriesOf(id)).toMatchObject([{ reason: 'left-chat', channel: 'chat' }])
  })

  it('hung up during the welcome, known by its tag', async () => {
    const id = randomUUID()
    expect(await deliver(handler, [ended(id, { tags: { region: 'limburg-oost' } })])).toEqual([])
    expect(await entriesOf(id)).toMatchObject([{ reason: 'left-in-flow', channel: 'phone' }])
    expect(await stores.contacts.cameIn('limburg-oost', '2026-11-24', '2026-11-24')).toContain(contactIdOf(id))
  })

  it.each([
    ['without a tag', {}],
    ['with the tag of no line of ours', { tags: { region: 'nergens' } }],
    ['with tags that are none', { tags: ['limburg-oost'] }],
  ])('belongs to no region %s', async (_title, event) => {
    const id = randomUUID()
    expect(await deliver(handler, [ended(id, event)])).toEqual([])
    expect(await entriesOf(id)).toEqual([])
  })

  it.each([
    ['heard that we are closed', 'closed', {}],
    ['heard that nobody is on duty', 'nobody-on-duty', {}],
    ['still waits', 'offer', { eventType: 'QUEUED', disconnectTimestamp: undefined, queueInfo: queueInfo('10:31') }],
    ['is a call that we made', 'offer', { initiationMethod: 'OUTBOUND' }],
  ] as const)('is not noted when it %s', async (_title, decision, detail) => {
    const id = randomUUID()
    await decides(id, decision)
    expect(await deliver(handler, [ended(id, detail)])).toEqual([])
    expect(await entriesOf(id)).toEqual([])
  })

  it('is not noted apart when it was promised a call', async () => {
    const id = randomUUID()
    await decides(id, 'offer')
    const promise = makePromise({ contact: contactIdOf(id) })
    await stores.callbacks.promise(promise)
    expect(await deliver(handler, leftInQueue(id))).toEqual([])
    expect(await entriesOf(id)).toMatchObject([{ id: promise.id, consent: { mayCall: true }, state: 'open' }])
  })
})

describe('a contact that was answered', () => {
  it('settles what it was promised itself', async () => {
    const id = randomUUID()
    await decides(id, 'offer')
    const promise = makePromise({ contact: contactIdOf(id) })
    await stores.callbacks.promise(promise)
    expect(await deliver(handler, answered(id))).toEqual([])
    expect(await entriesOf(id)).toMatchObject([{ id: promise.id, state: 'came-back', closedAt: at('2026-11-24 11:01') }])
    expect(JSON.stringify(await database.items())).not.toContain(promise.number)
  })

  it('settles what the same browser asked before, and not what it asks later', async () => {
    const [left, came, again] = [randomUUID(), randomUUID(), randomUUID()]
    const key = `hash-of-${randomUUID()}`
    for (const id of [left, came, again]) await decides(id, 'offer', key)
    const promise = makePromise({ contact: null, sessionKey: key })
    await stores.callbacks.promise(promise)
    const told = [...leftInQueue(left), ...answered(came), ...leftInQueue(again, ['12:00', '12:05'])]
    expect(await deliver(handler, told)).toEqual([])
    expect(await entriesOf(left, again)).toMatchObject([{ state: 'came-back' }, { state: 'open' }])
    expect((await stores.callbacks.entryOf({ region, id: promise.id }))?.entry.state).toBe('came-back')
  })
})

describe('1.1: a number is not a person', () => {
  it.each([
    ['a call', (key: string) => makePromise({ numberKey: key })],
    ['the form', (key: string) => makePromise({ contact: null, channel: 'form', numberKey: key, sessionKey: 'hash-of-another-browser' })],
  ])('what was promised through %s stays when somebody else rings from that number and is answered', async (_title, ask) => {
    const [left, came] = [randomUUID(), randomUUID()]
    const key = `hash-of-${randomUUID()}`
    for (const id of [left, came]) await decides(id, 'offer', key, 'number')
    const promise = ask(key)
    await stores.callbacks.promise(promise)
    expect(await deliver(handler, [...leftInQueue(left), ...answered(came)])).toEqual([])
    expect((await stores.callbacks.entryOf({ region, id: promise.id }))?.entry.state).toBe('open')
    expect(await entriesOf(left)).toMatchObject([{ state: 'open' }])
    expect(JSON.stringify(await database.items())).toContain(promise.number)
  })

  it('and the word of the worker, said before the event of the answer, settles the promise with that event', async () => {
    const came = randomUUID()
    const key = `hash-of-${randomUUID()}`
    await decides(came, 'offer', key, 'number')
    const promise = makePromise({ numberKey: key })
    await stores.callbacks.promise(promise)
    const word = { about: promise.id, same: true, by: 'word', worker: noor, at: at('2026-11-24 11:02') } as const
    await stores.contacts.saySame(contactIdOf(came), word)
    expect(await deliver(handler, answered(came))).toEqual([])
    const { entry } = (await stores.callbacks.entryOf({ region, id: promise.id })) ?? {}
    expect(entry).toMatchObject({ state: 'came-back', closedAt: at('2026-11-24 11:01') })
  })
})

describe('Connect’s events of three contacts of one caller', () => {
  it('end in the same ledger in every order, doubled, one by one or at once', async () => {
    const three = fc.shuffledSubarray([...Array(12).keys(), 2, 3, 5, 6, 10], { minLength: 17 })
    await fc.assert(
      fc.asyncProperty(three, fc.integer({ min: 1, max: 10 }), async (order, atOnce) => {
        const [left, came, again] = [randomUUID(), randomUUID(), randomUUID()]
        const key = `hash-of-${randomUUID()}`
        for (const id of [left, came, again]) await decides(id, 'offer', key)
        const events = [...leftInQueue(left), ...answered(came), ...leftInQueue(again, ['12:00', '12:05'])]
        const course = order.map((place) => events[place])
        for (let from = 0; from < course.length; from += atOnce)
          expect(await deliver(handler, course.slice(from, from + atOnce))).toEqual([])
        expect(await entriesOf(left, came, again)).toMatchObject([
          { contact: contactIdOf(left), state: 'came-back', closedAt: at('2026-11-24 11:01'), reason: 'left-in-queue' },
          { contact: contactIdOf(again), state: 'open', reason: 'left-in-queue' },
        ])
      }),
      { numRuns: 15 },
    )
  })
})
