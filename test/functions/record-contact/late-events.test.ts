import { randomUUID } from 'node:crypto'
import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import * as fc from 'fast-check'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { at } from '../../support/time/at.ts'
import { makePromise } from '../../support/people/callbacks.ts'
import { makeWorker } from '../../support/people/make-cases.ts'
import { itIs, now } from '../../support/time/clock.ts'
import { agentArn, answered, decided, deliver, leftInQueue, queues } from '../../support/people/contact-events.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { silenceHandlerLogs } from '../../support/fixtures/captured-logs.ts'
import { noor } from '../../support/people/people.ts'

// Events may arrive days late, when messages of a dead-letter queue are sent again. Each takes effect as of the moment it happened.

let database: TestDatabase
let stores: Stores
let handler: (batch: SQSEvent) => Promise<SQSBatchResponse>
const region = 'limburg-oost'
const tuesday = at('2026-11-24 12:10')
const dayMilliseconds = 86_400_000

beforeAll(async () => {
  itIs(tuesday)
  database = await startTestDatabase()
  stores = openStores(database.table(now))
  await stores.workers.save(makeWorker({ agentArn }))
  process.env['QUEUES'] = queues
  silenceHandlerLogs()
  handler = (await import('../../../functions/record-contact/handler.ts')).handler
})
afterAll(() => database?.stop())

const later = (days: number) => new Date(tuesday.getTime() + days * dayMilliseconds)

/** One caller, who was promised a call, hung up in the queue, was answered, and hung up in the queue again. */
async function caller() {
  itIs(tuesday)
  const [left, came, again] = [randomUUID(), randomUUID(), randomUUID()]
  const key = `hash-of-${randomUUID()}`
  for (const id of [left, came, again]) await decided(stores.contacts, id, 'offer', key)
  const promise = makePromise({ contact: null, sessionKey: key })
  await stores.callbacks.promise(promise)
  const events = [...leftInQueue(left), ...answered(came), ...leftInQueue(again, ['12:00', '12:05'])]
  return { ids: [left, came, again], key, promise, events }
}

async function ledgerOf({ ids, promise }: Awaited<ReturnType<typeof caller>>) {
  const contacts = ids.map(contactIdOf)
  // Seen on that Tuesday: by the time of a late event, those who asked for nothing have expired.
  const { callbacks } = openStores(database.table(() => tuesday))
  const unasked = await callbacks.unasked(region, { limit: 1000, older: null })
  const all = [...(await callbacks.ofRegion(region)), ...unasked.callbacks].map(({ entry }) => entry)
  const ofContacts = contacts.flatMap((contact) => all.filter((entry) => entry.contact === contact))
  const promised = all.filter(({ id }) => id === promise.id)
  return [...ofContacts, ...promised].map(({ contact, state, closedAt, reason, askedAt }) => ({
    who: contact === null ? 'promised' : contacts.indexOf(contact),
    state,
    closedAt,
    reason,
    askedAt,
  }))
}

const cameBack = { state: 'came-back', closedAt: at('2026-11-24 11:01') }
const settled = [
  { who: 0, ...cameBack, reason: 'left-in-queue', askedAt: at('2026-11-24 10:35') },
  { who: 2, state: 'open', closedAt: null, reason: 'left-in-queue', askedAt: at('2026-11-24 12:05') },
  { who: 'promised', ...cameBack, reason: 'busy', askedAt: at('2026-11-24 10:30') },
]

