import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { flowEventExample, PromiseAsked, RouteAnswer, task } from '../../../shared/contracts/connect/flow-events.ts'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { silenceHandlerLogs } from '../../support/fixtures/captured-logs.ts'
import { fullRoster } from '../../support/people/make.ts'
import { setRoster } from '../../support/people/roster.ts'
import { itIs, now } from '../../support/time/clock.ts'

// Connect may send any field in a shape that nobody expected. Only the contact and the region are needed to answer.

let database: TestDatabase
let stores: Stores
let handler: (event: unknown) => Promise<RouteAnswer>

beforeAll(async () => {
  itIs('2026-11-28 10:30')
  database = await startTestDatabase()
  stores = openStores(database.table(now))
  process.env['CALLER_KEY'] = 'a-key-for-tests'
  silenceHandlerLogs()
  await setRoster(stores.rosters, 'limburg-oost', fullRoster())
  handler = (await import('../../../functions/route-contact/handler.ts')).handler
})
afterAll(() => database?.stop())

const { ContactData } = flowEventExample.Details
const attributes = { language: 'nl', referrerType: 'school', municipality: '71016', alias: 'Juf Wilg' }
const wrongs: readonly unknown[] = [null, undefined, 7, '', 'zomaar iets', [], ['x'], {}, { deep: { er: null } }, true]
const optional = ['InitialContactId', 'Channel', 'InstanceARN', 'CustomerEndpoint', 'Attributes', 'Queue', 'Tags', 'LanguageCode']
const rows = [
  ...optional.flatMap((field) => wrongs.map((wrong) => [field, JSON.stringify(wrong) ?? 'missing', { [field]: wrong }] as const)),
  ...wrongs.map(
    (wrong) => ['CustomerEndpoint.Address', JSON.stringify(wrong) ?? 'missing', { CustomerEndpoint: { Address: wrong } }] as const,
  ),
  ...Object.keys({ ...attributes, referrerGroup: '', referrerKey: '', openingCheck: '' }).flatMap((name) =>
    wrongs.map(
      (wrong) => [`Attributes.${name}`, JSON.stringify(wrong) ?? 'missing', { Attributes: { ...attributes, [name]: wrong } }] as const,
    ),
  ),
]

async function routed(contact: object, event: object = {}): Promise<{ id: string; decision: string }> {
  const id = randomUUID()
  const Details = { ContactData: { ...ContactData, ContactId: id, ...contact }, Parameters: { region: 'limburg-oost' } }
  const answer = RouteAnswer.parse(await handler({ Name: 'ContactFlowEvent', Details, ...event }))
  return { id, decision: answer.decision }
}

describe('on a Saturday a contact hears that the line is closed, and is recorded, whatever else stands in the event:', () => {
  it.each([
    ['1.16', 'CustomerEndpoint.Address', 'null', { CustomerEndpoint: { Address: null } }] as const,
    ...rows.map((row) => ['1.16', ...row] as const),
  ])('%s: %s is %s', async (_row, _field, _wrong, contact) => {
    const { id, decision } = await routed(contact)
    expect(decision).toBe('closed')
    const facts = await stores.contacts.factsOf(contactIdOf(id))
    expect(facts.map(({ kind }) => kind).sort()).toEqual(['contact-arrived', 'contact-decided'])
  })

  it.each([
    ['missing', undefined],
    ['null', null],
    ['another', 'SomethingNew'],
  ])('1.16: Name is %s', async (_title, Name) => {
    expect(await routed({}, { Name })).toMatchObject({ decision: 'closed' })
  })
})

describe('one attribute that cannot be read', () => {
  it('1.16: leaves the others readable', async () => {
    const { id } = await routed({ Attributes: { ...attributes, referrerType: ['school'] }, CustomerEndpoint: 'nobody' })
    const arrival = (await stores.contacts.factsOf(contactIdOf(id))).find(({ kind }) => kind === 'contact-arrived')
    expect(arrival).toMatchObject({ municipality: '71016', alias: 'Juf Wilg', referrerType: null })
  })
})

describe('what a flow asks when it promises a call', () => {
  const asked = {
    task: task.promiseCallback,
    region: 'limburg-oost',
    language: 'nl',
    number: '+32470000001',
    reason: 'busy',
    mayOthersAnswer: 'yes',
  }
  it.each([
    ['language', undefined],
    ['reason', 'failed'],
    ['mayOthersAnswer', 'no'],
  ])('1.16: %s that cannot be read is %j', (field, expected) => {
    for (const wrong of [null, 7, [], {}, true])
      expect(PromiseAsked.parse({ ...asked, [field]: wrong })).toMatchObject({ ...asked, [field]: expected })
  })
})
