import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contactFacts } from '../../../shared/domain/reports/line-facts.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { at } from '../../support/time/at.ts'
import { makePromise, makeUnreached, mayBeCalled, newCallbackId, newNumber } from '../../support/people/callbacks.ts'
import { newContact } from '../../support/people/make-cases.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { makeArrival } from '../../support/people/make.ts'
import { lies, noor, sam } from '../../support/people/people.ts'

let database: TestDatabase
let stores: Stores
let now: Date
const tuesday = at('2026-11-24 10:30')

beforeAll(async () => {
  database = await startTestDatabase()
  stores = openStores(database.table(() => now))
})
beforeEach(() => {
  now = tuesday
})
afterAll(() => database?.stop())

const refOf = ({ id, region }: { id: ReturnType<typeof newCallbackId>; region: string }) => ({ id, region })
const idsIn = async () => (await stores.callbacks.ofRegion('limburg-oost')).map(({ entry }) => entry.id)

describe('a promise', () => {
  it('stands in the ledger, without its number, and as a fact of the contact', async () => {
    const request = makePromise()
    const made = await stores.callbacks.promise(request)
    expect(made.entry).toMatchObject({ id: request.id, contact: request.contact, state: 'open', owner: null, promise: request.promise })
    expect(await stores.callbacks.entryOf(refOf(request))).toEqual(made)
    expect(await idsIn()).toContain(request.id)
    const facts = await stores.contacts.factsOf(request.contact!)
    expect(facts).toEqual([{ kind: 'callback-promised', at: request.at, callback: request.id }])
    expect(contactFacts(facts)).toEqual([])
    const items = await database.items()
    expect(JSON.stringify(items.filter((item) => item['sk'] !== 'number'))).not.toContain(request.number)
    expect(JSON.stringify(items)).toContain(request.number)
  })

  it('asked three times by one contact is one', async () => {
    const request = makePromise()
    const made = [request, { ...request, id: newCallbackId() }, { ...request, id: newCallbackId() }]
    for (const one of made) expect((await stores.callbacks.promise(one)).entry.id).toBe(request.id)
    expect(await idsIn()).not.toContain(made[2]!.id)
  })

  it('asked by one browser again is one, with the narrowest consent and a longer life', async () => {
    const sessionKey = 'hash-of-one-session'
    const first = makePromise({ sessionKey, consent: { ...mayBeCalled, othersMayAnswer: true } })
    await stores.callbacks.promise(first)
    now = at('2026-11-25 10:00')
    const again = makePromise({ sessionKey, number: first.number, numberKey: first.numberKey, at: now, reason: 'closed' })
    const { entry, numberUntil } = await stores.callbacks.promise(again)
    const consent = mayBeCalled
    expect(entry).toMatchObject({ id: first.id, contact: first.contact, consent, askedAt: first.at, lastAskedAt: now, reason: 'busy' })
    expect(numberUntil).toEqual(at('2026-12-01 00:00'))
    expect(await stores.contacts.factsOf(again.contact!)).toMatchObject([{ kind: 'callback-promised', callback: first.id }])
  })

  it('asked with another number in the same contact leads to that number alone', async () => {
    const first = makePromise()
    await stores.callbacks.promise(first)
    const other = newNumber()
    await stores.callbacks.promise({ ...first, ...other, id: newCallbackId() })
    await stores.callbacks.claim(refOf(first), noor)
    expect(await stores.callbacks.numberOf(refOf(first), noor)).toMatchObject({ kind: 'number', number: other.number })
    expect(await stores.callbacks.promisesFor(first)).toEqual([])
    const stranger = makePromise({ number: first.number, numberKey: first.numberKey })
    expect((await stores.callbacks.promise(stranger)).entry.id).toBe(stranger.id)
    expect(JSON.stringify((await database.items()).filter((item) => item['pk'] === `referrer#${first.numberKey}`))).not.toContain(first.id)
  })

  it('of one number stands apart in each region', async () => {
    const here = makePromise()
    const there = makePromise({ ...here, id: newCallbackId(), contact: newContact(), region: 'voor-en-noorderkempen' })
    await stores.callbacks.promise(here)
    expect((await stores.callbacks.promise(there)).entry.id).toBe(there.id)
    expect(await stores.callbacks.entryOf({ ...refOf(here), region: 'voor-en-noorderkempen' })).toBeNull()
    expect(await stores.callbacks.claim({ ...refOf(here), region: 'voor-en-noorderkempen' }, noor)).toBeNull()
    expect(await stores.callbacks.numberOf({ ...refOf(here), region: 'voor-en-noorderkempen' }, noor)).toBeNull()
  })

  it('after one that is closed is a new one', async () => {
    const first = makePromise()
    await stores.callbacks.promise(first)
    await stores.callbacks.claim(refOf(first), noor)
    await stores.callbacks.attempt(refOf(first), { at: now, worker: noor, result: 'reached' })
    const again = { ...first, id: newCallbackId() }
    expect((await stores.callbacks.promise(again)).entry.id).toBe(again.id)
  })

  it('is made of what a chat left behind', async () => {
    const left = makeUnreached({ channel: 'chat', reason: 'left-chat' })
    await stores.callbacks.noteUnreached(left)
    const { entry } = await stores.callbacks.promise(makePromise({ contact: left.contact, channel: 'chat', reason: 'closing' }))
    expect(entry).toMatchObject({ id: left.id, reason: 'closing', consent: { mayCall: true }, state: 'open' })
  })

  it('may come from nobody whom we know by a contact', async () => {
    const request = makePromise({ contact: null, channel: 'form' })
    expect((await stores.callbacks.promise(request)).entry).toMatchObject({ contact: null, channel: 'form' })
  })
})

