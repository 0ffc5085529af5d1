import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { foldContact } from '../../../shared/domain/contacts/contact.ts'
import { type ContactId, contactIdOf, conversationIdOf } from '../../../shared/domain/ids.ts'
import { contactFacts } from '../../../shared/domain/reports/line-facts.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { at } from '../../support/time/at.ts'
import { makeWorker, newWorker } from '../../support/people/make-cases.ts'
import { makeArrival } from '../../support/people/make.ts'
import { itIs, now } from '../../support/time/clock.ts'
import { agentArn, answered, decided, queues } from '../../support/people/contact-events.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { logOf } from '../../support/fixtures/captured-logs.ts'
import { sqsBatch } from '../../support/fixtures/lambda-events.ts'
import { startStandIn } from '../../support/fixtures/stand-ins.ts'

// Connect's events of some contacts were lost. What Connect knows of them stands in `inConnect`; whoever is not there, it does not know.

const region = 'limburg-oost'
const noor = makeWorker({ agentArn })
const greet = makeWorker({ id: newWorker(), role: 'coordinator', agentArn: null, subject: 'greet', username: 'greet' })
const inConnect = new Map<string, Record<string, unknown>>()
let refusing = false
let database: TestDatabase
let stores: Stores
let connect: Awaited<ReturnType<typeof startStandIn>>
let handler: (event: unknown) => Promise<unknown>

beforeAll(async () => {
  itIs('2026-11-24 12:00')
  database = await startTestDatabase()
  stores = openStores(database.table(now))
  for (const worker of [noor, greet]) await stores.workers.save(worker)
  connect = await startStandIn(({ path }) => {
    const id = path.split('/').at(-1) ?? ''
    const known = inConnect.get(id)
    if (refusing) return { status: 403, body: {}, error: 'AccessDeniedException' }
    return known ? { status: 200, body: { Contact: { Id: id, ...known } } } : { status: 404, body: {}, error: 'ResourceNotFoundException' }
  })
  Object.assign(process.env, { QUEUES: queues, INSTANCE_ID: 'instance', AWS_ENDPOINT_URL_CONNECT: connect.url })
  handler = (await import('../../../functions/sweep-contacts/handler.ts')).handler
})
afterEach(async () => {
  refusing = false
  // Each test leaves the list empty.
  for (const one of await stores.unfinished.unfinishedIn(region, '', 500)) await stores.unfinished.finish(one)
  for (const list of ['unfinished', 'days'] as const) await stores.unfinished.savePosition(region, list, '')
  inConnect.clear()
  connect.asked.length = 0
})
afterAll(async () => {
  await connect?.stop()
  await database?.stop()
})

const instance = agentArn.slice(0, agentArn.indexOf('/agent/'))
const seconds = (clock: string) => at(`2026-11-24 ${clock}`).getTime() / 1000
const course = (more: Record<string, unknown> = {}) => ({
  Arn: `${instance}/contact/any`,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: seconds('10:30'),
  ...more,
})
const inQueue = { QueueInfo: { Id: '6f2b3c1a-5d8e-4a77-8e0b-1c9d4e7f2a10', EnqueueTimestamp: seconds('10:31') } }
const taken = { AgentInfo: { Id: agentArn.split('/').at(-1), ConnectedToAgentTimestamp: seconds('10:32') } }
const over = { DisconnectTimestamp: seconds('10:40') }

async function arrived(decision: Parameters<typeof decided>[2] = 'offer'): Promise<{ id: string; contact: ContactId }> {
  const id = randomUUID()
  await decided(stores.contacts, id, decision)
  return { id, contact: contactIdOf(id) }
}
async function swept(event: unknown = {}): Promise<{ kind: string; errorName: string | null }> {
  const [line = '{}'] = await logOf(() => handler(event))
  return JSON.parse(line)
}
async function known(contact: ContactId) {
  const view = foldContact(contact, contactFacts(await stores.contacts.factsOf(contact)))
  const log = await stores.conversations.conversationOf(conversationIdOf(contact))
  const unasked = await stores.callbacks.unasked(region, { limit: 100, older: null })
  const entries = [...(await stores.callbacks.ofRegion(region)), ...unasked.callbacks].filter(({ entry }) => entry.contact === contact)
  return { state: view.state, by: view.answeredBy, log: log?.openedBy ?? null, entries: entries.map(({ entry }) => entry.reason) }
}
// A busy machine may be late, and the client asks again: who was asked about counts, not how often.
const askedAbout = () => new Set(connect.asked.map(({ path }) => path.split('/').at(-1)))
const listed = async () => (await stores.unfinished.unfinishedIn(region, '', 500)).map(({ contact }) => contact)

