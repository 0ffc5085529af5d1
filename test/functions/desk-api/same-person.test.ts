import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SaySame } from '../../../shared/contracts/contacts/earlier-contacts.ts'
import type { DeskContact } from '../../../shared/contracts/conversations/desk-contact.ts'
import type { CallbackRef } from '../../../shared/storage/callbacks/callbacks.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { makePromise } from '../../support/people/callbacks.ts'
import { makeNotes } from '../../support/people/make.ts'
import { at } from '../../support/time/at.ts'
import { itIs } from '../../support/time/clock.ts'

// A number is not a person: two colleagues ring from behind one switchboard.

const region = 'limburg-oost'
let desk: TestDesk
let noor: Worker

beforeAll(async () => {
  desk = await startDesk()
  ;({ noor } = desk)
})
beforeEach(() => itIs('2026-11-24 12:10'))
afterAll(() => desk?.stop())

const linked = (numberKey: string, moment: string) => async () => {
  const arrived = await desk.contactArrives({ channel: 'phone', at: at(moment) })
  const link = { by: 'number', referrerKey: numberKey, contact: arrived.contact, region, channel: 'phone', at: at(moment) } as const
  await desk.stores.contacts.link(link)
  return arrived
}
const isAnswered = ({ contact }: Awaited<ReturnType<TestDesk['contactArrives']>>, moment: string) =>
  desk.stores.contacts.recordFacts(contact, [{ kind: 'contact-answered', at: at(moment), worker: noor.id }], 'event')
const shown = async (id: string) => bodyOf(await desk.ask(noor, { path: `/api/desk/contacts/${id}` })) as unknown as DeskContact
const says = (id: string, body: SaySame, worker = noor) =>
  desk.ask(worker, { method: 'POST', path: `/api/desk/contacts/${id}/same-person`, body })
const stateOf = async (ref: CallbackRef) => (await desk.stores.callbacks.entryOf(ref))?.entry.state

/** Anne was promised a call at 11:30; Bert rings from the same switchboard at noon. */
async function switchboard() {
  const numberKey = `hash-of-${randomUUID()}`
  const anne = await linked(numberKey, '2026-11-24 11:29')()
  const promise = makePromise({ contact: anne.contact, numberKey, at: at('2026-11-24 11:30'), alias: 'Juf Wilg' })
  await desk.stores.callbacks.promise(promise)
  const bert = await linked(numberKey, '2026-11-24 12:00')()
  return { anne, bert, promise, ring: linked(numberKey, '2026-11-24 12:05') }
}

describe('1.1: who rings from a number to which a call was promised', () => {
  it('is asked about, and nothing closes before the worker says so', async () => {
    const { bert, promise, anne } = await switchboard()
    await isAnswered(bert, '2026-11-24 12:01')
    const { promises, earlier } = await shown(bert.id)
    expect(promises).toEqual([
      {
        id: promise.id,
        asked: expect.objectContaining({ clock: '11:30', away: 'today' }),
        channel: 'phone',
        referrerType: 'school',
        alias: 'Juf Wilg',
      },
    ])
    expect(earlier).toMatchObject([{ conversationId: anne.conversation, sure: false, outcome: null }])
    expect(await stateOf(promise)).toBe('open')
  })

  it('is somebody else: the promise stays, and nobody asks again', async () => {
    const { bert, promise, ring } = await switchboard()
    await isAnswered(bert, '2026-11-24 12:01')
    expect(bodyOf(await says(bert.id, { about: promise.id, same: false }))).toMatchObject({ kind: 'noted', promises: [] })
    expect((await shown(bert.id)).promises).toEqual([])
    expect(await stateOf(promise)).toBe('open')
    const third = await ring()
    expect((await shown(third.id)).promises).toMatchObject([{ id: promise.id }])
  })

  it('is the same person: the promise is settled as of the moment the talk was answered', async () => {
    const { bert, promise, anne } = await switchboard()
    await isAnswered(bert, '2026-11-24 12:01')
    const noted = bodyOf(await says(bert.id, { about: promise.id, same: true }))
    expect(noted).toMatchObject({ kind: 'noted', promises: [], earlier: [{ conversationId: anne.conversation, sure: true }] })
    expect((await desk.stores.callbacks.entryOf(promise))?.entry).toMatchObject({ state: 'came-back', closedAt: at('2026-11-24 12:01') })
    expect(JSON.stringify(await desk.database.items())).not.toContain(promise.number)
  })

  it('is the same person, said before the event of the answer: settled when that comes, not before', async () => {
    const { bert, promise } = await switchboard()
    await says(bert.id, { about: promise.id, same: true })
    expect(await stateOf(promise)).toBe('open')
    await isAnswered(bert, '2026-11-24 12:01')
    await desk.stores.callbacks.closeOfReferrer({ contact: bert.contact, region, referrerKeys: [], at: at('2026-11-24 12:01') })
    expect(await stateOf(promise)).toBe('came-back')
  })

  it('was wrongly denied: the worker may still say yes', async () => {
    const { bert, promise } = await switchboard()
    await isAnswered(bert, '2026-11-24 12:01')
    await says(bert.id, { about: promise.id, same: false })
    await says(bert.id, { about: promise.id, same: true })
    expect(await stateOf(promise)).toBe('came-back')
  })

  it('is not asked about what was promised after the talk was answered', async () => {
    const { bert, promise } = await switchboard()
    await isAnswered(bert, '2026-11-24 11:10')
    expect((await shown(bert.id)).promises).toEqual([])
    expect((await says(bert.id, { about: promise.id, same: true })).statusCode).toBe(404)
    expect(await stateOf(promise)).toBe('open')
  })

  it('is the one whom we call back: nothing is asked about that promise', async () => {
    const { anne, promise } = await switchboard()
    const step = (name: string, body?: object) =>
      desk.ask(noor, { method: 'POST', path: `/api/desk/callbacks/${promise.id}/${name}`, ...(body && { body }) })
    await step('claim')
    const contactId = randomUUID()
    await step('dialled', { contactId })
    const { promises, earlier } = await shown(contactId)
    expect(promises).toEqual([])
    expect(earlier).toContainEqual(expect.objectContaining({ conversationId: anne.conversation, sure: true }))
  })
})

