import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import type { CallbackRef, CallbackStore } from '../../../shared/storage/callbacks/callbacks.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { at } from '../../support/time/at.ts'
import { makePromise, makeUnreached, newCallbackId, newNumber } from '../../support/people/callbacks.ts'
import { newContact, newWorker } from '../../support/people/make-cases.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { noor } from '../../support/people/people.ts'

let database: TestDatabase
let stores: Stores
let callbacks: CallbackStore
const now = at('2026-11-24 10:30')
const later = at('2026-11-24 11:00')

beforeAll(async () => {
  database = await startTestDatabase()
  stores = openStores(database.table(() => now))
  callbacks = stores.callbacks
})
afterAll(() => database?.stop())

/** The ledger with those who asked for nothing. */
async function allOf(region: string) {
  const { callbacks: unasked } = await callbacks.unasked(region, { limit: 1000, older: null })
  return [...(await callbacks.ofRegion(region)), ...unasked]
}

async function promised(): Promise<CallbackRef & { request: ReturnType<typeof makePromise> }> {
  const request = makePromise()
  await callbacks.promise(request)
  return { region: request.region, id: request.id, request }
}

describe('at the same moment', () => {
  it('sixteen claim an entry: one has it, the others hear who', async () => {
    const ref = await promised()
    const hands = Array.from({ length: 16 }, newWorker)
    const outcomes = await Promise.all(hands.map((worker) => callbacks.claim(ref, worker)))
    const kinds = outcomes.map((stepped) => stepped?.outcome.kind)
    expect(kinds.filter((kind) => kind === 'claimed')).toHaveLength(1)
    const owner = hands[kinds.indexOf('claimed')]
    for (const stepped of outcomes)
      if (stepped?.outcome.kind !== 'claimed') expect(stepped?.outcome).toEqual({ kind: 'claimed-by-other', owner })
    expect((await callbacks.entryOf(ref))?.entry.owner).toBe(owner)
  })

  it('sixteen take over what was let lie: one has it, and the first owner no longer', async () => {
    const ref = await promised()
    await callbacks.claim(ref, noor)
    const late = openStores(database.table(() => at('2026-11-24 17:00'))).callbacks
    const outcomes = await Promise.all(Array.from({ length: 16 }, newWorker).map((worker) => late.claim(ref, worker)))
    expect(outcomes.filter((stepped) => stepped?.outcome.kind === 'claimed')).toHaveLength(1)
    expect(await late.numberOf(ref, noor)).toEqual({ kind: 'not-yours' })
  })

  it('one claims what another closes: it is closed, whoever was first', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const ref = await promised()
      const answered = { contact: ref.request.contact, region: ref.region, referrerKeys: [], at: later }
      await Promise.all([callbacks.claim(ref, noor), callbacks.closeOfReferrer(answered)])
      expect((await callbacks.entryOf(ref))?.entry).toMatchObject({ state: 'came-back', closedAt: later })
      expect(await callbacks.numberOf(ref, noor)).toEqual({ kind: 'erased' })
    }
  })

  it('one browser asks twelve times: one entry, one number', async () => {
    const number = { ...newNumber(), sessionKey: 'hash-of-a-browser-in-a-hurry' }
    const requests = Array.from({ length: 12 }, () => makePromise(number))
    const made = await Promise.all(requests.map((request) => callbacks.promise(request)))
    expect(new Set(made.map(({ entry }) => entry.id)).size).toBe(1)
    const kept = (await database.items()).filter((item) => item['number'] === number.number)
    expect(kept).toHaveLength(1)
    const entries = (await callbacks.ofRegion('limburg-oost')).filter(({ entry }) => requests.some((request) => request.id === entry.id))
    expect(entries).toHaveLength(1)
    for (const { contact } of requests)
      expect(await stores.contacts.factsOf(contact!)).toMatchObject([{ kind: 'callback-promised', callback: made[0]?.entry.id }])
  })

  it('the attempt of a double click counts once', async () => {
    const ref = await promised()
    await callbacks.claim(ref, noor)
    await Promise.all([1, 2].map(() => callbacks.attempt(ref, { at: now, worker: noor, result: 'no-answer' })))
    expect((await callbacks.entryOf(ref))?.entry).toMatchObject({ state: 'open', attempts: [{ result: 'no-answer' }] })
  })

  it('a contact is noted and promised: it has one entry, and its number', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const request = makePromise()
      const left = makeUnreached({ contact: request.contact!, at: request.at })
      await Promise.all([callbacks.noteUnreached(left), callbacks.promise(request)])
      const entries = (await allOf('limburg-oost')).filter(({ entry }) => entry.contact === request.contact)
      expect(entries).toHaveLength(1)
      expect(entries[0]?.entry).toMatchObject({ state: 'open', consent: { mayCall: true } })
    }
  })
})

