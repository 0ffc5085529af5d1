import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { DeskCallbacks } from '../../../shared/contracts/callbacks/callbacks.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { at } from '../../support/time/at.ts'
import { itIs } from '../../support/time/clock.ts'
import { makePromise, makeUnreached } from '../../support/people/callbacks.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { type Answer, bodyOf } from '../../support/fixtures/lambda-events.ts'

let desk: TestDesk
let noor: Worker
let sam: Worker

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

describe('what a worker went home with', () => {
  afterEach(() => itIs('2026-11-24 10:40'))

  it('is taken over once the promised moment has passed, and is one’s again', async () => {
    const input = await promised()
    await step(noor, input.id, 'claim')
    itIs('2026-11-24 17:00')
    expect((await ledger(sam)).open.find(({ id }) => id === input.id)).toMatchObject({ owner: { id: noor.id }, mayTakeOver: true })
    expect(bodyOf(await step(sam, input.id, 'claim'))).toMatchObject({ callback: { owner: { id: sam.id }, mayTakeOver: false } })
    expect(bodyOf(await step(sam, input.id, 'number'))).toMatchObject({ kind: 'number', number: input.number })
    expect(bodyOf(await step(noor, input.id, 'number'))).toEqual({ kind: 'not-yours' })
    expect(bodyOf(await step(noor, input.id, 'claim'))).toEqual({ kind: 'claimed-by-other', worker: 'Sam Eik' })
  })

  it('without a promised moment is taken over after two hours', async () => {
    const input = await promised({ promise: null })
    await step(noor, input.id, 'claim')
    itIs('2026-11-24 12:39')
    expect(bodyOf(await step(sam, input.id, 'claim'))).toMatchObject({ kind: 'claimed-by-other' })
    itIs('2026-11-24 12:40')
    expect(bodyOf(await step(sam, input.id, 'claim'))).toMatchObject({ kind: 'claimed' })
  })

  it('is not laid aside by a colleague', async () => {
    const left = makeUnreached()
    await desk.stores.callbacks.noteUnreached(left)
    await step(noor, left.id, 'claim')
    const answer = await step(sam, left.id, 'seen')
    expect([answer.statusCode, bodyOf(answer)]).toEqual([409, { kind: 'claimed-by-other', worker: 'Noor Wilg' }])
    expect(bodyOf(await step(noor, left.id, 'seen'))).toMatchObject({ kind: 'seen' })
  })
})

describe('an attempt that was noted by mistake', () => {
  afterEach(() => itIs('2026-11-24 10:40'))

  it('1.6 is undone by who noted it, also when it closed the entry: the number is there again', async () => {
    const input = await promised()
    await step(noor, input.id, 'claim')
    expect(bodyOf(await step(noor, input.id, 'attempts', { result: 'reached' }))).toMatchObject({
      callback: { state: 'done', mayUndo: true },
    })
    expect(bodyOf(await step(sam, input.id, 'undo'))).toEqual({ kind: 'not-yours' })
    itIs('2026-11-24 10:49')
    const undone = bodyOf(await step(noor, input.id, 'undo'))
    expect(undone).toMatchObject({
      kind: 'undone',
      callback: { state: 'open', hasNumber: true, attempts: [{ result: 'reached', undone: true }] },
    })
    expect(bodyOf(await step(noor, input.id, 'number'))).toMatchObject({ kind: 'number', number: input.number })
    itIs('2026-11-27 23:59')
    expect((await desk.stores.callbacks.sweep(input))?.outcome.kind).toBe('stays')
    expect(bodyOf(await step(noor, input.id, 'number'))).toMatchObject({ kind: 'number', number: input.number })
  })

  it('1.6 stays as it is ten minutes later, and its number is erased', async () => {
    const input = await promised()
    await step(noor, input.id, 'claim')
    await step(noor, input.id, 'attempts', { result: 'no-longer-needed' })
    itIs('2026-11-24 10:50')
    const answer = await step(noor, input.id, 'undo')
    expect([answer.statusCode, bodyOf(answer)]).toEqual([409, { kind: 'too-late' }])
    expect((await desk.stores.callbacks.sweep(input))?.outcome.kind).toBe('number-erased')
    expect(JSON.stringify(await desk.database.items())).not.toContain(input.number)
  })

  it('1.6 the desk says when the next attempt is wise', async () => {
    const input = await promised()
    await step(noor, input.id, 'claim')
    const noted = async (result: string) => bodyOf(await step(noor, input.id, 'attempts', { result }))
    expect(await noted('busy')).toMatchObject({ callback: { counted: 0, next: { from: { clock: '10:50' }, why: 'was-busy' } } })
    itIs('2026-11-24 10:50')
    expect(await noted('no-answer')).toMatchObject({ callback: { counted: 1, next: { from: { clock: '11:50' }, why: 'just-tried' } } })
  })
})