describe('the same events end in the same ledger', () => {
  it.each([
    ['told at once', 0],
    ['told four days late', 4],
    ['told ten days late', 10],
  ])('%s', async (_title, days) => {
    const told = await caller()
    itIs(later(days))
    for (const event of told.events) expect(await deliver(handler, [event])).toEqual([])
    expect(await ledgerOf(told)).toEqual(settled)
  })

  it('each told with a lateness of its own, in any order and twice', async () => {
    const lateness = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 14, maxLength: 14 })
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...Array(12).keys(), 2, 6], { minLength: 14 }), lateness, async (order, late) => {
        const told = await caller()
        const course = order.map((place, turn) => ({ event: told.events[place], days: late[turn] ?? 0 })).sort((a, b) => a.days - b.days)
        for (const { event, days } of course) {
          itIs(later(days))
          expect(await deliver(handler, [event])).toEqual([])
        }
        expect(await ledgerOf(told)).toEqual(settled)
      }),
      { numRuns: 8 },
    )
  })

  it('when she was answered twice: the first time counts, also for what is told after both', async () => {
    const told = await caller()
    const second = randomUUID()
    await decided(stores.contacts, second, 'offer', told.key)
    expect(await deliver(handler, [...told.events.slice(4, 8), ...answered(second, ['11:40', '11:41', '11:50'])])).toEqual([])
    itIs(later(10))
    expect(await deliver(handler, told.events.slice(0, 4))).toEqual([])
    expect((await ledgerOf(told))[0]).toEqual(settled[0])
  })
})

describe('what had to be erased', () => {
  it('goes with the closing, however late, and nothing points to it any more', async () => {
    const told = await caller()
    itIs(later(10))
    expect(await deliver(handler, told.events)).toEqual([])
    const kept = await database.items()
    expect(JSON.stringify(kept)).not.toContain(told.promise.number)
    expect(kept.filter(({ callback }) => callback === told.promise.id)).toEqual([])
  })

  it('takes nothing from whoever was promised a call to that number since', async () => {
    const told = await caller()
    itIs(later(10))
    const { id, numberKey, number } = told.promise
    const again = makePromise({ contact: null, number, numberKey, at: now(), promise: { from: later(10), by: later(11) } })
    // Closed before the new promise.
    await stores.callbacks.seen({ region, id }, { worker: noor, at: now() })
    await stores.callbacks.promise(again)
    expect(await deliver(handler, told.events)).toEqual([])
    await stores.callbacks.claim({ region, id: again.id }, noor)
    expect(await stores.callbacks.numberOf({ region, id: again.id }, noor)).toEqual({ kind: 'number', number })
  })

  it('can be neither read nor called in between', async () => {
    const told = await caller()
    itIs(later(4))
    expect(await deliver(handler, told.events.slice(0, 4))).toEqual([])
    await stores.callbacks.claim({ region, id: told.promise.id }, noor)
    expect(await stores.callbacks.numberOf({ region, id: told.promise.id }, noor)).toEqual({ kind: 'erased' })
    expect(await stores.callbacks.ofRegion(region)).toSatisfy((all: { entry: { id: string }; numberUntil: Date | null }[]) =>
      all.every(({ entry, numberUntil }) => entry.id !== told.promise.id || (numberUntil !== null && numberUntil < now())),
    )
    expect(await stores.contacts.linksOf(contactIdOf(told.ids[0] ?? ''))).toEqual([])
  })

  it('does not come back with an event that is told after it went', async () => {
    const told = await caller()
    itIs(later(10))
    await sweep()
    expect(await deliver(handler, told.events)).toEqual([])
    const kept = JSON.stringify(await database.items())
    expect(kept).not.toContain(told.key)
    expect(kept).not.toContain(told.promise.number)
    // The number key has expired, so nobody can tell that the same caller came back: all three entries stay open for a worker to look at.
    expect(await ledgerOf(told)).toMatchObject([{ state: 'open' }, { state: 'open' }, { state: 'open' }])
  })
})

/** Deletes the expired items, which DynamoDB itself does some time after they expire. */
async function sweep(): Promise<void> {
  const { client, name } = database.table(now)
  const gone = (await database.items()).filter(({ expiresAt }) => typeof expiresAt === 'number' && expiresAt <= now().getTime() / 1000)
  for (const { pk, sk } of gone) await client.send(new DeleteCommand({ TableName: name, Key: { pk, sk } }))
}
