import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { RouteAnswer } from '../../../shared/contracts/connect/flow-events.ts'
import { emptyRoster } from '../../../shared/domain/roster/duty-roster.ts'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import { openingTicketOf } from '../../../shared/storage/line/opening-checks.ts'
import { referrerKeyOf } from '../../../shared/storage/table/referrer-key.ts'
import { routeContact } from '../../../functions/route-contact/route-contact.ts'
import { at } from '../../support/time/at.ts'
import { makeWorker } from '../../support/people/make-cases.ts'
import { itIs, now } from '../../support/time/clock.ts'
import { awsEnvironment, startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { silenceHandlerLogs, logOf } from '../../support/fixtures/captured-logs.ts'
import { flowEvent } from '../../support/fixtures/lambda-events.ts'
import { type Fault, startFaulty } from '../../support/fixtures/stand-ins.ts'
import { fullRoster } from '../../support/people/make.ts'
import { setRoster } from '../../support/people/roster.ts'
import { runningFor } from '../../support/time/running-time.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { openTable } from '../../../shared/storage/table/table.ts'

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
})
afterAll(() => database?.stop())
afterEach(async () => {
  itIs('2026-11-24 10:30')
  for (const region of ['limburg-oost', 'voor-en-noorderkempen']) await setRoster(stores.rosters, region, fullRoster())
})

const oost = 'limburg-oost'
const kempen = 'voor-en-noorderkempen'

describe('a call', () => {
  it.each([
    ['is offered on a Tuesday morning', oost, '2026-11-24 10:30', 'offer', ''],
    ['is offered in the Kempen on a Tuesday morning', kempen, '2026-11-24 10:30', 'offer', ''],
    ['hears of tomorrow, on a Wednesday in the Kempen', kempen, '2026-11-25 10:30', 'closed', 'morgen om tien uur'],
    ['hears of Monday, on a Friday at five', oost, '2026-11-27 17:00', 'closed', 'maandag dertig november om negen uur'],
    ['hears of the next working day, on New Year', oost, '2027-01-01 10:30', 'closed', 'maandag vier januari om negen uur'],
    ['hears of Tuesday, when summer begins with Easter', oost, '2027-03-28 03:30', 'closed', 'op dinsdag dertig maart om negen uur'],
    ['hears that we close soon, at two to five', oost, '2026-11-24 16:58', 'closing-soon', 'zeventien uur'],
    ['is offered until a quarter before closing', oost, '2026-11-24 16:44', 'offer', ''],
    ['hears of tomorrow, on the Sunday that summer time begins', oost, '2026-03-29 03:30', 'closed', 'morgen om negen uur'],
    ['is offered on the first Monday of winter time', oost, '2026-10-26 09:00', 'offer', ''],
    ['is closed a minute before nine on that Monday', oost, '2026-10-26 08:59', 'closed', 'vandaag'],
  ] as const)('%s', async (_, region, moment, decision, words) => {
    for (const one of [oost, kempen]) await setRoster(stores.rosters, one, fullRoster())
    itIs(moment)
    const answer = await handler(flowEvent({ region }))
    expect(RouteAnswer.parse(answer)).toMatchObject({ decision })
    if (decision === 'offer') expect(answer.sentence).toBe('')
    else expect(answer.sentence).toContain(words)
  })

  it('in the hour that comes twice is answered both times alike', async () => {
    itIs('2026-10-25 02:30')
    const first = await handler(flowEvent())
    itIs('2026-10-25 02:30', 'later')
    expect(await handler(flowEvent())).toEqual(first)
    expect(first).toMatchObject({ decision: 'closed' })
  })

  it('hears an apology when nobody is on the roster', async () => {
    await setRoster(stores.rosters, oost, emptyRoster)
    itIs('2026-11-24 10:30')
    expect(await handler(flowEvent())).toMatchObject({ decision: 'nobody-on-duty', sentence: expect.stringContaining('Dat ligt aan ons') })
  })

  it('goes by the hours that a coordinator saved', async () => {
    const { hours, version } = await stores.hours.versioned(oost)
    const closures = [{ from: '2026-11-24', to: '2026-11-24', reason: 'teamdag' } as const]
    const wed = [
      { from: '08:00', to: '10:00' },
      { from: '11:00', to: '19:00' },
    ] as const
    await stores.hours.save(oost, { ...hours, week: { ...hours.week, wed: [...wed] }, closures }, version)
    for (const [moment, decision] of [
      ['2026-11-24 10:30', 'closed'],
      ['2026-11-25 08:00', 'offer'],
      ['2026-11-25 10:30', 'closed'],
      ['2026-11-25 18:44', 'offer'],
    ] as const) {
      itIs(moment)
      expect([moment, await handler(flowEvent())]).toMatchObject([moment, { decision }])
    }
    await stores.hours.save(oost, hours, version + 1)
  })

  it('asked about twice hears the same, and is one contact', async () => {
    const event = flowEvent()
    itIs('2026-11-24 16:44')
    const first = await handler(event)
    itIs('2026-11-24 17:01')
    expect(await handler(event)).toEqual(first)
    const facts = await stores.contacts.factsOf(contactIdOf(event.Details.ContactData.ContactId))
    expect(facts.map((fact) => fact.kind)).toEqual(['contact-arrived', 'contact-decided'])
    expect(facts[0]).toMatchObject({ channel: 'phone', region: oost, at: at('2026-11-24 16:44') })
  })

  it.each([
    ['a number is known by it next time, without the number being kept', '+32000000098', 1],
    ['1.3: a withheld number that came as digits is known by nothing', '+266696687', 0],
    ['a withheld number is known by nothing', 'anonymous', 0],
    ['no number at all is known by nothing', null, 0],
  ] as const)('from %s', async (_, number, links) => {
    itIs('2026-11-24 10:30')
    const event = flowEvent({ number })
    await handler(event)
    expect(await stores.contacts.linksOf(contactIdOf(event.Details.ContactData.ContactId))).toHaveLength(links)
    const key = referrerKeyOf('a-key-for-tests', { kind: 'number', number: '+32000000098' })
    if (links > 0) expect(await stores.contacts.ofReferrer(key)).toHaveLength(1)
    expect(JSON.stringify(await database.items())).not.toContain('00000098')
  })
})