describe('a contact whose events were lost', () => {
  it.each([
    ['5.5', 'hung up in the queue', { ...inQueue, ...over }, { state: 'missed', by: null, log: null, entries: ['left-in-queue'] }],
    ['5.5', 'hung up in the flow', over, { state: 'ended', by: null, log: null, entries: ['left-in-flow'] }],
    ['5.5', 'was answered and ended', { ...inQueue, ...taken, ...over }, { state: 'ended', by: noor.id, log: noor.id, entries: [] }],
  ])('%s: %s', async (_row, _title, told, expected) => {
    const { id, contact } = await arrived()
    inConnect.set(id, course(told))
    expect(await swept()).toMatchObject({ kind: 'repaired', errorName: null })
    expect(await known(contact)).toEqual(expected)
    expect(await listed()).toEqual([])
    expect(await swept()).toMatchObject({ kind: 'quiet' })
    expect(askedAbout().size).toBe(1)
  })

  it('5.5: in a talk is recorded as such, and asked again', async () => {
    const { id, contact } = await arrived()
    inConnect.set(id, course({ ...inQueue, ...taken }))
    await swept()
    expect(await known(contact)).toMatchObject({ state: 'answered', log: noor.id })
    expect(await listed()).toEqual([contact])
    inConnect.set(id, course({ ...inQueue, ...taken, ...over }))
    await swept()
    expect(await known(contact)).toMatchObject({ state: 'ended' })
    expect(await listed()).toEqual([])
  })

  it('5.5: answered by an agent who was unknown then gets its worker', async () => {
    const { id, contact } = await arrived()
    await stores.contacts.recordFacts(contact, [{ kind: 'contact-answered', at: at('2026-11-24 10:32'), worker: null }], 'event')
    await stores.contacts.recordFacts(contact, [{ kind: 'contact-ended', at: at('2026-11-24 10:40') }], 'event')
    inConnect.set(id, course({ ...inQueue, ...taken, ...over }))
    await swept()
    expect(await known(contact)).toMatchObject({ state: 'ended', by: noor.id, log: noor.id })
  })
})

describe('a contact that Connect does not know', () => {
  it('5.5: is left alone on its day, ended the day after, and the coordinator is told once', async () => {
    const [one, other] = [await arrived(), await arrived()]
    expect(await swept()).toMatchObject({ kind: 'quiet' })
    expect(await listed()).toHaveLength(2)
    itIs('2026-11-25 12:00')
    expect(await swept()).toMatchObject({ kind: 'ended-unknown' })
    for (const { contact } of [one, other]) {
      expect(await known(contact)).toEqual({ state: 'ended', by: null, log: null, entries: ['left-in-flow'] })
    }
    expect(await listed()).toEqual([])
    const told = (await stores.notices.due()).map(({ kind, worker }) => [kind, worker])
    expect(told).toEqual([['contact-lost', greet.id]])
    itIs('2026-11-24 12:00')
  })

  it('5.5: who heard that the line is closed is not lost', async () => {
    const { contact } = await arrived('closed')
    const before = (await stores.notices.due()).length
    itIs('2026-11-27 12:00')
    expect(await swept()).toMatchObject({ kind: 'ended-unknown' })
    expect(await known(contact)).toMatchObject({ state: 'ended', entries: [] })
    expect(await stores.notices.due()).toHaveLength(before)
    itIs('2026-11-24 12:00')
  })
})

describe('what was cut off between two writes', () => {
  it('5.5: an answer without a log, an end without an entry: both come by night, without asking Connect', async () => {
    const [talk, left] = [await arrived(), await arrived()]
    const end = { kind: 'contact-ended', at: at('2026-11-24 10:40') } as const
    await stores.contacts.recordFacts(
      talk.contact,
      [{ kind: 'contact-answered', at: at('2026-11-24 10:32'), worker: noor.id }, end],
      'event',
    )
    await stores.contacts.recordFacts(left.contact, [end], 'event')
    for (const one of await stores.unfinished.unfinishedIn(region, '', 500)) await stores.unfinished.finish(one)
    expect(await swept({ list: 'days' })).toMatchObject({ errorName: null })
    expect(await known(talk.contact)).toMatchObject({ log: noor.id, entries: [] })
    expect(await known(left.contact)).toMatchObject({ entries: ['left-in-flow'] })
    expect(connect.asked).toEqual([])
  })
})

describe('a sweep and the events', () => {
  it('5.5: end in the same, whichever comes first', async () => {
    const record = (await import('../../../functions/record-contact/handler.ts')).handler
    const told = course({ ...inQueue, ...taken, ...over, InitiationTimestamp: seconds('11:00') })
    const ends = []
    for (const eventsFirst of [true, false]) {
      const { id, contact } = await arrived()
      inConnect.set(id, told)
      const events = () => logOf(() => record(sqsBatch(answered(id))))
      for (const step of eventsFirst ? [events, swept] : [swept, events]) await step()
      ends.push(await known(contact))
    }
    expect(ends[0]).toEqual(ends[1])
    expect(ends[0]).toEqual({ state: 'ended', by: noor.id, log: noor.id, entries: [] })
  })
})

describe('a run', () => {
  it('asks at most twenty in a region, and the next run goes on with the rest', async () => {
    const contacts = await Promise.all(Array.from({ length: 23 }, () => arrived()))
    await swept()
    expect(askedAbout().size).toBe(20)
    await swept()
    expect(askedAbout()).toEqual(new Set(contacts.map(({ id }) => id)))
  }, 20_000)

  it('that Connect refuses says so, stops asking after three, and loses nothing', async () => {
    const contacts = await Promise.all(Array.from({ length: 5 }, () => arrived()))
    refusing = true
    expect(await swept()).toMatchObject({ kind: 'swept-in-part', errorName: 'AccessDeniedException' })
    expect(askedAbout().size).toBe(3)
    refusing = false
    for (const { id } of contacts) inConnect.set(id, course(over))
    await swept()
    await swept()
    expect(await listed()).toEqual([])
    for (const { contact } of contacts) expect(await known(contact)).toMatchObject({ entries: ['left-in-flow'] })
  })

  it('writes nothing about anybody in its log', async () => {
    const contact = contactIdOf(randomUUID())
    await stores.contacts.recordFacts(contact, [makeArrival({ alias: 'Kanarie Els' })], 'flow')
    const lines = await logOf(() => handler({}))
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain('Kanarie')
  })
})
