import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import type { DutyRoster } from '../../domain/roster/duty-roster.ts'
import { RegionId, SwapId, WorkerId } from '../../domain/ids.ts'
import { isOpen, type Swap, SwapState, SwapTurn } from '../../domain/roster/swap.ts'
import { Moment } from '../table/moment.ts'
import { offersKey, swapKey } from './keys.ts'
import { secondsOf, swapKeptUntil } from '../table/retention.ts'
import { rosterWrite } from './rosters.ts'
import { readEach, readStored } from '../table/read-each.ts'
import { getItem, type Item, queryAll, type Table, type Write, writeTogether } from '../table/table.ts'

/** A swap with its version. */
export type VersionedSwap = { swap: Swap; version: number }
/** A swap that both agreed to, with the versions of the swap and the roster it was made from. */
export type SwapAgreement = VersionedSwap & { roster: DutyRoster; rosterVersion: number }

/** The swaps of turns. */
export type SwapStore = {
  /** The swaps of a region that can still be agreed, oldest first. */
  openSwaps(region: RegionId): Promise<Swap[]>
  swapOf(region: RegionId, id: SwapId): Promise<VersionedSwap | null>
  /** The open swaps of a region, with how many turns this worker has offered so far. */
  offersOf(region: RegionId, asker: WorkerId): Promise<{ open: Swap[]; offered: number }>
  /** Saves a new swap if its asker has offered nothing else since `offered` was read; `stale` when so, and nothing was written. */
  offer(swap: Swap, offered: number): Promise<'saved' | 'stale'>
  /** Saves a swap on the version it was made from, 0 for a new one; `stale` when somebody else saved first, and nothing was written. */
  save(swap: Swap, version: number): Promise<'saved' | 'stale'>
  /** Saves the swap and the changed roster in one transaction. */
  agree(agreement: SwapAgreement): Promise<'saved' | 'stale'>
}

/** The swaps in a table. */
export function openSwaps(table: Table): SwapStore {
  return {
    openSwaps: (region) => openSwapsOf(table, region),
    swapOf: (region, id) => swapOf(table, region, id),
    offersOf: async (region, asker) => {
      // The count is read first: an offer that comes between the two reads then makes the save stale.
      const item = await getItem(table, offersKey(region, asker))
      return { open: await openSwapsOf(table, region), offered: item ? StoredOffers.parse(item).offered : 0 }
    },
    offer: (swap, offered) => saveWith(table, { swap, version: 0 }, [offerWrite(table, swap, offered)]),
    save: (swap, version) => saveWith(table, { swap, version }, []),
    agree: ({ swap, version, roster, rosterVersion }) =>
      saveWith(table, { swap, version }, [rosterWrite(table, swap.region, { roster, version: rosterVersion })]),
  }
}

async function openSwapsOf(table: Table, region: RegionId): Promise<Swap[]> {
  const { pk, sk } = swapKey(region, '')
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :region and begins_with(sk, :swap)',
    ExpressionAttributeValues: { ':region': pk, ':swap': sk },
  })
  const open = readEach('swap', items, fromItem)
    .map(({ swap }) => swap)
    .filter((swap) => isOpen(swap, table.now()))
  return open.toSorted((one, other) => one.askedAt.getTime() - other.askedAt.getTime())
}

async function swapOf(table: Table, region: RegionId, id: SwapId): Promise<VersionedSwap | null> {
  const item = await getItem(table, swapKey(region, id))
  return item ? fromItem(item) : null
}

async function saveWith(table: Table, { swap, version }: VersionedSwap, others: Write[]): Promise<'saved' | 'stale'> {
  const condition =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':read': version },
        }
  const put: Write = { Put: { TableName: table.name, Item: toItem({ swap, version: version + 1 }), ...condition } }
  const outcome = await writeTogether(table, [put, ...others])
  if (outcome.kind === 'written') return 'saved'
  // A retry after a lost answer sends the same swap again: that is no conflict.
  const now = await swapOf(table, swap.region, swap.id)
  return now?.version === version + 1 && isDeepStrictEqual(now.swap, swap) ? 'saved' : 'stale'
}

function offerWrite(table: Table, { region, asker }: Swap, offered: number): Write {
  const condition =
    offered === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'offered = :read', ExpressionAttributeValues: { ':read': offered } }
  return { Put: { TableName: table.name, Item: { ...offersKey(region, asker), offered: offered + 1 }, ...condition } }
}

const StoredOffers = z.object({ offered: z.int().min(1) })
const StoredSwap = z.object({
  version: z.int().min(1),
  id: SwapId,
  region: RegionId,
  asker: WorkerId,
  turn: SwapTurn,
  to: WorkerId.nullable(),
  wants: SwapTurn.nullable(),
  state: SwapState,
  taker: WorkerId.nullable(),
  returns: SwapTurn.nullable(),
  askedAt: Moment,
})

function toItem({ swap, version }: VersionedSwap): Item {
  return {
    ...swapKey(swap.region, swap.id),
    ...swap,
    askedAt: swap.askedAt.toISOString(),
    version,
    expiresAt: secondsOf(swapKeptUntil(swap.turn.day)),
  }
}

function fromItem(item: Item): VersionedSwap {
  const { version, ...swap } = readStored(StoredSwap, item)
  return { swap, version }
}
