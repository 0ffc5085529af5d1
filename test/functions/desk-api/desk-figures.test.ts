import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskFigures } from '../../../shared/contracts/reports/figures.ts'
import type { LineFact } from '../../../shared/domain/reports/line-facts.ts'
import { at } from '../../support/time/at.ts'
import { itIs } from '../../support/time/clock.ts'
import { makePromise, makeUnreached } from '../../support/people/callbacks.ts'
import { newContact } from '../../support/people/make-cases.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { makeArrival } from '../../support/people/make.ts'

let desk: TestDesk
const region = 'limburg-oost'
const monday = at('2026-11-23 10:00')
const ended: LineFact = { kind: 'contact-ended', at: at('2026-11-23 10:10') }
const answered: LineFact = { kind: 'contact-answered', at: at('2026-11-23 10:05'), worker: null }
const noPromises = { all: 0, open: 0, done: 0, cameBack: 0, neverCalled: 0, notReached: 0, givenUp: 0 }
const contacts = { cameIn: 0, reached: 0, promised: 0, heardClosing: 0, leftByThemselves: 0, stillThere: 0, unrecorded: 0 }
const nobody = { refused: { tooBusy: 0, unproven: 0 }, ...contacts, promises: noPromises, lost: 0, losses: [] }

beforeAll(async () => {
  desk = await startDesk()
  itIs('2026-11-24 10:40')
})
afterAll(async () => {
  await desk?.stop()
})

async function figures(): Promise<DeskFigures> {
  return bodyOf(await desk.ask(desk.coordinator, { path: '/api/desk/figures' })) as DeskFigures
}

/** Stores a contact with an arrival and these facts. */
async function cameIn(facts: readonly LineFact[] = [], moment = monday) {
  const contact = newContact()
  await desk.stores.contacts.recordFacts(contact, [makeArrival({ at: moment }), ...facts], 'flow')
  return contact
}
async function decided(decision: 'offer' | 'closed') {
  const contact = newContact()
  const fact = { kind: 'contact-decided', at: monday, decision, team: null } as const
  const answer = { decision, team: '', sentence: '' }
  await desk.stores.contacts.decide({ contact, facts: [makeArrival({ at: monday }), fact], answer, link: null })
  return contact
}

// Each row adds one contact, in this order: the figures keep counting the contacts of earlier rows.
const people: [title: string, comes: () => Promise<unknown>, adds: Partial<Record<string, number>>][] = [
  ['who was answered', () => cameIn([answered, ended]), { reached: 1 }],
  ['who heard that we are closed', () => decided('closed'), { heardClosing: 1 }],
  ['who came in a moment ago', () => cameIn([], at('2026-11-24 10:39')), { stillThere: 1 }],
  [
    'who hung up',
    async () => desk.stores.callbacks.noteUnreached(makeUnreached({ contact: await cameIn([ended]), at: monday })),
    { leftByThemselves: 1 },
  ],
  ['who ended and stands nowhere: lost', () => cameIn([ended]), { unrecorded: 1, lost: 1 }],
  [
    'who was offered, ended and stands nowhere: lost',
    async () => desk.stores.contacts.recordFacts(await decided('offer'), [ended], 'event'),
    { unrecorded: 1, lost: 1 },
  ],
  ['of whom no end was heard for over a day: lost', () => cameIn([], at('2026-11-23 10:39')), { unrecorded: 1, lost: 1 }],
  [
    'whose promise stands as a fact only, and in no ledger: lost',
    async () => cameIn([{ kind: 'callback-promised', at: monday, callback: 'callback_nowhere' }, ended]),
    { unrecorded: 1, lost: 1 },
  ],
]

it('5.6 the figures count the starts of chats that were refused on these days and in this region', async () => {
  const { refusedStarts } = desk.stores
  await Promise.all(Array.from({ length: 40 }, () => refusedStarts.count(region, 'unproven')))
  await refusedStarts.count(region, 'tooBusy')
  await refusedStarts.count('voor-en-noorderkempen', 'tooBusy')
  itIs('2026-11-11 12:00')
  await refusedStarts.count(region, 'tooBusy')
  itIs('2026-11-10 12:00')
  await refusedStarts.count(region, 'tooBusy')
  itIs('2026-11-24 10:40')
  expect((await figures()).refused).toEqual({ tooBusy: 2, unproven: 40 })
})

