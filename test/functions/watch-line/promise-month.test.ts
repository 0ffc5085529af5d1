import { afterAll, beforeAll, expect, it } from 'vitest'
import { watchPromises } from '../../../functions/watch-line/watch-promises.ts'
import type { DeskFigures } from '../../../shared/contracts/reports/figures.ts'
import { attemptsNeeded } from '../../../shared/domain/callbacks/attempts.ts'
import type { AttemptResult } from '../../../shared/domain/callbacks/callback.ts'
import { lossOf } from '../../../shared/domain/callbacks/promise-loss.ts'
import type { CallbackId } from '../../../shared/domain/ids.ts'
import { addDays, dayOf, weekdayOf } from '../../../shared/domain/time/brussels-time.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { makePromise } from '../../support/people/callbacks.ts'
import { makeWorker, newContact } from '../../support/people/make-cases.ts'
import { at } from '../../support/time/at.ts'
import { itIs, now } from '../../support/time/clock.ts'

// A month in which everything goes wrong, in two regions, and a recount that knows nothing of the ledger: of each promise it notes only
// whether somebody spoke to the referrer.

let desk: TestDesk
let inKempen: Worker
beforeAll(async () => {
  desk = await startDesk()
  inKempen = makeWorker({ name: 'Els Berk', role: 'coordinator', region: 'voor-en-noorderkempen' })
  await desk.stores.workers.save(inKempen)
})
afterAll(() => desk?.stop())

const firstDay = '2026-11-02'
const days = 21
const fates = ['nobody-calls', 'busy', 'wrong-number', 'no-answer', 'reached-late', 'came-back', 'given-up', 'settled', 'undone'] as const
type Fate = (typeof fates)[number]
type Promised = { id: CallbackId; region: string; numberKey: string; fate: Fate; askedAt: Date; by: Date; spoken: boolean; tries: number }

// A small generator with a seed of its own: the month is the same at every run.
let seed = 20261102
function upTo(count: number): number {
  seed = (seed * 1103515245 + 12345) % 2 ** 31
  return Math.floor((seed / 2 ** 31) * count)
}

const regions = ['limburg-oost', 'voor-en-noorderkempen'] as const
const workerOf = (region: string) => (region === 'limburg-oost' ? desk.noor : desk.fatma)
const coordinatorOf = (region: string) => (region === 'limburg-oost' ? desk.coordinator : inKempen)
const promises: Promised[] = []

async function promised(region: string, day: string, count: number): Promise<void> {
  const askedAt = at(`${day} 10:0${count}`)
  const by = at(`${day} ${upTo(2) === 0 ? '12:00' : '17:00'}`)
  const input = makePromise({ region, at: askedAt, promise: upTo(8) === 0 ? null : { from: askedAt, by }, contact: newContact() })
  await desk.stores.callbacks.promise(input)
  const fate = fates[upTo(fates.length)] ?? 'nobody-calls'
  promises.push({ id: input.id, region, numberKey: input.numberKey, fate, askedAt, by, spoken: false, tries: 0 })
}

async function tries(one: Promised, result: AttemptResult): Promise<boolean> {
  const worker = workerOf(one.region).id
  await desk.stores.callbacks.claim(one, worker)
  const stepped = await desk.stores.callbacks.attempt(one, { at: now(), worker, result })
  return stepped?.outcome.kind === 'noted'
}

// What happens to one promise at this moment of the day.
async function goesOn(one: Promised): Promise<void> {
  one.tries += 1
  const failing = { busy: 'busy', 'wrong-number': 'wrong-number', 'no-answer': 'no-answer', undone: 'no-answer' } as const
  if (one.fate in failing) await tries(one, failing[one.fate as keyof typeof failing])
  if (one.fate === 'reached-late' && one.tries === attemptsNeeded) one.spoken = await tries(one, 'reached')
  if (one.fate === 'came-back' && one.tries === 1) {
    const answered = { contact: newContact(), region: one.region, referrerKeys: [one.numberKey], at: now() }
    await desk.stores.callbacks.closeOfReferrer(answered)
    one.spoken = true
  }
  const by = coordinatorOf(one.region).id
  if (one.fate === 'given-up' && one.tries === 2) await desk.stores.callbacks.settle(one, { by, why: 'may-not-be-called' })
  if (one.fate === 'settled' && one.tries === 2)
    one.spoken = (await desk.stores.callbacks.settle(one, { by, why: 'spoken-otherwise' }))?.outcome.kind === 'settled'
}

async function watched(): Promise<void> {
  for (const region of regions) {
    const { hours, rosters, workers, callbacks, notices } = desk.stores
    const line = { hours: await hours.hoursOf(region), roster: await rosters.rosterOf(region), workers: await workers.inRegion(region) }
    await watchPromises({ callbacks, enqueueNotice: notices.enqueueNotice }, { ...line, region, at: now() })
  }
}

it('1.5 a month in which everything goes wrong ends with as many losses as a naive recount', { timeout: 240_000 }, async () => {
  for (let count = 0; count < days + 8; count += 1) {
    const day = addDays(firstDay, count)
    const isWorked = !['sat', 'sun'].includes(weekdayOf(day))
    for (const clock of ['11:07', '15:00', '17:00'] as const) {
      itIs(`${day} ${clock}`)
      if (clock === '11:07' && count < days && isWorked)
        for (const region of regions) for (let more = 0; more <= upTo(2); more += 1) await promised(region, day, more)
      const open = promises.filter(({ tries: done }) => done < 12)
      if (isWorked && clock !== '17:00') for (const one of open) await goesOn(one)
      await watched()
    }
  }
  const told = (await desk.stores.notices.due()).filter(({ kind }) => kind === 'promise-lost')
  for (const region of regions) {
    const here = promises.filter((one) => one.region === region)
    const unspoken = here.filter(({ spoken }) => !spoken)
    const ledger = await desk.stores.callbacks.ofRegion(region)
    const lost = ledger.filter(({ entry, numberUntil }) => lossOf(entry, numberUntil, now()) !== null)
    expect(ledger.filter(({ entry }) => entry.state === 'open')).toEqual([])
    expect(lost.map(({ entry }) => entry.id).toSorted()).toEqual(unspoken.map(({ id }) => id).toSorted())
    // The coordinator heard of each, but of those that the coordinator gave up.
    const heard = told.filter((notice) => notice.worker === coordinatorOf(region).id).length
    expect(heard).toBe(unspoken.filter(({ fate }) => fate !== 'given-up').length)
    const figures = bodyOf(await desk.ask(coordinatorOf(region), { path: '/api/desk/figures' })) as DeskFigures
    const inWindow = unspoken.filter(({ askedAt }) => dayOf(askedAt) >= figures.from)
    expect(figures.lost).toBe(inWindow.length)
    expect(figures.losses).toHaveLength(inWindow.length)
    expect([here.length, unspoken.length].every((many) => many > 10)).toBe(true)
  }
  expect(new Set(promises.map(({ fate }) => fate)).size).toBe(fates.length)
})
