import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PromiseAnswer } from '../../../shared/contracts/connect/flow-events.ts'
import { emptyRoster } from '../../../shared/domain/roster/duty-roster.ts'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import { readNumber } from '../../../shared/numbers/callable-number.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { openTable } from '../../../shared/storage/table/table.ts'
import { promiseCallback } from '../../../functions/promise-callback/promise-callback.ts'
import { at } from '../../support/time/at.ts'
import { newCallbackId } from '../../support/people/callbacks.ts'
import { itIs, now } from '../../support/time/clock.ts'
import { awsEnvironment, startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { silenceHandlerLogs, logOf } from '../../support/fixtures/captured-logs.ts'
import { flowEvent } from '../../support/fixtures/lambda-events.ts'
import { type Fault, startFaulty } from '../../support/fixtures/stand-ins.ts'
import { makeRoster, makeShift } from '../../support/people/make.ts'
import { setRoster } from '../../support/people/roster.ts'
import { runningFor } from '../../support/time/running-time.ts'

let database: TestDatabase
let stores: Stores
let handler: (event: unknown) => Promise<PromiseAnswer>
const oost = 'limburg-oost'
const everyWorkingDay = (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((on) => makeShift({ on, from: '08:00', to: '18:00' }))

beforeAll(async () => {
  itIs('2026-11-24 10:30')
  database = await startTestDatabase()
  stores = openStores(database.table(now))
  process.env['CALLER_KEY'] = 'a-key-for-tests'
  silenceHandlerLogs()
  handler = (await import('../../../functions/promise-callback/handler.ts')).handler
  await setRoster(stores.rosters, oost, makeRoster(...everyWorkingDay))
  await setRoster(stores.rosters, 'voor-en-noorderkempen', makeRoster(...everyWorkingDay))
})
afterAll(() => database?.stop())

let numbers = 300
const aNumber = () => `+32000000${(numbers += 1)}`

/** The event that a flow sends when a caller left a number. */
function asking(parameters: object = {}, given: Parameters<typeof flowEvent>[0] = {}) {
  const event = flowEvent(given)
  const { Details } = event
  const asked = { task: 'promise-callback', number: aNumber(), reason: 'busy', mayOthersAnswer: 'no', ...parameters }
  return { ...event, Details: { ...Details, Parameters: { ...Details.Parameters, ...asked } } }
}

const entriesOf = async (event: ReturnType<typeof asking>) => {
  const contact = contactIdOf(event.Details.ContactData.ContactId)
  return (await stores.callbacks.ofRegion(oost)).filter(({ entry }) => entry.contact === contact)
}

describe('who leaves a number hears when we call', () => {
  it.each([
    ['today', '2026-11-24 10:30', 'nl', 'Genoteerd. We bellen je vandaag nog terug, voor zeventien uur.'],
    ['tomorrow', '2026-11-24 16:45', 'nl', 'Genoteerd. We bellen je terug morgen, tussen negen uur en zeventien uur.'],
    ['after the weekend', '2026-11-27 18:00', 'nl', 'We bellen je terug op maandag dertig november, tussen negen uur en zeventien uur.'],
    ['today in French', '2026-11-24 10:30', 'fr', 'Nous vous rappelons encore aujourd’hui, avant dix-sept heures.'],
    ['after the weekend in French', '2026-11-27 18:00', 'fr', 'lundi trente novembre, entre neuf heures et dix-sept heures'],
    ['tomorrow in English', '2026-11-24 16:45', 'en', 'tomorrow, between nine o’clock in the morning and five o’clock in the afternoon'],
  ])('%s', async (_title, moment, language, said) => {
    itIs(moment)
    const answer = await handler(asking({ language }))
    expect(PromiseAnswer.parse(answer)).toMatchObject({ result: 'noted', sentence: expect.stringContaining(said) })
    expect(answer.sentence).not.toMatch(/\d/)
  })

  it('and that it is noted when the roster keeps no moment', async () => {
    itIs('2026-11-24 10:30')
    const { contacts, callbacks, hours } = stores
    const rosterOf = async () => emptyRoster
    const deps = {
      readNumber,
      hoursOf: hours.hoursOf,
      rosterOf,
      promise: callbacks.promise,
      recordFacts: contacts.recordFacts,
      callerKey: 'key',
    }
    const requestLog = { contactId: null, kind: 'done', errorName: null }
    const now = () => at('2026-11-24 10:30')
    const answer = await promiseCallback({ ...deps, newCallbackId, now }, asking(), requestLog)
    expect(answer).toMatchObject({ result: 'noted', sentence: expect.stringContaining('zodra er iemand van dienst is') })
  })
})

describe('a promise from the flow', () => {
  it('stands in the ledger with what she allowed, why, and who she is', async () => {
    itIs('2026-11-24 10:30')
    const event = asking(
      { mayOthersAnswer: 'yes', reason: 'closing', language: 'fr' },
      { attributes: { referrerType: 'clb', alias: 'An' } },
    )
    await handler(event)
    expect(await entriesOf(event)).toMatchObject([
      {
        entry: {
          reason: 'closing',
          channel: 'phone',
          language: 'fr',
          referrerType: 'clb',
          alias: 'An',
          consent: { mayCall: true, othersMayAnswer: true, mayLeaveMessage: true },
          promise: { from: at('2026-11-24 10:30'), by: at('2026-11-24 17:00') },
        },
      },
    ])
  })

  it.each(['', 'no', 'perhaps', 'YES'])('takes “%s” for no: nobody else may answer', async (mayOthersAnswer) => {
    itIs('2026-11-24 10:30')
    const event = asking({ mayOthersAnswer })
    await handler(event)
    expect(await entriesOf(event)).toMatchObject([{ entry: { consent: { othersMayAnswer: false, mayLeaveMessage: false } } }])
  })

  it('asked three times by the flow is one, and says the same', async () => {
    itIs('2026-11-24 10:30')
    const event = asking()
    const answers = [await handler(event), await handler(event), await handler(event)]
    expect(new Set(answers.map((answer) => answer.sentence)).size).toBe(1)
    expect(await entriesOf(event)).toHaveLength(1)
  })

  it('lists the contact among who came in, also when routing could not', async () => {
    itIs('2026-11-24 10:30')
    const event = asking()
    await handler(event)
    const contact = contactIdOf(event.Details.ContactData.ContactId)
    expect(await stores.contacts.cameIn(oost, '2026-11-24', '2026-11-24')).toContain(contact)
  })
})

describe('a number that is no good is refused in words', () => {
  it.each([
    ['', 'Dat nummer klopt niet. Probeer het nog eens.'],
    ['anonymous', 'Dat nummer klopt niet. Probeer het nog eens.'],
    ['112', 'Dat is een noodnummer.'],
    ['1712', 'Dat nummer is te kort.'],
    ['090212345', 'Dat is een betaalnummer'],
    ['080012345', 'Dat is een gratis nummer'],
    ['+12125550100', 'We bellen alleen naar België en de buurlanden.'],
    ['+32000000001', 'Dat is ons eigen nummer.'],
    ['0470000001;ext=3', 'Een toestel achter een nummer'],
  ])('%s', async (number, said) => {
    itIs('2026-11-24 10:30')
    const event = asking({ number })
    const before = (await database.items()).length
    expect(await handler(event)).toEqual({ result: 'refused', sentence: expect.stringContaining(said) })
    expect(await database.items()).toHaveLength(before)
  })
})

describe('whatever goes wrong, she hears it', () => {
  it.each([
    ['an empty event', {}],
    ['nothing', null],
    ['an event without its parameters', flowEvent()],
    ['another task', asking({ task: 'queue-position' })],
    ['a number of a thousand figures', asking({ number: '4'.repeat(1000) })],
    ['a region whose line is not open', asking({ region: 'oost-brabant' })],
  ])('when the flow sends %s', async (_title, event) => {
    expect(await handler(event)).toEqual({ result: 'failed', sentence: 'We konden je nummer niet noteren. Dat ligt aan ons.' })
  })

  it.each(['hang', 'broken', 'throttle', 'reset'] as const)('when the database has a bad day: %s', async (fault: Fault) => {
    const faulty = await startFaulty(() => fault)
    Object.assign(process.env, awsEnvironment(faulty.url, 'line'))
    const { contacts, hours, rosters, callbacks } = openStores(openTable('line', () => at('2026-11-24 10:30')))
    const deps = {
      readNumber,
      hoursOf: hours.hoursOf,
      rosterOf: rosters.rosterOf,
      promise: callbacks.promise,
      recordFacts: contacts.recordFacts,
    }
    const requestLog = { contactId: null, kind: 'done', errorName: null }
    const given = { ...deps, callerKey: 'key', newCallbackId, now: () => at('2026-11-24 10:30') }
    // The flow stops waiting for the function after eight seconds.
    const answer = await Promise.race([promiseCallback(given, asking(), requestLog), runningFor(8_000)])
    expect(answer).toEqual({ result: 'failed', sentence: 'We konden je nummer niet noteren. Dat ligt aan ons.' })
    expect(requestLog.errorName).toMatch(/^[A-Za-z]+$/)
    Object.assign(process.env, database.environment)
    await faulty.stop()
  })
})

describe('the log of this door', () => {
  it('says that it was noted, and neither number nor name', async () => {
    itIs('2026-11-24 10:30')
    const contact = randomUUID()
    const event = asking({ number: '+32000000777' }, { contact, attributes: { alias: 'Kanarie Els' }, number: '+32000000777' })
    const lines = await logOf(() => handler(event))
    expect(lines.join()).not.toMatch(/Kanarie|777/)
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { function: 'promise-callback', contactId: `contact_${contact}`, kind: 'noted', milliseconds: 0, errorName: null },
    ])
  })
})