describe('the figures count, one by one,', () => {
  it.each(people)('%s', async (_title, comes, adds) => {
    const before = await figures()
    await comes()
    const { promises, losses, ...counts } = before
    const expected = Object.fromEntries(
      Object.entries(counts).map(([name, count]) => [name, typeof count === 'number' ? count + (adds[name] ?? 0) : count]),
    )
    expect(await figures()).toEqual({ ...expected, cameIn: before.cameIn + 1, promises, losses })
  })

  it('each promise by what became of it', async () => {
    const before = await figures()
    const makes = async () => {
      const input = makePromise({ contact: await cameIn([ended]), at: at('2026-11-24 10:00') })
      await desk.stores.callbacks.promise(input)
      return { region, id: input.id, input }
    }
    const [, done, vain, back] = [await makes(), await makes(), await makes(), await makes()]
    const worker = desk.noor.id
    for (const place of [done, vain]) await desk.stores.callbacks.claim(place, worker)
    await desk.stores.callbacks.attempt(done, { at: monday, worker, result: 'reached' })
    for (const moment of ['2026-11-24 10:41', '2026-11-24 16:00', '2026-11-25 09:00'])
      await desk.stores.callbacks.attempt(vain, { at: at(moment), worker, result: 'no-answer' })
    const referrerKeys = [back.input.numberKey]
    await desk.stores.callbacks.closeOfReferrer({ contact: newContact(), region, referrerKeys, at: at('2026-11-24 10:30') })
    const form = makePromise({ contact: null, channel: 'form', at: at('2026-11-24 10:00') })
    await desk.stores.callbacks.promise(form)
    const counted = await figures()
    expect(counted).toEqual({
      ...before,
      cameIn: before.cameIn + 5,
      promised: before.promised + 5,
      promises: { ...noPromises, all: 5, open: 2, done: 1, notReached: 1, cameBack: 1 },
      lost: before.lost + 1,
      losses: [{ on: '2026-11-25', why: 'not-reached' }],
    })
  })

  it('who asked again with the promise of the first time', async () => {
    const before = await figures()
    const input = makePromise({ contact: await cameIn([ended]), sessionKey: 'hash-of-one-session' })
    await desk.stores.callbacks.promise(input)
    await desk.stores.callbacks.promise({ ...input, id: makePromise().id, contact: await cameIn([ended]) })
    const { promised, promises } = await figures()
    expect([promised - before.promised, promises.open - before.promises.open]).toEqual([2, 1])
  })

  it('who is in the ledger though nobody wrote that she came in', async () => {
    const before = await figures()
    await desk.stores.callbacks.promise(makePromise())
    expect((await figures()).cameIn).toBe(before.cameIn + 1)
  })

  it('nobody twice: the parts make the whole', async () => {
    const { cameIn: all, reached, promised, heardClosing, leftByThemselves, stillThere, unrecorded, promises, lost } = await figures()
    expect(reached + promised + heardClosing + leftByThemselves + stillThere + unrecorded).toBe(all)
    const { all: everyPromise, open, done, cameBack, neverCalled, notReached, givenUp } = promises
    expect(open + done + cameBack + neverCalled + notReached + givenUp).toBe(everyPromise)
    expect(lost).toBe(unrecorded + neverCalled + notReached + givenUp)
  })

  it('1.5 a promise whose number was erased before anybody called as lost, with its day', async () => {
    const before = await figures()
    itIs('2026-11-30 10:40')
    const { promises, unrecorded, lost, losses } = await figures()
    expect(promises).toMatchObject({ open: 0, neverCalled: before.promises.open })
    expect(unrecorded).toBe(before.unrecorded + before.stillThere)
    expect(lost).toBe(unrecorded + promises.neverCalled + promises.notReached)
    expect(losses.filter(({ why }) => why === 'never-called')).toContainEqual({ on: '2026-11-28', why: 'never-called' })
    itIs('2026-11-24 10:40')
  })

  it('1.5 a promise that a coordinator gave up as lost, and one that somebody kept otherwise as done', async () => {
    const before = await figures()
    for (const why of ['cannot-be-reached', 'spoken-otherwise'] as const) {
      const input = makePromise()
      await desk.stores.callbacks.promise(input)
      await desk.stores.callbacks.settle(input, { by: desk.coordinator.id, why })
    }
    const { promises, lost } = await figures()
    const { givenUp, done } = before.promises
    expect([promises.givenUp, promises.done, lost]).toEqual([givenUp + 1, done + 1, before.lost + 1])
  })
})

describe('the figures', () => {
  it('are of fourteen days, today included', async () => {
    itIs('2027-03-30 09:00')
    expect(await figures()).toEqual({ from: '2027-03-17', to: '2027-03-30', ...nobody })
    await cameIn([answered], at('2027-03-17 00:00'))
    await cameIn([answered], at('2027-03-16 23:59'))
    expect(await figures()).toMatchObject({ cameIn: 1, reached: 1 })
    itIs('2026-11-24 10:40')
  })

  it('are for the coordinator, of her own region', async () => {
    expect((await desk.ask(desk.noor, { path: '/api/desk/figures' })).statusCode).toBe(404)
    const before = await figures()
    await desk.stores.contacts.recordFacts(newContact(), [makeArrival({ region: 'voor-en-noorderkempen', at: monday }), ended], 'flow')
    expect(await figures()).toEqual(before)
  })
})