describe('a chat', () => {
  const attributes = {
    region: oost,
    language: 'nl',
    referrerType: 'school',
    municipality: '71016',
    alias: 'Juf Wilg',
    referrerKey: 'key-of-juf-wilg',
  }

  it('goes to the team of the family’s municipality and keeps what was told', async () => {
    itIs('2026-11-24 10:30')
    const event = flowEvent({ channel: 'CHAT', number: null, attributes })
    expect(await handler(event)).toEqual({ decision: 'offer', team: 'genk', sentence: '' })
    const id = contactIdOf(event.Details.ContactData.ContactId)
    expect(await stores.contacts.factsOf(id)).toMatchObject([
      { kind: 'contact-arrived', channel: 'chat', municipality: '71016', referrerType: 'school', alias: 'Juf Wilg' },
      { kind: 'contact-decided', team: 'genk' },
    ])
    // The code of these attributes was never handed out.
    expect(await stores.contacts.linksOf(id)).toEqual([])
  })

  it('reads numbers where a call hears words', async () => {
    itIs('2026-11-25 10:30')
    const written = await handler(flowEvent({ channel: 'CHAT', region: kempen, number: null, attributes }))
    expect(written.sentence).toContain('10 uur')
  })

  it.each([
    ['an alias that is too long', { alias: 'x'.repeat(1_025) }],
    ['a role that does not exist', { referrerType: 'admin' }],
    ['a language that we do not speak', { language: 'de' }],
    ['empty attributes', { alias: '', referrerType: '', municipality: '', language: '', referrerKey: '' }],
    ['attributes that are no text', { alias: null, municipality: 5 }],
  ])('with %s is still offered', async (_, given) => {
    itIs('2026-11-24 10:30')
    expect(await handler(flowEvent({ channel: 'CHAT', attributes: { ...attributes, ...given } }))).toMatchObject({ decision: 'offer' })
  })
})

describe('whoever waits is answered', () => {
  it.each([
    ['an empty event', {}],
    ['nothing', null],
    ['a region that is not there', flowEvent({ region: 'nergens' })],
    ['a region whose line is not open', flowEvent({ region: 'oost-brabant' })],
    ['a contact without an id', flowEvent({ contact: 'no-uuid' })],
  ])('when the flow sends %s', async (_, event) => {
    expect(await handler(event)).toEqual({ decision: 'offer', team: '', sentence: '' })
  })

  it.each(['hang', 'broken', 'throttle', 'reset'] as const)(
    'within four seconds when the database has a bad day: %s',
    async (fault: Fault) => {
      const faulty = await startFaulty(() => fault)
      Object.assign(process.env, awsEnvironment(faulty.url, 'line'))
      const { contacts, hours, notices, rosters, workers } = openStores(openTable('line', () => at('2026-11-24 10:30')))
      const { hoursOf } = hours
      const { rosterOf } = rosters
      const deps = {
        hoursOf,
        rosterOf,
        decide: contacts.decide,
        recordFacts: contacts.recordFacts,
        workersIn: workers.inRegion,
        enqueueNotice: notices.enqueueNotice,
        contactArrived: async () => {},
        callerKey: 'key',
        now: () => at('2026-11-24 10:30'),
      }
      const requestLog = { contactId: null, kind: 'done', errorName: null }
      const asked = routeContact(deps, flowEvent({ channel: 'CHAT', attributes: { municipality: '71016' } }), requestLog)
      const answer = await Promise.race([asked, runningFor(4_000)])
      expect(answer).toEqual({ decision: 'offer', team: 'genk', sentence: '' })
      expect(requestLog.errorName).toMatch(/^[A-Za-z]+$/)

      const closed = await routeContact({ ...deps, now: () => at('2026-11-24 17:30') }, flowEvent(), requestLog)
      expect(closed).toMatchObject({ decision: 'closed', sentence: expect.stringContaining('negen uur') })
      Object.assign(process.env, database.environment)
      await faulty.stop()
    },
  )
})

