import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at } from '../support/at.ts'
import { makeTakingOn, makeWorker } from '../support/care.ts'
import { startTestDatabase, type TestDatabase } from '../support/database.ts'
import { hush, logOf, startStandIn } from '../support/doors.ts'
import { openStores, type Stores } from '../../shared/storage/stores.ts'

let database: TestDatabase
let topic: Awaited<ReturnType<typeof startStandIn>>
let stores: Stores
let handler: () => Promise<void>
let isDown = false
const noor = makeWorker({ noticeAddress: 'kanarie.els@example.org' })

const sent =
  '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>'
const refused = '<ErrorResponse><Error><Type>Sender</Type><Code>InvalidParameter</Code><Message>kanarie</Message></Error></ErrorResponse>'

beforeAll(async () => {
  database = await startTestDatabase()
  topic = await startStandIn(() => (isDown ? { status: 400, body: refused } : { status: 200, body: sent }))
  stores = openStores(database.table(() => at('2026-11-24 11:20')))
  await stores.workers.save(noor)
  Object.assign(process.env, { AWS_ENDPOINT_URL_SNS: topic.url, TOPIC_ARN: 'arn:aws:sns:eu-central-1:111122223333:notices' })
  hush()
  handler = (await import('../../functions/send-notices/handler.ts')).handler
})
afterAll(async () => {
  await topic?.stop()
  await database?.stop()
})
beforeEach(() => {
  isDown = false
  topic.asked.length = 0
})

describe('a notice', () => {
  it('leaves once, to its worker’s address, without content', async () => {
    await stores.cases.takeOn(makeTakingOn({ worker: noor.id }))
    await handler()
    await handler()
    expect(topic.asked).toHaveLength(1)
    const form = new URLSearchParams(topic.asked[0]?.body)
    expect(form.get('Message')).toBe('Er is een nieuwe vraag voor jou. Open de desk.')
    expect(form.get('MessageAttributes.entry.1.Value.StringValue')).toBe('kanarie.els@example.org')
    expect(await stores.notices.due()).toEqual([])
  })

  it('waits in the outbox while it cannot leave, and no address is logged', async () => {
    await stores.cases.takeOn(makeTakingOn({ worker: noor.id }))
    isDown = true
    const lines = await logOf(handler)
    expect(await stores.notices.due()).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      door: 'send-notices',
      kind: 'sent-in-part',
      errorName: expect.stringMatching(/InvalidParameter/),
    })
    expect(lines.join()).not.toContain('kanarie')
    isDown = false
    await handler()
    expect(await stores.notices.due()).toEqual([])
  })

  it('to a worker who is no longer there is let go', async () => {
    await stores.cases.takeOn(makeTakingOn({ worker: makeWorker().id }))
    await handler()
    expect(topic.asked).toEqual([])
    expect(await stores.notices.due()).toEqual([])
  })
})
