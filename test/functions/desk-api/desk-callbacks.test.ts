import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskCallback, DeskCallbacks } from '../../../shared/contracts/callbacks/callbacks.ts'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import { referrerKeyOf } from '../../../shared/storage/table/referrer-key.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { at } from '../../support/time/at.ts'
import { itIs } from '../../support/time/clock.ts'
import { makePromise, makeUnreached, newCallbackId } from '../../support/people/callbacks.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { logOf } from '../../support/fixtures/captured-logs.ts'
import { type Answer, bodyOf } from '../../support/fixtures/lambda-events.ts'
import { makeNotes } from '../../support/people/make.ts'

let desk: TestDesk
let noor: Worker
let sam: Worker
const region = 'limburg-oost'

beforeAll(async () => {
  desk = await startDesk()
  ;({ noor, sam } = desk)
  itIs('2026-11-24 10:40')
})
afterAll(async () => {
  await desk?.stop()
})

function step(worker: Worker, id: string, name: string, body?: unknown): Promise<Answer> {
  return desk.ask(worker, { method: 'POST', path: `/api/desk/callbacks/${id}/${name}`, ...(body === undefined ? {} : { body }) })
}
async function ledger(worker = noor): Promise<DeskCallbacks> {
  return bodyOf(await desk.ask(worker, { path: '/api/desk/callbacks' })) as DeskCallbacks
}
async function promised(given: Parameters<typeof makePromise>[0] = {}) {
  const input = makePromise(given)
  await desk.stores.callbacks.promise(input)
  return input
}
const named = (list: readonly DeskCallback[], ids: string[]) => list.map(({ id }) => id).filter((id) => ids.includes(id))

describe('the ledger', () => {
  it('shows who was promised a call, and when, without the number', async () => {
    const input = await promised()
    const answer = await desk.ask(noor, { path: '/api/desk/callbacks' })
    expect(answer.body).not.toContain(input.number)
    expect((await ledger()).open.find(({ id }) => id === input.id)).toEqual({
      id: input.id,
      reason: 'busy',
      channel: 'phone',
      asked: expect.objectContaining({ clock: '10:30', away: 'today' }),
      promise: { from: expect.objectContaining({ clock: '10:30' }), by: expect.objectContaining({ clock: '17:00' }) },
      consent: input.consent,
      alias: 'Juf Wilg',
      referrerType: 'school',
      municipality: '71016',
      language: 'nl',
      owner: null,
      mayTakeOver: false,
      attempts: [],
      next: null,
      mayUndo: false,
      counted: 0,
      state: 'open',
      closed: null,
      hasNumber: true,
      soon: false,
      late: false,
      loss: null,
      closing: null,
    })
  })

  it('stands by the end of the promise, then without one, then who asked for nothing', async () => {
    const by = (clock: string) => ({ promise: { from: at('2026-11-25 09:00'), by: at(`2026-11-25 ${clock}`) } })
    const nothing = makeUnreached()
    await desk.stores.callbacks.noteUnreached(nothing)
    const unpromised = await promised({ promise: null })
    const [late, soon] = [await promised(by('17:00')), await promised(by('12:00'))]
    const ids = [soon.id, late.id, unpromised.id, nothing.id]
    expect(named((await ledger()).open, ids)).toEqual(ids)
  })

  it('1.5 tells what is due soon, what is late and what is lost', async () => {
    const input = await promised()
    itIs('2026-11-24 16:31')
    expect((await ledger()).open.find(({ id }) => id === input.id)).toMatchObject({ soon: true, late: false })
    itIs('2026-11-24 17:01')
    expect((await ledger()).open.find(({ id }) => id === input.id)).toMatchObject({ soon: false, late: true, loss: null, hasNumber: true })
    itIs('2026-11-30 09:01')
    expect((await ledger()).open.find(({ id }) => id === input.id)).toMatchObject({
      loss: { at: { day: '2026-11-28' }, why: 'never-called' },
      hasNumber: false,
    })
    expect(bodyOf(await step(noor, input.id, 'seen'))).toMatchObject({
      kind: 'seen',
      callback: { state: 'lost', loss: { why: 'never-called' } },
    })
    itIs('2026-11-24 10:40')
  })
})

