import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteAnswer } from '../../../shared/contracts/connect/flow-events.ts'
import { foldContact } from '../../../shared/domain/contacts/contact.ts'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import { contactFacts } from '../../../shared/domain/reports/line-facts.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { silenceHandlerLogs } from '../../support/fixtures/captured-logs.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { flowEvent } from '../../support/fixtures/lambda-events.ts'
import { fullRoster } from '../../support/people/make.ts'
import { setRoster } from '../../support/people/roster.ts'
import { at } from '../../support/time/at.ts'
import { itIs, now } from '../../support/time/clock.ts'

let database: TestDatabase
let stores: Stores
let handler: (event: unknown) => Promise<RouteAnswer>

beforeAll(async () => {
  itIs('2026-11-24 10:30')
  database = await startTestDatabase()
  stores = openStores(database.table(now))
  process.env['CALLER_KEY'] = 'a-key-for-tests'
  silenceHandlerLogs()
  handler = (await import('../../../functions/route-contact/handler.ts')).handler
  await setRoster(stores.rosters, 'limburg-oost', fullRoster())
})
afterAll(() => database?.stop())

describe('who calls, by a key pressed after the decision', () => {
  const told = async (contact: string, referrerGroup: string) => {
    const event = flowEvent({ contact, attributes: { referrerGroup } })
    Object.assign(event.Details.Parameters, { task: 'caller-group' })
    return handler(event)
  }

  it('is added to what is known, decides nothing and ends nothing', async () => {
    itIs('2026-11-24 10:30')
    const contact = randomUUID()
    await handler(flowEvent({ contact }))
    expect(await told(contact, 'network')).toEqual({ decision: 'offer', team: '', sentence: '' })
    await told(contact, 'network')
    const facts = await stores.contacts.factsOf(contactIdOf(contact))
    expect(facts.map(({ kind }) => kind).toSorted()).toEqual(['contact-arrived', 'contact-arrived', 'contact-decided'])
    expect(foldContact(contactIdOf(contact), contactFacts(facts))).toMatchObject({
      referrerType: 'network',
      arrivedAt: at('2026-11-24 10:30'),
    })
  })

  it('is no more than that when it is told on a closed day', async () => {
    itIs('2026-11-28 10:30')
    const contact = randomUUID()
    await told(contact, 'family')
    const facts = await stores.contacts.factsOf(contactIdOf(contact))
    expect(facts).toMatchObject([{ kind: 'contact-arrived', referrerType: 'family-itself' }])
  })
})

describe('who calls, by one key', () => {
  it.each([
    ['family', 'family-itself'],
    ['network', 'network'],
    ['professional', null],
    ['admin', null],
  ])('is kept as far as it is known: %s', async (referrerGroup, referrerType) => {
    itIs('2026-11-24 10:30')
    const event = flowEvent({ attributes: { referrerGroup } })
    await handler(event)
    const [arrival] = await stores.contacts.factsOf(contactIdOf(event.Details.ContactData.ContactId))
    expect(arrival).toMatchObject({ kind: 'contact-arrived', referrerType })
  })
})
