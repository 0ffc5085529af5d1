import * as z from 'zod'
import { isUnasked } from '../../domain/callbacks/settling.ts'
import type { CallbackRequest } from '../../domain/callbacks/callback.ts'
import type { CallbackId, RegionId } from '../../domain/ids.ts'
import { type Callback, callbackOf, callbackWrite } from './callback-items.ts'
import { callbackKey, ledgerGroup, unaskedGroup, unaskedKey, unaskedMomentKey } from './keys.ts'
import { Moment } from '../table/moment.ts'
import type { Key } from '../table/keys.ts'
import { readEach } from '../table/read-each.ts'
import { secondsOf, unaskedKeptUntil } from '../table/retention.ts'
import { getItem, queryAll, queryPage, type Table, type Write } from '../table/table.ts'

// An open entry that asked for nothing stands in a group of its own; it moves to the ledger when a call is promised or a worker closes it.

/** One entry with its region; under another region it is not found. */
export type CallbackRef = { region: RegionId; id: CallbackId }

/** An entry, and the key under which it was read. */
export type Placed = { callback: Callback; key: Key }

/** Some entries that asked for nothing, the newest first. `older`: how to ask for the next ones; null when there are none. */
export type UnaskedPage = { callbacks: Callback[]; older: string | null }

const UnaskedMoment = z.object({ askedAt: Moment })

/** Reads one entry, wherever it stands. */
export async function readPlaced(table: Table, { region, id }: CallbackRef): Promise<Placed | null> {
  const inLedger = callbackKey(region, id)
  // An entry may move into the ledger between two reads, so the ledger is read once more.
  return (await placedAt(table, inLedger)) ?? (await placedUnasked(table, { region, id })) ?? placedAt(table, inLedger)
}

/** The writes that save an entry read at `from` (null for a new one), and move it when it belongs elsewhere now. */
export function entryWrites(table: Table, callback: Callback, from: Key | null): Write[] {
  const { entry, version } = callback
  const to = keyOf(entry)
  const moment = unaskedMomentKey(entry.id)
  if (from !== null && (from.pk !== to.pk || from.sk !== to.sk)) {
    const read = { ConditionExpression: '#version = :read', ExpressionAttributeNames: { '#version': 'version' } }
    return [
      callbackWrite(table, to, { ...callback, version: 0 }),
      { Delete: { TableName: table.name, Key: from, ...read, ExpressionAttributeValues: { ':read': version } } },
      { Delete: { TableName: table.name, Key: moment } },
    ]
  }
  const saved = callbackWrite(table, to, callback)
  if (!isUnasked(entry) || from !== null) return [saved]
  const expiresAt = secondsOf(unaskedKeptUntil(entry.askedAt))
  return [saved, { Put: { TableName: table.name, Item: { ...moment, askedAt: entry.askedAt.toISOString(), expiresAt } } }]
}

/** The version of an entry after it was saved. */
export function versionAfter(callback: Callback, from: Key | null): number {
  const to = keyOf(callback.entry)
  return from === null || (from.pk === to.pk && from.sk === to.sk) ? callback.version + 1 : 1
}

/** The ledger of a region: its promises, and the entries closed lately. */
export async function ledgerOf(table: Table, region: RegionId): Promise<Callback[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :ledger',
    ExpressionAttributeValues: { ':ledger': ledgerGroup(region) },
  })
  return readEach('callback', items, callbackOf)
}

/** At most `limit` open entries of a region that asked for nothing, from the newest or after those of an earlier page. */
export async function unaskedIn(
  table: Table,
  region: RegionId,
  { limit, older }: { limit: number; older: string | null },
): Promise<UnaskedPage> {
  const { items, next } = await queryPage(table, {
    KeyConditionExpression: older === null ? 'pk = :unasked' : 'pk = :unasked and sk < :older',
    ExpressionAttributeValues: { ':unasked': unaskedGroup(region), ...(older === null ? {} : { ':older': older }) },
    ScanIndexForward: false,
    limit,
  })
  return { callbacks: readEach('callback', items, callbackOf), older: next }
}

async function placedUnasked(table: Table, { region, id }: CallbackRef): Promise<Placed | null> {
  const moment = await getItem(table, unaskedMomentKey(id))
  return moment && placedAt(table, unaskedKey(region, UnaskedMoment.parse(moment).askedAt, id))
}

async function placedAt(table: Table, key: Key): Promise<Placed | null> {
  const item = await getItem(table, key)
  return item && { callback: callbackOf(item), key }
}

function keyOf(entry: CallbackRequest): Key {
  return isUnasked(entry) ? unaskedKey(entry.region, entry.askedAt, entry.id) : callbackKey(entry.region, entry.id)
}