describe('calling back', () => {
  it('goes from taking up to dialling to done, and the number is gone', async () => {
    const input = await promised()
    expect(bodyOf(await step(noor, input.id, 'claim'))).toMatchObject({
      kind: 'claimed',
      callback: { owner: { id: noor.id, name: 'Noor Wilg' } },
    })
    const shown = await step(noor, input.id, 'number')
    const written = input.number.replace(/^(\+32)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4')
    expect(bodyOf(shown)).toEqual({ kind: 'number', number: input.number, written })
    expect(shown.headers).toMatchObject({ 'cache-control': 'no-store' })
    expect(bodyOf(await step(noor, input.id, 'attempts', { result: 'reached' }))).toMatchObject({
      kind: 'noted',
      callback: { state: 'done', hasNumber: false, attempts: [{ worker: 'Noor Wilg', result: 'reached' }] },
    })
    const gone = await step(noor, input.id, 'number')
    expect([gone.statusCode, bodyOf(gone)]).toEqual([410, { kind: 'erased' }])
    expect((await ledger()).closed.find(({ id }) => id === input.id)).toMatchObject({ state: 'done', closed: { clock: '10:40' } })
    // The number is kept until the result can no longer be undone.
    expect(JSON.stringify(await desk.database.items())).toContain(input.number)
    itIs('2026-11-24 10:50')
    await desk.stores.callbacks.sweep({ region, id: input.id })
    expect(JSON.stringify(await desk.database.items())).not.toContain(input.number)
    itIs('2026-11-24 10:40')
  })

  it('lets the desk know whom the call is about, and counts nobody as come in', async () => {
    const { number } = makePromise()
    const numberKey = referrerKeyOf('a-key-for-tests', { kind: 'number', number })
    const input = await promised({ number, numberKey })
    await step(noor, input.id, 'claim')
    const contactId = randomUUID()
    expect(bodyOf(await step(noor, input.id, 'dialled', { contactId }))).toEqual({ kind: 'dialled' })
    const known = bodyOf(await desk.ask(noor, { path: `/api/desk/contacts/${contactId}` }))
    expect(known).toMatchObject({
      contact: { channel: 'phone', alias: 'Juf Wilg', referrerType: 'school', municipality: { name: 'Genk' } },
      earlier: [],
      promises: [],
    })
    expect(await desk.stores.contacts.cameIn(region, '2026-11-24', '2026-11-24')).not.toContain(contactIdOf(contactId))
  })

  it('settles also what the same browser left behind before', async () => {
    const sessionKey = 'hash-of-the-browser-of-wilg'
    const left = makeUnreached({ channel: 'chat' })
    const link = { by: 'session', referrerKey: sessionKey, contact: left.contact, region, channel: 'chat', at: left.at } as const
    await desk.stores.contacts.link(link)
    await desk.stores.callbacks.noteUnreached(left)
    const input = await promised({ sessionKey })
    await step(noor, input.id, 'claim')
    await step(noor, input.id, 'attempts', { result: 'no-answer' })
    expect(named((await ledger()).open, [left.id])).toEqual([left.id])
    await step(noor, input.id, 'attempts', { result: 'reached' })
    expect((await ledger()).closed.find(({ id }) => id === left.id)).toMatchObject({ state: 'came-back' })
  })

  it('1.6 three spread times in vain is not reached, and stays visible', async () => {
    const input = await promised()
    await step(noor, input.id, 'claim')
    for (const moment of ['2026-11-24 11:07', '2026-11-24 11:09', '2026-11-24 11:11', '2026-11-24 16:00', '2026-11-25 09:10']) {
      expect((await ledger()).open.find(({ id }) => id === input.id)).toMatchObject({ state: 'open' })
      itIs(moment)
      await step(noor, input.id, 'attempts', { result: 'no-answer' })
    }
    expect((await ledger()).closed.find(({ id }) => id === input.id)).toMatchObject({
      state: 'not-reached',
      counted: 3,
      attempts: { length: 5 },
      loss: { why: 'not-reached' },
    })
    itIs('2026-11-24 10:40')
    const more = await step(noor, input.id, 'attempts', { result: 'reached' })
    expect([more.statusCode, bodyOf(more)]).toEqual([409, { kind: 'closed' }])
  })

  it('is one worker’s: another hears whose it is and gets nothing', async () => {
    const input = await promised()
    await step(noor, input.id, 'claim')
    const answers = [
      await step(sam, input.id, 'claim'),
      await step(sam, input.id, 'release'),
      await step(sam, input.id, 'number'),
      await step(sam, input.id, 'dialled', { contactId: randomUUID() }),
      await step(sam, input.id, 'attempts', { result: 'reached' }),
    ]
    expect(answers.map((answer) => answer.statusCode)).toEqual([409, 409, 409, 409, 409])
    expect(answers.map((answer) => bodyOf(answer)['kind'])).toEqual([
      'claimed-by-other',
      'claimed-by-other',
      'not-yours',
      'not-yours',
      'not-yours',
    ])
    expect(bodyOf(answers[0]!)).toMatchObject({ worker: 'Noor Wilg' })
    expect(bodyOf(await step(noor, input.id, 'release'))).toMatchObject({ kind: 'released', callback: { owner: null } })
    expect(bodyOf(await step(sam, input.id, 'claim'))).toMatchObject({ kind: 'claimed' })
  })

  it('is never of who asked for nothing: no number, no attempt, only seen', async () => {
    const left = makeUnreached()
    await desk.stores.callbacks.noteUnreached(left)
    await step(noor, left.id, 'claim')
    expect(bodyOf(await step(noor, left.id, 'number'))).toEqual({ kind: 'not-yours' })
    expect(bodyOf(await step(noor, left.id, 'attempts', { result: 'reached' }))).toEqual({ kind: 'not-yours' })
    expect(bodyOf(await step(noor, left.id, 'seen'))).toMatchObject({ kind: 'seen', callback: { state: 'seen' } })
  })

  it('cannot be laid aside while we owe the call', async () => {
    const input = await promised()
    const answer = await step(noor, input.id, 'seen')
    expect([answer.statusCode, bodyOf(answer)]).toEqual([409, { kind: 'promised' }])
  })

  it('is settled by the code that she tells in a talk', async () => {
    const { conversation } = await desk.contactArrives()
    const path = `/api/desk/conversations/${conversation}/log`
    const { referrerCode } = bodyOf(await desk.ask(noor, { method: 'POST', path, body: { version: 0, notes: makeNotes() } }))
    const key = referrerKeyOf('a-key-for-tests', { kind: 'code', code: String(referrerCode) })
    const left = makeUnreached()
    await desk.stores.contacts.link({ by: 'code', referrerKey: key, contact: left.contact, region, channel: 'chat', at: left.at })
    await desk.stores.callbacks.noteUnreached(left)
    const { id, contact } = await desk.contactArrives()
    await desk.stores.contacts.recordFacts(contact, [{ kind: 'contact-answered', at: at('2026-11-24 10:35'), worker: noor.id }], 'event')
    await desk.ask(noor, { method: 'POST', path: `/api/desk/contacts/${id}/code`, body: { code: referrerCode } })
    expect((await ledger()).closed.find((one) => one.id === left.id)).toMatchObject({ state: 'came-back' })
  })
})

describe('what is not hers is not there', () => {
  it('for a worker of another region, and nothing is written', async () => {
    const input = await promised()
    const before = await desk.database.items()
    const entry = await desk.stores.callbacks.entryOf(input)
    const missing = await step(desk.fatma, newCallbackId(), 'claim')
    for (const [name, body] of [['claim'], ['release'], ['number'], ['seen'], ['attempts', { result: 'reached' }]] as const) {
      const answer = await step(desk.fatma, input.id, name, body)
      expect([name, answer.statusCode, answer.body]).toEqual([name, 404, missing.body])
    }
    expect((await step(desk.fatma, input.id, 'dialled', { contactId: randomUUID() })).statusCode).toBe(404)
    expect(await ledger(desk.fatma)).toMatchObject({ open: [], closed: [], more: { open: null, closed: 0 } })
    expect(await desk.database.items()).toHaveLength(before.length)
    expect(await desk.stores.callbacks.entryOf(input)).toEqual(entry)
  })

  it('also a contact of another region, when she says that she dialled it', async () => {
    const input = await promised()
    await step(noor, input.id, 'claim')
    const there = await desk.contactArrives({ region: 'voor-en-noorderkempen' })
    expect((await step(noor, input.id, 'dialled', { contactId: there.id })).statusCode).toBe(404)
  })

  it('also a contact that came in herself, when she says that she dialled it', async () => {
    const input = await promised()
    await step(noor, input.id, 'claim')
    const { id, contact } = await desk.contactArrives({ alias: 'Huisarts Linde' })
    await desk.stores.contacts.recordFacts(contact, [{ kind: 'contact-queued', at: at('2026-11-24 10:39') }], 'event')
    expect((await step(noor, input.id, 'dialled', { contactId: id })).statusCode).toBe(404)
    expect(await desk.stores.contacts.linksOf(contact)).toEqual([])
  })

  it('for a coordinator: she sees the ledger, gives back, and takes nothing up', async () => {
    const input = await promised()
    expect(named((await ledger(desk.coordinator)).open, [input.id])).toEqual([input.id])
    for (const name of ['claim', 'number', 'seen']) expect((await step(desk.coordinator, input.id, name)).statusCode).toBe(404)
    await step(noor, input.id, 'claim')
    expect(bodyOf(await step(desk.coordinator, input.id, 'release'))).toMatchObject({ kind: 'released', callback: { owner: null } })
  })

  it.each([
    ['an id that cannot be', 'worker_noor', 'claim', undefined, 404, null],
    ['a result that does not exist', 'mine', 'attempts', { result: 'tired' }, 400, 'result'],
    ['an unknown key', 'mine', 'attempts', { result: 'reached', number: 'x' }, 400, 'number'],
    ['a contact that is no id', 'mine', 'dialled', { contactId: 'x' }, 400, 'contactId'],
  ])('and %s is refused', async (_title, id, name, body, status, field) => {
    const input = await promised()
    const answer = await step(noor, id === 'mine' ? input.id : id, name, body)
    expect([answer.statusCode, bodyOf(answer)['field']]).toEqual([status, field])
  })
})

describe('the log of this door', () => {
  it('holds neither number nor name', async () => {
    const input = await promised({ alias: 'Kanarie Els' })
    const lines = await logOf(async () => {
      await step(noor, input.id, 'claim')
      await step(noor, input.id, 'number')
    })
    expect(lines.join()).not.toMatch(/Kanarie|32000000/)
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ kind: 'claimed' }, { kind: 'number' }])
  })
})