describe('a coordinator', () => {
  it('1.5 gives a promise to a worker, who hears of it and may call', async () => {
    const input = await promised()
    await step(noor, input.id, 'claim')
    const answer = await step(desk.coordinator, input.id, 'assign', { worker: sam.id })
    expect(bodyOf(answer)).toMatchObject({ kind: 'assigned', callback: { owner: { id: sam.id, name: 'Sam Eik' } } })
    expect(bodyOf(await step(sam, input.id, 'number'))).toMatchObject({ kind: 'number' })
    expect(await desk.stores.notices.due()).toContainEqual(expect.objectContaining({ kind: 'promise-assigned', worker: sam.id }))
  })

  it.each([
    ['a coordinator', () => desk.coordinator],
    ['a worker of another region', () => desk.fatma],
  ])('gives none to %s', async (_title, worker) => {
    const input = await promised()
    expect((await step(desk.coordinator, input.id, 'assign', { worker: worker().id })).statusCode).toBe(400)
    expect((await desk.stores.callbacks.entryOf(input))?.entry.owner).toBeNull()
  })

  it('1.5 closes a promise with a reason, and its number is gone', async () => {
    const input = await promised()
    const answer = await step(desk.coordinator, input.id, 'settle', { why: 'cannot-be-reached' })
    const callback = { state: 'lost', hasNumber: false, loss: { why: 'given-up' }, closing: { by: 'Greet Olm', why: 'cannot-be-reached' } }
    expect(bodyOf(answer)).toMatchObject({ kind: 'settled', callback })
    expect(JSON.stringify(await desk.database.items())).not.toContain(input.number)
    const again = await step(desk.coordinator, input.id, 'settle', { why: 'spoken-otherwise' })
    expect([again.statusCode, bodyOf(again)]).toEqual([409, { kind: 'closed' }])
    expect(bodyOf(await step(desk.coordinator, input.id, 'assign', { worker: sam.id }))).toEqual({ kind: 'closed' })
  })

  it('has nothing to close where nothing was promised', async () => {
    const left = makeUnreached()
    await desk.stores.callbacks.noteUnreached(left)
    expect(bodyOf(await step(desk.coordinator, left.id, 'settle', { why: 'spoken-otherwise' }))).toEqual({ kind: 'nothing-promised' })
  })

  it('knows to whom it can be given', async () => {
    expect((await ledger(desk.coordinator)).workers.map(({ name }) => name).toSorted()).toEqual(['Noor Wilg', 'Sam Eik'])
  })
})

it('who was given the number stands with the entry, and on no screen', async () => {
  const input = await promised()
  await step(noor, input.id, 'claim')
  await step(noor, input.id, 'dialled', { contactId: randomUUID() })
  await step(noor, input.id, 'number')
  expect((await desk.stores.callbacks.entryOf(input))?.entry.numberGivenTo).toEqual([{ worker: noor.id, at: at('2026-11-24 10:40') }])
  expect((await desk.ask(noor, { path: '/api/desk/callbacks' })).body).not.toContain('numberGivenTo')
})

describe('the answer with the ledger', () => {
  const region = 'voor-en-noorderkempen'
  const minute = (count: number) => new Date(at('2026-11-23 18:00').getTime() + count * 60_000)

  it('holds every promise, the newest hundred of those who left and the newest hundred closed, and older ones on request', async () => {
    const left = Array.from({ length: 205 }, (_, count) => makeUnreached({ region, at: minute(count) }))
    for (const one of left) await desk.stores.callbacks.noteUnreached(one)
    const promises = Array.from({ length: 3 }, () => makePromise({ region }))
    for (const input of promises) await desk.stores.callbacks.promise(input)
    const closed = left.filter((_, count) => count % 2 === 0)
    for (const [count, { id }] of closed.entries())
      await desk.stores.callbacks.seen({ region, id }, { worker: desk.fatma.id, at: new Date(at('2026-11-23 08:00').getTime() + count) })
    const shown = await ledger(desk.fatma)
    const open = left.filter((one) => !closed.includes(one)).toReversed()
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
    expect(ids(shown.open).slice(0, 3).toSorted()).toEqual(ids(promises).toSorted())
    expect(ids(shown.open).slice(3)).toEqual(ids(open).slice(0, 100))
    expect(ids(shown.closed)).toEqual(ids(closed.toReversed()).slice(0, 100))
    expect(shown.more).toEqual({ open: expect.any(String), closed: 3 })
    const path = `/api/desk/callbacks/unasked?older=${encodeURIComponent(String(shown.more.open))}`
    const older = bodyOf(await desk.ask(desk.fatma, { path })) as unknown as { open: DeskCallbacks['open']; more: string | null }
    expect([ids(older.open), older.more]).toEqual([ids(open).slice(100), null])
    const wrong = await desk.ask(desk.fatma, { path: '/api/desk/callbacks/unasked?older=x' })
    expect(wrong.statusCode).toBe(400)
  })
})