describe('one browser', () => {
  it('that asks for another number is the next person at a shared computer', async () => {
    const sessionKey = 'hash-of-the-computer-of-the-school'
    const requests = [makePromise({ contact: null, sessionKey }), makePromise({ contact: null, sessionKey })]
    for (const request of requests) expect((await stores.callbacks.promise(request)).entry.id).toBe(request.id)
  })
})

describe('1.2: two who ask for one number', () => {
  const shared = () => {
    const number = newNumber()
    return (given: Parameters<typeof makePromise>[0]) => makePromise({ ...number, ...given })
  }

  it.each([
    ['from two browsers', { contact: null, sessionKey: 'hash-of-browser-one' }, { contact: null, sessionKey: 'hash-of-browser-two' }],
    ['from two calls', {}, {}],
    ['from a call and a browser', {}, { contact: null, sessionKey: 'hash-of-browser-three' }],
  ])('%s are two entries, each with its asker', async (_title, one, other) => {
    const asked = shared()
    const [anne, bert] = [asked({ ...one, alias: 'Juf Wilg' }), asked({ ...other, alias: 'Meester Eik' })]
    for (const request of [anne, bert]) await stores.callbacks.promise(request)
    const entries = await stores.callbacks.promisesFor(anne)
    expect(entries.map(({ id, alias }) => [id, alias]).toSorted()).toEqual(
      [
        [anne.id, 'Juf Wilg'],
        [bert.id, 'Meester Eik'],
      ].toSorted(),
    )
    await stores.callbacks.claim(refOf(anne), noor)
    await stores.callbacks.attempt(refOf(anne), { at: now, worker: noor, result: 'reached' })
    await stores.callbacks.claim(refOf(bert), noor)
    expect(await stores.callbacks.numberOf(refOf(bert), noor)).toMatchObject({ kind: 'number', number: bert.number })
  })

  it('are not heard by others when one of them refused that', async () => {
    const asked = shared()
    await stores.callbacks.promise(asked({}))
    const wider = asked({ consent: { ...mayBeCalled, othersMayAnswer: true, mayLeaveMessage: true } })
    expect((await stores.callbacks.promise(wider)).entry.consent).toEqual(mayBeCalled)
  })
})

describe('a number', () => {
  it('goes to the owner of an open entry, and to nobody else', async () => {
    const request = makePromise()
    await stores.callbacks.promise(request)
    expect(await stores.callbacks.numberOf(refOf(request), noor)).toEqual({ kind: 'not-yours' })
    await stores.callbacks.claim(refOf(request), noor)
    expect(await stores.callbacks.numberOf(refOf(request), noor)).toMatchObject({ kind: 'number', number: request.number })
    expect(await stores.callbacks.numberOf(refOf(request), sam)).toEqual({ kind: 'not-yours' })
    await stores.callbacks.release(refOf(request), noor)
    expect(await stores.callbacks.numberOf(refOf(request), noor)).toEqual({ kind: 'not-yours' })
  })

  it('is given after it is written down who got it, and not for the hashes alone', async () => {
    const request = makePromise()
    await stores.callbacks.promise(request)
    const givenTo = async () => (await stores.callbacks.entryOf(refOf(request)))?.entry.numberGivenTo
    await stores.callbacks.numberOf(refOf(request), noor)
    await stores.callbacks.claim(refOf(request), noor)
    const known = await stores.callbacks.keysOf(refOf(request), noor)
    expect(known).toEqual({ kind: 'known', numberKey: request.numberKey, referrerKeys: [] })
    expect(await givenTo()).toEqual([])
    expect(await stores.callbacks.numberOf(refOf(request), noor)).toEqual({ kind: 'number', number: request.number })
    expect(await givenTo()).toEqual([{ worker: noor, at: now }])
    await stores.callbacks.attempt(refOf(request), { at: now, worker: noor, result: 'reached' })
    expect(await stores.callbacks.numberOf(refOf(request), noor)).toEqual({ kind: 'erased' })
    expect(await givenTo()).toEqual([{ worker: noor, at: now }])
  })

  it.each([
    ['done', async (ref: ReturnType<typeof refOf>) => stores.callbacks.attempt(ref, { at: now, worker: noor, result: 'reached' })],
    [
      'not reached',
      async (ref: ReturnType<typeof refOf>) => {
        for (const moment of ['2026-11-24 11:07', '2026-11-24 16:00', '2026-11-25 09:10'])
          await stores.callbacks.attempt(ref, { at: at(moment), worker: noor, result: 'no-answer' })
      },
    ],
  ])('is erased with its pointers once it can no longer be undone that the entry is %s', async (_title, close) => {
    const request = makePromise()
    await stores.callbacks.promise(request)
    await stores.callbacks.claim(refOf(request), noor)
    await close(refOf(request))
    expect(await stores.callbacks.numberOf(refOf(request), noor)).toEqual({ kind: 'erased' })
    expect((await stores.callbacks.sweep(refOf(request)))?.outcome.kind).toBe('stays')
    expect(JSON.stringify(await database.items())).toContain(request.number)
    now = at('2026-11-25 09:20')
    expect((await stores.callbacks.sweep(refOf(request)))?.outcome.kind).toBe('number-erased')
    expect(await stores.callbacks.numberOf(refOf(request), noor)).toEqual({ kind: 'erased' })
    const left = JSON.stringify(await database.items())
    expect(left).not.toContain(request.number)
    expect(left).not.toContain(request.numberKey)
  })

  it('is not read after three working days, though it may still be there', async () => {
    const request = makePromise()
    await stores.callbacks.promise(request)
    await stores.callbacks.claim(refOf(request), noor)
    now = at('2026-11-27 23:59')
    expect(await stores.callbacks.numberOf(refOf(request), noor)).toMatchObject({ kind: 'number' })
    now = at('2026-11-28 00:00')
    expect(await stores.callbacks.numberOf(refOf(request), noor)).toEqual({ kind: 'erased' })
    expect((await stores.callbacks.entryOf(refOf(request)))?.entry.state).toBe('open')
    const again = makePromise({ number: request.number, numberKey: request.numberKey, at: now })
    expect((await stores.callbacks.promise(again)).entry.id).toBe(again.id)
    expect((await stores.callbacks.seen(refOf(request), { worker: noor, at: now }))?.outcome.kind).toBe('seen')
    await stores.callbacks.claim(refOf(again), noor)
    expect(await stores.callbacks.numberOf(refOf(again), noor)).toMatchObject({ kind: 'number' })
  })
})

