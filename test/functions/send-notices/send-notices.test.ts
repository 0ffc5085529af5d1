import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at } from '../../support/time/at.ts'
import { makeTakingOn, makeWorker } from '../../support/people/make-cases.ts'
import { itIs, now } from '../../support/time/clock.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { silenceHandlerLogs, logOf } from '../../support/fixtures/captured-logs.ts'
import { startStandIn } from '../../support/fixtures/stand-ins.ts'
import type { Notice, NoticeKind } from '../../../shared/storage/notices/notices.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'

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
  itIs('2026-11-24 11:20')
  database = await startTestDatabase()
  topic = await startStandIn(() => (isDown ? { status: 400, body: refused } : { status: 200, body: sent }))
  stores = openStores(database.table(now))
  await stores.workers.save(noor)
  Object.assign(process.env, { AWS_ENDPOINT_URL_SNS: topic.url, TOPIC_ARN: 'arn:aws:sns:eu-central-1:111122223333:notices' })
  silenceHandlerLogs()
  handler = (await import('../../../functions/send-notices/handler.ts')).handler
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
      function: 'send-notices',
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

describe('what is due for one worker at once', () => {
  const enqueueNotice = (kind: NoticeKind, given: Partial<Notice> = {}) => {
    const id = randomUUID()
    return stores.notices.enqueueNotice({
      id,
      kind,
      region: 'limburg-oost',
      worker: noor.id,
      at: at('2026-11-24 11:19'),
      minutes: null,
      ...given,
    })
  }
  const messages = () => topic.asked.map((asked) => new URLSearchParams(asked.body).get('Message'))

  it.each([
    ['nobody-on-duty', null, 'Permanentie regio Oost: niemand heeft dienst. Kijk in het rooster.'],
    ['nobody-signed-in', null, 'Permanentie regio Oost: niemand is aangemeld. Kan jij opnemen?'],
    ['waiting-long', 4, 'Permanentie regio Oost: er wacht iemand sinds 4 min. Open de desk.'],
    ['waiting-long', null, 'Permanentie regio Oost: er wacht iemand. Open de desk.'],
    ['ring-missed', null, 'Permanentie regio Oost: een oproep is niet opgenomen. Open de desk.'],
    ['opening-at-risk', 10, 'Permanentie regio Oost: de lijn gaat over 10 min. open en nog niet alles is klaar. Open de desk.'],
    ['opening-at-risk', null, 'Permanentie regio Oost: de lijn gaat straks open en nog niet alles is klaar. Open de desk.'],
    ['contact-lost', null, 'Permanentie regio Oost: van een oproep of chat weten we niet hoe ze eindigde. Kijk bij “Terug te bellen”.'],
    ['roster-drift', null, 'Permanentie regio Oost: de telefoon stond anders dan het rooster zegt. Kijk in het rooster.'],
    ['swap-asked', null, 'Permanentie regio Oost: een collega wil een beurt ruilen. Kijk in het rooster.'],
    ['swap-taken', null, 'Permanentie regio Oost: een collega neemt je beurt over als jij het goed vindt. Kijk in het rooster.'],
    ['swap-agreed', null, 'Permanentie regio Oost: je ruil is rond. Kijk in het rooster.'],
    ['turn-changed', null, 'Permanentie regio Oost: je beurten zijn veranderd. Kijk in het rooster.'],
    ['promise-due', 30, 'Permanentie regio Oost: er is een oproep beloofd, nog 30 min. om te bellen. Open de desk.'],
    ['promise-due', null, 'Permanentie regio Oost: er is een oproep beloofd en nog niet gebeld. Open de desk.'],
    ['promise-late', null, 'Permanentie regio Oost: een beloofde oproep is te laat. Bel nu. Open de desk.'],
    ['promise-lost', null, 'Permanentie regio Oost: een beloofde oproep is verloren, niemand sprak de aanmelder. Open de desk.'],
    ['promise-assigned', null, 'Permanentie regio Oost: je kreeg een beloofde oproep. Open de desk.'],
  ] as const)('says its own words when it is one: %s, %s', async (kind, minutes, text) => {
    await enqueueNotice(kind, { minutes })
    await handler()
    expect(messages()).toEqual([text])
  })

  it.each([
    [2, ['heeft dienst', 'is aangemeld']],
    [3, ['heeft dienst', 'is aangemeld', 'niet opgenomen']],
    [4, ['heeft dienst', 'is aangemeld', 'niet opgenomen', 'en nog 1 melding']],
    [6, ['heeft dienst', 'is aangemeld', 'niet opgenomen', 'en nog 3 meldingen']],
  ])('is one message of at most three when they are %i', async (count, lines) => {
    const kinds = ['nobody-on-duty', 'nobody-signed-in', 'ring-missed', 'swap-asked', 'swap-taken', 'turn-changed'] as const
    for (const [minute, kind] of kinds.slice(0, count).entries()) await enqueueNotice(kind, { at: at(`2026-11-24 11:0${minute}`) })
    await handler()
    expect(messages()).toHaveLength(1)
    expect(messages()[0]?.split('\n')).toEqual(lines.map((line) => expect.stringContaining(line)))
    expect(await stores.notices.due()).toEqual([])
  })

  it('goes apart from what is due for another', async () => {
    const sam = makeWorker({ noticeAddress: 'sam.eik@example.org' })
    await stores.workers.save(sam)
    await enqueueNotice('swap-asked')
    await enqueueNotice('swap-asked', { worker: sam.id })
    await enqueueNotice('ring-missed')
    await handler()
    expect(messages()).toHaveLength(2)
  })

  it('stays whole in the outbox while it cannot leave', async () => {
    await enqueueNotice('swap-asked')
    await enqueueNotice('ring-missed')
    isDown = true
    await handler()
    expect(await stores.notices.due()).toHaveLength(2)
    isDown = false
    await handler()
    expect([topic.asked.length > 1, await stores.notices.due()]).toEqual([true, []])
  })
})
