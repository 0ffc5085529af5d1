import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makePromise } from '../../support/people/callbacks.ts'
import { oost, openWatch, type WatchedLine } from '../../support/fixtures/watched-line.ts'
import { addDays } from '../../../shared/domain/time/brussels-time.ts'
import { at } from '../../support/time/at.ts'

let watch: Awaited<ReturnType<typeof openWatch>>
let story: WatchedLine
beforeAll(async () => {
  watch = await openWatch()
})
afterAll(() => watch?.stop())
// The stories share one ledger: what this one left open is done.
afterEach(async () => {
  for (const { entry } of await story.stores.callbacks.ofRegion(oost))
    await story.stores.callbacks.settle(entry, { by: story.greet.id, why: 'spoken-otherwise' })
})
beforeEach(async () => {
  story = await watch.story()
})

/** A call promised this morning before 17 uur. */
async function promised(given: Parameters<typeof makePromise>[0] = {}) {
  const [asked, by] = [story.moment('10:30'), story.moment('17:00')]
  const input = makePromise({ at: asked, promise: { from: asked, by }, ...given })
  await story.line.clock.set(asked)
  await story.stores.callbacks.promise(input)
  return input
}
const promises = async (clock: string) => (await story.watchedAt(clock)).filter(([kind]) => kind.startsWith('promise'))
const onDay = (days: number, clock: string) => at(`${addDays(story.day, days)} ${clock}`)
async function watchedOn(moment: Date) {
  await story.line.clock.set(moment)
  for (const notice of await story.stores.notices.due()) await story.stores.notices.sent(notice)
  const { watchLines } = await import('../../../functions/watch-line/watch-line.ts')
  await watchLines(story.deps(), { contactId: null, kind: 'done', errorName: null })
  return (await story.told()).filter(([kind]) => kind.startsWith('promise'))
}

describe('a promise that nobody keeps', () => {
  it('1.5 warns before its moment, after it, and counts as lost when its number is erased', async () => {
    await story.noorComes()
    const input = await promised()
    expect(await promises('16:29')).toEqual([])
    expect(await promises('16:30')).toEqual([
      ['promise-due', 'Noor'],
      ['promise-due', 'Sam'],
    ])
    expect(await promises('16:31')).toEqual([])
    expect(await promises('17:00')).toEqual([
      ['promise-late', 'Greet'],
      ['promise-late', 'Noor'],
      ['promise-late', 'Sam'],
    ])
    expect(await promises('17:01')).toEqual([])
    expect(await watchedOn(onDay(1, '08:00'))).toEqual([])
    expect((await watchedOn(onDay(1, '10:00'))).map(([, who]) => who)).toContain('Greet')
    expect(await watchedOn(onDay(4, '00:00'))).toEqual([['promise-lost', 'Greet']])
    expect(await story.stores.callbacks.entryOf(input)).toMatchObject({
      entry: { state: 'lost', closedAt: onDay(4, '00:00') },
      numberUntil: null,
    })
    expect(JSON.stringify(await watch.database.items())).not.toContain(input.number)
    expect(await watchedOn(onDay(4, '00:01'))).toEqual([])
  })

  it('1.5 warns its owner alone before its moment', async () => {
    const input = await promised()
    await story.stores.callbacks.claim(input, story.sam.id)
    expect(await promises('16:40')).toEqual([['promise-due', 'Sam']])
  })

  it('1.5 warns again when it was promised anew', async () => {
    const input = await promised()
    await promises('16:40')
    const tomorrow = { from: onDay(1, '09:00'), by: onDay(1, '12:00') }
    await story.line.clock.set(story.moment('17:30'))
    await story.stores.callbacks.promise({ ...input, at: story.moment('17:30'), promise: tomorrow })
    // The roster of this story has nobody on that day.
    expect(await watchedOn(onDay(1, '11:45'))).toEqual([['promise-due', 'Greet']])
  })

  it('is told of while Connect does not answer', async () => {
    await promised()
    const down = async () => Promise.reject(new Error('not today'))
    await expect(story.watchedAt('16:45', { agentsNow: down, waitingIn: down })).rejects.toThrow()
    expect((await story.told()).map(([kind]) => kind)).toContain('promise-due')
  })

  it('is told of again, and closed, when the ledger failed in between', async () => {
    const input = await promised()
    const { ofRegion } = story.stores.callbacks
    const sweep = async () => Promise.reject(new Error('not today'))
    const erased = (await story.stores.callbacks.entryOf(input))?.numberUntil ?? story.moment('10:30')
    await story.line.clock.set(erased)
    const { watchPromises } = await import('../../../functions/watch-line/watch-promises.ts')
    const line = {
      region: input.region,
      hours: await story.stores.hours.hoursOf(input.region),
      roster: await story.stores.rosters.rosterOf(input.region),
      workers: [story.greet],
      at: erased,
    }
    const deps = { enqueueNotice: story.stores.notices.enqueueNotice, callbacks: { ofRegion, sweep } }
    await expect(watchPromises(deps, line)).rejects.toThrow('not today')
    expect(await watchPromises({ ...deps, callbacks: story.stores.callbacks }, line)).toBe(0)
    expect((await story.stores.callbacks.entryOf(input))?.entry.state).toBe('lost')
  })
})