describe('an entry', () => {
  it('that is closed stays visible for thirty days, and an open promise for ever', async () => {
    const [open, closed] = [makePromise(), makePromise()]
    for (const one of [open, closed]) await stores.callbacks.promise(one)
    expect((await stores.callbacks.seen(refOf(open), { worker: noor, at: now }))?.outcome).toEqual({ kind: 'promised' })
    await stores.callbacks.claim(refOf(closed), noor)
    expect((await stores.callbacks.attempt(refOf(closed), { at: now, worker: noor, result: 'reached' }))?.outcome.kind).toBe('noted')
    now = at('2026-12-24 10:29')
    expect(await idsIn()).toEqual(expect.arrayContaining([open.id, closed.id]))
    now = at('2026-12-24 10:31')
    expect(await idsIn()).not.toContain(closed.id)
    now = at('2028-12-24 10:31')
    expect(await idsIn()).toContain(open.id)
  })

  it('that nobody made is not there', async () => {
    const nowhere = { region: 'limburg-oost', id: newCallbackId() }
    expect(await stores.callbacks.entryOf(nowhere)).toBeNull()
    expect(await stores.callbacks.claim(nowhere, lies)).toBeNull()
    expect(await stores.callbacks.seen(nowhere, { worker: noor, at: now })).toBeNull()
  })
})

describe('who came in on a day', () => {
  const told = (contact: ReturnType<typeof newContact>, moment: string) => ({ contact, arrival: makeArrival({ at: at(moment) }) })

  it('is listed once, told by flow and event, and not when the desk tells it', async () => {
    const region = 'voor-en-noorderkempen'
    const [one, two, ours] = [newContact(), newContact(), newContact()]
    for (const { contact, arrival } of [told(one, '2026-11-23 23:59'), told(two, '2026-11-24 00:00')]) {
      await stores.contacts.recordFacts(contact, [{ ...arrival, region } as typeof arrival], 'event')
      await stores.contacts.recordFacts(contact, [{ ...arrival, region } as typeof arrival], 'flow')
    }
    await stores.contacts.recordFacts(ours, [makeArrival({ region })], 'desk')
    expect(await stores.contacts.cameIn(region, '2026-11-23', '2026-11-23')).toEqual([one])
    expect(new Set(await stores.contacts.cameIn(region, '2026-11-23', '2026-11-24'))).toEqual(new Set([one, two]))
    expect(await stores.contacts.cameIn(region, '2026-11-25', '2026-11-25')).toEqual([])
  })

  it('is kept together with the decision', async () => {
    const contact = newContact()
    const answer = { decision: 'offer', team: '', sentence: '' } as const
    const decided = { kind: 'contact-decided', at: tuesday, decision: 'offer', team: null } as const
    await stores.contacts.decide({ contact, facts: [makeArrival(), decided], answer, link: null })
    expect(await stores.contacts.cameIn('limburg-oost', '2026-11-24', '2026-11-24')).toContain(contact)
  })
})
