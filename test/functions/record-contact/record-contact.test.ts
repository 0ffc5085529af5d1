import { randomUUID } from 'node:crypto'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { contactEventExample } from '../../../shared/contracts/connect/contact-events.ts'
import { foldContact } from '../../../shared/domain/contacts/contact.ts'
import { contactIdOf, conversationIdOf } from '../../../shared/domain/ids.ts'
import { contactFacts } from '../../../shared/domain/reports/line-facts.ts'
import { at } from '../../support/time/at.ts'
import { makeWorker } from '../../support/people/make-cases.ts'
import { itIs, now } from '../../support/time/clock.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { silenceHandlerLogs, logOf } from '../../support/fixtures/captured-logs.ts'
import { sqsBatch } from '../../support/fixtures/lambda-events.ts'
import { makeArrival } from '../../support/people/make.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'

let database: TestDatabase
let stores: Stores
let handler: (batch: SQSEvent) => Promise<SQSBatchResponse>

const instance = 'arn:aws:connect:eu-central-1:111122223333:instance/0b1f8a52-1d7e-4c0e-9a44-7a2f6d6b1e01'
const agentArn = `${instance}/agent/3c4d5e6f-7a8b-4c9d-8e1f-2a3b4c5d6e7f`
const noor = makeWorker({ agentArn })
const never = '1970-01-01T00:00:00.001Z'

beforeAll(async () => {
  itIs('2026-11-24 12:00')
  database = await startTestDatabase()
  stores = openStores(database.table(now))
  await stores.workers.save(noor)
  process.env['QUEUES'] = JSON.stringify({ '6f2b3c1a-5d8e-4a77-8e0b-1c9d4e7f2a10': 'limburg-oost' })
  silenceHandlerLogs()
  handler = (await import('../../../functions/record-contact/handler.ts')).handler
})
afterAll(() => database?.stop())

type Detail = Record<string, unknown>
function event(contactId: string, detail: Detail) {
  return { ...contactEventExample, detail: { ...contactEventExample.detail, contactId, ...detail } }
}

const agentInfo = { agentArn, connectedToAgentTimestamp: '2026-11-24T09:31:02.000Z' }
const disconnectTimestamp = '2026-11-24T10:02:40.000Z'

/** Every event of one answered contact. Each repeats what happened so far, as those of Connect do. */
function answered(id: string) {
  return [
    event(id, { eventType: 'INITIATED', queueInfo: undefined }),
    event(id, { eventType: 'CONNECTED_TO_SYSTEM', queueInfo: undefined, connectedToSystemTimestamp: '2026-11-24T09:30:03.114Z' }),
    event(id, { eventType: 'QUEUED' }),
    event(id, { eventType: 'CONTACT_DATA_UPDATED', agentInfo: { agentArn, connectedToAgentTimestamp: never } }),
    event(id, { eventType: 'CONNECTED_TO_AGENT', agentInfo }),
    event(id, { eventType: 'DISCONNECTED', agentInfo, disconnectTimestamp }),
    event(id, { eventType: 'COMPLETED', agentInfo, disconnectTimestamp }),
  ]
}

async function viewOf(id: string) {
  const contact = contactIdOf(id)
  return foldContact(contact, contactFacts(await stores.contacts.factsOf(contact)))
}

describe('Connect’s events of an answered contact', () => {
  it('tell the same story in every order, twice, and with some lost', async () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 2, 4, 5], { minLength: 10 })
    await fc.assert(
      fc.asyncProperty(order, async (turns) => {
        const id = randomUUID()
        const events = answered(id)
        for (const turn of turns) expect(await handler(sqsBatch([events[turn]]))).toEqual({ batchItemFailures: [] })
        expect(await viewOf(id)).toMatchObject({ state: 'ended', answeredBy: noor.id, region: 'limburg-oost', channel: 'phone' })
        expect(await stores.contacts.factsOf(contactIdOf(id))).toHaveLength(4)
      }),
      { numRuns: 15 },
    )
  })

  it('told by the last one alone are all there', async () => {
    const id = randomUUID()
    await handler(sqsBatch(answered(id).slice(5, 6)))
    expect(await viewOf(id)).toMatchObject({ state: 'ended', answeredBy: noor.id, arrivedAt: new Date('2026-11-24T09:30:03.114Z') })
  })

  it('leave the worker a conversation to finish, opened once', async () => {
    const id = randomUUID()
    await stores.contacts.recordFacts(contactIdOf(id), [makeArrival()], 'flow')
    await handler(sqsBatch([...answered(id), ...answered(id)]))
    const conversation = await stores.conversations.conversationOf(conversationIdOf(contactIdOf(id)))
    expect(conversation).toMatchObject({ openedBy: noor.id, version: 0, notes: { municipality: '71016', referrerType: 'school' } })
    expect((await stores.conversations.toFinish(noor.id)).map((draft) => draft.id)).toContain(conversation?.id)
  })

  it('keep what the flow told of the arrival', async () => {
    const id = randomUUID()
    await handler(sqsBatch(answered(id)))
    await stores.contacts.recordFacts(contactIdOf(id), [makeArrival({ at: at('2026-11-24 10:31') })], 'flow')
    expect(await viewOf(id)).toMatchObject({ municipality: '71016', alias: 'Juf Wilg' })
  })
})