describe('who left and later reached a person', () => {
  type Step = (known: Known) => Promise<unknown>
  type Known = { left: ReturnType<typeof makeUnreached>; again: ReturnType<typeof makeUnreached>; key: string }

  async function known(): Promise<Known> {
    const { numberKey: key } = newNumber()
    const [left, again] = [makeUnreached(), makeUnreached({ at: at('2026-11-24 12:00') })]
    for (const { contact, at: moment } of [left, again])
      await stores.contacts.link({ by: 'session', referrerKey: key, contact, region: 'limburg-oost', channel: 'chat', at: moment })
    return { left, again, key }
  }
  const answered = ({ key }: Known) => ({ contact: newContact(), region: 'limburg-oost', referrerKeys: [key], at: later })
  // Hung up in the queue at 10:30, was answered at 11:00, hung up again at 12:00. The first two events arrive twice.
  const steps: Step[] = [
    ({ left }) => callbacks.noteUnreached(left),
    ({ left }) => callbacks.noteUnreached({ ...left, id: newCallbackId() }),
    (all) => callbacks.closeOfReferrer(answered(all)),
    (all) => callbacks.closeOfReferrer(answered(all)),
    ({ again }) => callbacks.noteUnreached(again),
  ]
  async function stands({ left, again }: Known) {
    const all = await allOf('limburg-oost')
    const entriesOf = (contact: string) => all.filter(({ entry }) => entry.contact === contact).map(({ entry }) => entry)
    expect(entriesOf(left.contact)).toMatchObject([{ state: 'came-back', closedAt: later }])
    expect(entriesOf(again.contact)).toMatchObject([{ state: 'open' }])
  }

  it('stands alike in the ledger, in whatever order it is told', async () => {
    const order = fc.shuffledSubarray(steps, { minLength: steps.length })
    await fc.assert(
      fc.asyncProperty(order, async (course) => {
        const all = await known()
        for (const step of course) await step(all)
        await stands(all)
      }),
      { numRuns: 20 },
    )
  })

  it('stands alike told all at once', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const all = await known()
      await Promise.all(steps.map((step) => step(all)))
      await stands(all)
    }
  })

  it('by her code is settled weeks later too', async () => {
    const request = makePromise({ channel: 'chat' })
    const { contact, region } = request
    const key = 'hash-of-a-code'
    await stores.contacts.link({ by: 'code', referrerKey: key, contact: contact!, region, channel: 'chat', at: request.at })
    await callbacks.promise(request)
    const weeksLater = openStores(database.table(() => at('2026-12-20 10:30'))).callbacks
    await weeksLater.closeOfReferrer({ contact: null, region, referrerKeys: [key], at: at('2026-12-20 10:30') })
    expect((await weeksLater.entryOf(request))?.entry.state).toBe('came-back')
  })

  it('in another region stays where it is', async () => {
    const all = await known()
    await callbacks.noteUnreached(all.left)
    await callbacks.closeOfReferrer({ ...answered(all), region: 'voor-en-noorderkempen' })
    expect((await callbacks.entryOf({ region: 'limburg-oost', id: all.left.id }))?.entry.state).toBe('open')
  })

  it('by the very contact that was promised a call is settled too', async () => {
    const { request, ...ref } = await promised()
    await callbacks.closeOfReferrer({ contact: request.contact ?? contactIdOf(''), region: request.region, referrerKeys: [], at: later })
    expect((await callbacks.entryOf(ref))?.entry.state).toBe('came-back')
  })
})