describe('5.2: a promise made after the talk', () => {
  it('stays when the code of that talk is noted later', async () => {
    const first = await desk.contactArrives()
    const path = `/api/desk/conversations/${first.conversation}/log`
    const { referrerCode } = bodyOf(await desk.ask(noor, { method: 'POST', path, body: { version: 0, notes: makeNotes() } }))
    const morning = await desk.contactArrives({ channel: 'phone', at: at('2026-11-24 09:00') })
    await isAnswered(morning, '2026-11-24 09:01')
    const asks = await desk.contactArrives({ channel: 'phone', at: at('2026-11-24 11:00') })
    await desk.ask(noor, { method: 'POST', path: `/api/desk/contacts/${asks.id}/code`, body: { code: referrerCode } })
    const promise = makePromise({ contact: asks.contact, at: at('2026-11-24 11:05') })
    await desk.stores.callbacks.promise(promise)
    const found = await desk.ask(noor, { method: 'POST', path: `/api/desk/contacts/${morning.id}/code`, body: { code: referrerCode } })
    expect(bodyOf(found)).toMatchObject({ earlier: expect.arrayContaining([expect.objectContaining({ sure: true })]) })
    expect(await stateOf(promise)).toBe('open')
    expect(JSON.stringify(await desk.database.items())).toContain(promise.number)
  })

  it('is not settled by a code in a contact that nobody answered', async () => {
    const first = await desk.contactArrives()
    const path = `/api/desk/conversations/${first.conversation}/log`
    const { referrerCode } = bodyOf(await desk.ask(noor, { method: 'POST', path, body: { version: 0, notes: makeNotes() } }))
    const [asks, waits] = [await desk.contactArrives(), await desk.contactArrives()]
    await desk.ask(noor, { method: 'POST', path: `/api/desk/contacts/${asks.id}/code`, body: { code: referrerCode } })
    const promise = makePromise({ contact: asks.contact })
    await desk.stores.callbacks.promise(promise)
    await desk.ask(noor, { method: 'POST', path: `/api/desk/contacts/${waits.id}/code`, body: { code: referrerCode } })
    expect(await stateOf(promise)).toBe('open')
  })
})

describe('an earlier contact with the same number', () => {
  it.each([
    ['of the same person is certain from then on', true, [{ sure: true }]],
    ['of somebody else is not shown any more', false, []],
  ])('%s', async (_title, same, earlier) => {
    const { anne, bert } = await switchboard()
    expect(bodyOf(await says(bert.id, { about: anne.conversation as SaySame['about'], same }))).toMatchObject({ earlier })
    expect((await shown(bert.id)).earlier).toMatchObject(earlier)
  })

  it('cannot be named by whoever was not asked', async () => {
    const { promise } = await switchboard()
    const stranger = await desk.contactArrives()
    for (const about of [promise.id, stranger.conversation as SaySame['about']])
      expect((await says(stranger.id, { about, same: true })).statusCode).toBe(404)
    const { bert, promise: other } = await switchboard()
    expect((await says(bert.id, { about: other.id, same: true }, desk.fatma)).statusCode).toBe(404)
    expect([await stateOf(promise), await stateOf(other)]).toEqual(['open', 'open'])
  })
})