describe('a contact is', () => {
  it.each([
    ['missed when it hung up in the queue', { disconnectTimestamp }, 'missed'],
    [
      'missed when it rang with an agent who never took it',
      { agentInfo: { agentArn, connectedToAgentTimestamp: never }, disconnectTimestamp },
      'missed',
    ],
    ['not missed when it ended before the queue', { queueInfo: undefined, disconnectTimestamp }, 'ended'],
    ['not missed while it waits', { eventType: 'QUEUED', disconnectTimestamp: never }, 'waiting'],
    [
      'read whatever the case of its letters',
      {
        eventType: 'Disconnected',
        channel: 'Voice',
        AgentInfo: { AgentArn: agentArn, ConnectedToAgentTimestamp: agentInfo.connectedToAgentTimestamp },
        disconnectTimestamp,
      },
      'ended',
    ],
    [
      'in nobody’s hands that we know, with an unknown agent',
      { agentInfo: { ...agentInfo, agentArn: `${instance}/agent/unknown` } },
      'answered',
    ],
  ] as const)('%s', async (_, detail, state) => {
    const id = randomUUID()
    expect(await handler(sqsBatch([event(id, { eventType: 'DISCONNECTED', ...detail })]))).toEqual({ batchItemFailures: [] })
    expect(await viewOf(id)).toMatchObject({ state })
  })
})

describe('what is no contact of the line', () => {
  const id = randomUUID()
  it.each([
    ['a call that we made', event(id, { initiationMethod: 'OUTBOUND', disconnectTimestamp })],
    ['somebody who listens in', event(id, { initiationMethod: 'MONITOR', disconnectTimestamp })],
    ['another kind of event', { ...contactEventExample, 'detail-type': 'Amazon Connect Agent Event', detail: {} }],
    ['an event of another service', { ...contactEventExample, source: 'aws.health', detail: {} }],
  ])('is let pass: %s', async (_, body) => {
    const before = (await database.items()).length
    expect(await handler(sqsBatch([body]))).toEqual({ batchItemFailures: [] })
    expect(await database.items()).toHaveLength(before)
  })

  it('and a new type with new fields tells what we do understand', async () => {
    const id = randomUUID()
    await handler(sqsBatch([event(id, { eventType: 'SOMETHING_NEW', invented: { deep: [1] }, disconnectTimestamp })]))
    expect(await viewOf(id)).toMatchObject({ state: 'missed' })
  })
})

describe('a batch', () => {
  it('gives back only what could not be recorded', async () => {
    const id = randomUUID()
    const good = answered(id)[5]
    const batch = sqsBatch(['no JSON', { half: true }, good, event('no-uuid', {})])
    expect(await handler(batch)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }, { itemIdentifier: 'message-1' }, { itemIdentifier: 'message-3' }],
    })
    expect(await viewOf(id)).toMatchObject({ state: 'ended' })
  })

  it('leaves one line in the log, without what was in it', async () => {
    const canary = { ...contactEventExample, detail: { contactId: 'Kanarie Els +32000000076' } }
    const lines = await logOf(() => handler(sqsBatch([canary, 'Kanarie Els'])))
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toMatch(/Kanarie|00000076/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      function: 'record-contact',
      kind: 'recorded-in-part',
      errorName: expect.any(String),
    })
  })
})
