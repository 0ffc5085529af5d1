import { randomUUID } from 'node:crypto'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foldContact } from '../../../shared/domain/contacts/contact.ts'
import { contactIdOf, conversationIdOf, WorkerId } from '../../../shared/domain/ids.ts'
import { contactFacts } from '../../../shared/domain/reports/line-facts.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { at } from '../../support/time/at.ts'
import { makeWorker } from '../../support/people/make-cases.ts'
import { itIs, now } from '../../support/time/clock.ts'
import { agentArn, answered, deliver, event, iso, leftInQueue, queueInfo, queues } from '../../support/people/contact-events.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { silenceHandlerLogs } from '../../support/fixtures/captured-logs.ts'

// Connect delivers events on a best-effort basis. Whatever gets lost, what arrives must leave the same log and ledger.

let database: TestDatabase
let stores: Stores
let handler: (batch: SQSEvent) => Promise<SQSBatchResponse>
const noor = makeWorker({ agentArn })
const region = 'limburg-oost'

beforeAll(async () => {
  itIs('2026-11-24 12:10')
  database = await startTestDatabase()
  stores = openStores(database.table(now))
  await stores.workers.save(noor)
  process.env['QUEUES'] = queues
  silenceHandlerLogs()
  handler = (await import('../../../functions/record-contact/handler.ts')).handler
})
afterAll(() => database?.stop())

async function known(id: string) {
  const contact = contactIdOf(id)
  const view = foldContact(contact, contactFacts(await stores.contacts.factsOf(contact)))
  const log = await stores.conversations.conversationOf(conversationIdOf(contact))
  const unasked = await stores.callbacks.unasked(region, { limit: 100, older: null })
  const entries = [...(await stores.callbacks.ofRegion(region)), ...unasked.callbacks].filter(({ entry }) => entry.contact === contact)
  return { worker: view.answeredBy, log: log?.openedBy ?? null, openedAt: log?.openedAt ?? null, entries: entries.length }
}

describe('an answer opens the log of its worker, whichever event tells it', () => {
  it.each([
    ['5.5', 'DISCONNECTED'],
    ['5.5', 'COMPLETED'],
    ['5.5', 'CONTACT_DATA_UPDATED'],
    ['5.5', 'SOMETHING_NEW'],
  ])('%s: %s alone', async (_row, eventType) => {
    const id = randomUUID()
    const [, , ended] = answered(id)
    expect(await deliver(handler, [{ ...ended, detail: { ...ended?.detail, eventType } }])).toEqual([])
    expect(await known(id)).toEqual({ worker: noor.id, log: noor.id, openedAt: at('2026-11-24 11:01'), entries: 0 })
  })

  it('5.5: also when the region is told later than the answer', async () => {
    const id = randomUUID()
    const inTalk = { agentInfo: { agentArn, connectedToAgentTimestamp: iso('11:01') } }
    expect(await deliver(handler, [event(id, { ...inTalk, eventType: 'CONNECTED_TO_AGENT', queueInfo: undefined })])).toEqual([])
    expect(await deliver(handler, [event(id, { eventType: 'QUEUED', queueInfo: queueInfo('10:31') })])).toEqual([])
    expect(await known(id)).toMatchObject({ worker: noor.id, log: noor.id })
  })
})

describe('a known worker wins over an unknown one', () => {
  const unknown = { agentArn: `${agentArn}-unknown-yet`, connectedToAgentTimestamp: iso('11:01') }

  it.each([
    ['5.5', 'unknown at first, known when told again', [unknown, { ...unknown, agentArn }]],
    ['5.5', 'known at first, unknown when told again', [{ ...unknown, agentArn }, unknown]],
    ['5.5', 'without an agent at first', [{ connectedToAgentTimestamp: iso('11:01') }, { ...unknown, agentArn }]],
  ])('%s: %s', async (_row, _title, told) => {
    const id = randomUUID()
    const events = told.map((agentInfo) => event(id, { eventType: 'CONNECTED_TO_AGENT', agentInfo }))
    for (const one of events) expect(await deliver(handler, [one])).toEqual([])
    expect(await known(id)).toMatchObject({ worker: noor.id, log: noor.id })
  })

  it('5.5: when the same event comes again after its worker’s agent became known', async () => {
    const id = randomUUID()
    const arn = `${agentArn}-new`
    const events = [event(id, { eventType: 'CONNECTED_TO_AGENT', agentInfo: { ...unknown, agentArn: arn } })]
    expect(await deliver(handler, events)).toEqual([])
    expect(await known(id)).toMatchObject({ worker: null, log: null })
    const newcomer = WorkerId.parse(`worker_${randomUUID()}`)
    await stores.workers.save(makeWorker({ id: newcomer, agentArn: arn, subject: 'newcomer', username: 'newcomer' }))
    expect(await deliver(handler, events)).toEqual([])
    expect(await known(id)).toMatchObject({ worker: newcomer, log: newcomer })
  })

  it('5.5: two known workers of one moment end the same in both orders', async () => {
    const contacts = [randomUUID(), randomUUID()] as const
    const [one, other] = [WorkerId.parse(`worker_${randomUUID()}`), WorkerId.parse(`worker_${randomUUID()}`)]
    const fact = (worker: WorkerId) => ({ kind: 'contact-answered', at: now(), worker }) as const
    const [first, second] = contacts.map(contactIdOf)
    for (const worker of [one, other]) await stores.contacts.recordFacts(first!, [fact(worker)], 'event')
    for (const worker of [other, one]) await stores.contacts.recordFacts(second!, [fact(worker)], 'event')
    expect(await stores.contacts.factsOf(first!)).toEqual(await stores.contacts.factsOf(second!))
  })
})

describe('an end that nobody answered is in the ledger', () => {
  it('5.5: also when the event that tells the region comes after the end', async () => {
    const id = randomUUID()
    const [, queued] = leftInQueue(id)
    const end = event(id, { eventType: 'DISCONNECTED', queueInfo: undefined, disconnectTimestamp: iso('10:35') })
    expect(await deliver(handler, [end])).toEqual([])
    expect(await known(id)).toMatchObject({ entries: 0 })
    expect(await deliver(handler, [queued, queued])).toEqual([])
    expect(await known(id)).toMatchObject({ entries: 1, log: null })
  })
})