describe('the contact that tries the way before an opening', () => {
  const opensAt = at('2026-11-24 09:00')
  const ticket = openingTicketOf('a-key-for-tests', oost, opensAt)
  const tries = (contact: string, openingCheck: string) => handler(flowEvent({ contact, channel: 'CHAT', attributes: { openingCheck } }))

  it('is answered as any other, and noted as arrived and nowhere else', async () => {
    itIs('2026-11-24 08:50')
    const contact = randomUUID()
    expect(await tries(contact, ticket)).toMatchObject({ decision: 'closed' })
    expect(await stores.contacts.factsOf(contactIdOf(contact))).toEqual([])
    expect(await stores.contacts.cameIn(oost, '2026-11-24', '2026-11-24')).not.toContain(contactIdOf(contact))
    await stores.openingChecks.startContact(oost, opensAt, { contactId: contact, startedAt: at('2026-11-24 08:50') })
    expect((await stores.openingChecks.contactOf(oost, opensAt))?.arrivedAt).toEqual(at('2026-11-24 08:50'))
  })

  it.each([
    ['a forged ticket', '2026-11-24 08:50', 'x'.repeat(43)],
    ['the ticket of another opening', '2026-11-25 08:50', ticket],
    ['a ticket that comes too early', '2026-11-24 08:49', ticket],
    ['a ticket that comes after the opening', '2026-11-24 09:00', ticket],
  ])('is a contact like any other with %s', async (_, moment, given) => {
    itIs(moment)
    const contact = randomUUID()
    await tries(contact, given)
    expect(await stores.contacts.factsOf(contactIdOf(contact))).toHaveLength(2)
  })
})

describe('a line that nobody has', () => {
  it('is told to its coordinators at once, and once in ten minutes', async () => {
    const [coordinator, worker] = (['coordinator', 'worker'] as const).map((role) => makeWorker({ role, region: oost }))
    for (const one of [coordinator, worker]) await stores.workers.save(one!)
    await setRoster(stores.rosters, oost, emptyRoster)
    itIs('2026-11-24 10:30')
    await handler(flowEvent())
    itIs('2026-11-24 10:34')
    await handler(flowEvent())
    const due = await stores.notices.due()
    expect(due.filter(({ kind }) => kind === 'nobody-on-duty').map((notice) => [notice.worker, notice.at])).toEqual([
      [coordinator?.id, at('2026-11-24 10:30')],
    ])
  })

  it('answers in time when it cannot be told', async () => {
    const never = () => new Promise<never>(() => undefined)
    const { contacts, hours, rosters } = stores
    await setRoster(stores.rosters, oost, emptyRoster)
    itIs('2026-11-24 10:30')
    const deps = {
      hoursOf: hours.hoursOf,
      rosterOf: rosters.rosterOf,
      decide: contacts.decide,
      recordFacts: contacts.recordFacts,
      contactArrived: async () => {},
      callerKey: 'key',
    }
    const requestLog = { contactId: null, kind: 'done', errorName: null }
    const answer = await routeContact({ ...deps, workersIn: never, enqueueNotice: never, now }, flowEvent(), requestLog)
    expect([answer.decision, requestLog.errorName]).toEqual(['nobody-on-duty', 'TooLate'])
  })
})

describe('the log of this door', () => {
  it('says what was decided and nothing of who asked', async () => {
    itIs('2026-11-24 10:30')
    const contact = randomUUID()
    const canaries = { alias: 'Kanarie Els', referrerKey: 'kanarie-sleutel', referrerType: 'school', municipality: '71016' }
    const lines = await logOf(() => handler(flowEvent({ contact, channel: 'CHAT', attributes: canaries, number: '+32000000077' })))
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      function: 'route-contact',
      contactId: `contact_${contact}`,
      kind: 'offer',
      milliseconds: 0,
      errorName: null,
    })
  })
})
