import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SwapId } from '../../../shared/domain/ids.ts'
import type { Swap } from '../../../shared/domain/roster/swap.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { at } from '../../support/time/at.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { fullRoster, makeChange } from '../../support/people/make.ts'
import { noor, sam } from '../../support/people/people.ts'
import { setRoster } from '../../support/people/roster.ts'

const region = 'limburg-oost'
let now = at('2026-11-23 10:00')
let database: TestDatabase
let stores: Stores
let counted = 0

beforeAll(async () => {
  database = await startTestDatabase()
  stores = openStores(database.table(() => now))
})
afterAll(() => database?.stop())
beforeEach(async () => {
  now = at('2026-11-23 10:00')
  await setRoster(stores.rosters, region, fullRoster())
})

const turn = { day: '2026-11-24', from: '09:00', to: '13:00', role: 'first' } as const
function makeSwap(given: Partial<Swap> = {}): Swap {
  counted += 1
  const id = SwapId.parse(`swap_${counted}`)
  return { id, region, asker: noor, turn, to: null, wants: null, state: 'asked', taker: null, returns: null, askedAt: now, ...given }
}

describe('a swap', () => {
  it('reads as it was saved, step by step', async () => {
    const swap = makeSwap({ to: sam, wants: { ...turn, day: '2026-11-26' } })
    expect(await stores.swaps.save(swap, 0)).toBe('saved')
    const taken: Swap = { ...swap, state: 'taken', taker: sam, returns: swap.wants }
    expect(await stores.swaps.save(taken, 1)).toBe('saved')
    expect(await stores.swaps.swapOf(region, swap.id)).toEqual({ swap: taken, version: 2 })
    expect(await stores.swaps.swapOf('voor-en-noorderkempen', swap.id)).toBeNull()
  })

  it('is open until it is closed or its turn begins, the oldest first', async () => {
    const later = makeSwap({ askedAt: at('2026-11-23 09:30') })
    const early = makeSwap({ askedAt: at('2026-11-23 09:00'), turn: { ...turn, day: '2026-11-25' } })
    const closed = makeSwap({ state: 'withdrawn' })
    for (const swap of [later, early, closed]) await stores.swaps.save(swap, 0)
    const open = async () =>
      (await stores.swaps.openSwaps(region)).filter((one) => [later, early, closed].some((made) => made.id === one.id))
    expect(await open()).toEqual([early, later])
    now = at('2026-11-24 17:00')
    expect(await open()).toEqual([early])
  })

  it('is gone sixty days after its turn', async () => {
    const swap = makeSwap()
    await stores.swaps.save(swap, 0)
    now = at('2027-01-23 23:59')
    expect(await stores.swaps.swapOf(region, swap.id)).not.toBeNull()
    now = at('2027-01-24 00:01')
    expect(await stores.swaps.swapOf(region, swap.id)).toBeNull()
  })

  it.each([1, 2, 3])('taken by two at once goes to one, and the other is told, round %i', async () => {
    const swap = makeSwap()
    await stores.swaps.save(swap, 0)
    const takers = (['worker_one', 'worker_two'] as const).map((taker): Swap => ({ ...swap, state: 'taken', taker }))
    const outcomes = await Promise.all(takers.map((taken) => stores.swaps.save(taken, 1)))
    expect(outcomes.toSorted()).toEqual(['saved', 'stale'])
    const winner = takers[outcomes.indexOf('saved')]
    expect((await stores.swaps.swapOf(region, swap.id))?.swap.taker).toBe(winner?.taker)
  })

  it('saved again after its answer was lost is saved', async () => {
    const swap = makeSwap()
    expect([await stores.swaps.save(swap, 0), await stores.swaps.save(swap, 0)]).toEqual(['saved', 'saved'])
    expect(await stores.swaps.save({ ...swap, state: 'withdrawn' }, 0)).toBe('stale')
  })
})

describe('a swap that both agreed to', () => {
  const changed = { ...fullRoster(), changes: [makeChange({ ...turn, why: 'swap' })] }
  const agreedOf = (swap: Swap): Swap => ({ ...swap, state: 'agreed', taker: sam })

  it('stands with its roster, together', async () => {
    const swap = makeSwap()
    await stores.swaps.save(swap, 0)
    const { version: rosterVersion } = await stores.rosters.versioned(region)
    const agreement = { swap: agreedOf(swap), version: 1, roster: changed, rosterVersion }
    expect(await stores.swaps.agree(agreement)).toBe('saved')
    expect(await stores.rosters.versioned(region)).toEqual({ roster: changed, version: rosterVersion + 1 })
    expect((await stores.swaps.swapOf(region, swap.id))?.swap.state).toBe('agreed')
  })

  it('changes nothing when the roster was changed meanwhile', async () => {
    const swap = makeSwap()
    await stores.swaps.save(swap, 0)
    const { version: rosterVersion } = await stores.rosters.versioned(region)
    await setRoster(stores.rosters, region, fullRoster())
    expect(await stores.swaps.agree({ swap: agreedOf(swap), version: 1, roster: changed, rosterVersion })).toBe('stale')
    expect((await stores.swaps.swapOf(region, swap.id))?.swap.state).toBe('asked')
    expect(await stores.rosters.rosterOf(region)).toEqual(fullRoster())
  })

  it.each([1, 2, 3])('and withdrawn at once is one of the two, round %i', async () => {
    const swap = makeSwap()
    await stores.swaps.save(swap, 0)
    const { version: rosterVersion } = await stores.rosters.versioned(region)
    const outcomes = await Promise.all([
      stores.swaps.agree({ swap: agreedOf(swap), version: 1, roster: changed, rosterVersion }),
      stores.swaps.save({ ...swap, state: 'withdrawn' }, 1),
    ])
    expect(outcomes.toSorted()).toEqual(['saved', 'stale'])
    const isChanged = (await stores.rosters.rosterOf(region)).changes.length > 0
    expect(isChanged).toBe(outcomes[0] === 'saved')
  })
})
