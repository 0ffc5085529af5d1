import * as z from 'zod'
import { CallbackId, type ContactId, type RegionId } from '../../domain/ids.ts'
import { type KnownBy, referrerKeptUntil } from './callback-items.ts'
import { isCallbackId, saidOf } from '../contacts/same-person.ts'
import { Moment } from '../table/moment.ts'
import { answeredKey, callbackOfContactKey, callbacksBeginning } from './keys.ts'
import { referrerGroup } from '../table/keys.ts'
import { numberKeptUntil, secondsOf } from '../table/retention.ts'
import { readEach } from '../table/read-each.ts'
import { getItem, putItem, queryAll, queryPage, type Table } from '../table/table.ts'

/**
 * A referrer reached a worker at a moment; `contact` is null for a call that we made. `referrerKeys` identify the referrer for certain:
 * codes and sessions, never numbers.
 */
export type ReferrerAnswered = { contact: ContactId | null; region: RegionId; referrerKeys: readonly string[]; at: Date }

const Pointer = z.object({ callback: CallbackId })
const Answered = z.object({ at: Moment })

// Strangers can make many entries under one session, and each costs a write; what is left over expires by itself.
const maxPointersPerKey = 25

/**
 * Closes the entries of a referrer who reached a worker: those of the contact itself, those with the same code or session, and those of
 * which a worker said that they are of the same person. The moment is written before the entries are read, and an entry is written before
 * the moment is read (callback-promises.ts): in any order, and when both run at once, one of them sees the other.
 */
export async function closeOfReferrer(table: Table, answered: ReferrerAnswered, close: (id: CallbackId) => Promise<void>): Promise<void> {
  const { contact, region, referrerKeys } = answered
  await Promise.all(referrerKeys.map((key) => noteAnswered(table, key, answered)))
  const own = contact && (await getItem(table, callbackOfContactKey(contact)))
  const said = contact === null ? [] : await saidOf(table, contact)
  const pointed = await Promise.all(referrerKeys.map((key) => pointedFrom(table, region, key)))
  const ids = new Set([
    ...(own ? [Pointer.parse(own).callback] : []),
    ...said.flatMap(({ about, same }) => (same && isCallbackId(about) ? [about] : [])),
    ...pointed.flat(),
  ])
  await Promise.all([...ids].map(close))
}

/** The entries to which a key of a referrer points, at most twenty-five. */
export async function pointedFrom(table: Table, region: RegionId, referrerKey: string): Promise<CallbackId[]> {
  const { items } = await queryPage(table, {
    KeyConditionExpression: 'pk = :referrer and begins_with(sk, :beginning)',
    ExpressionAttributeValues: { ':referrer': referrerGroup(referrerKey), ':beginning': callbacksBeginning(region) },
    limit: maxPointersPerKey,
  })
  return readEach('pointer', items, (item) => Pointer.parse(item).callback)
}

/**
 * The first moment after `asked.at` at which the referrer reached a worker, as long as the link between the two is kept; null without one.
 */
export async function firstAnswered(
  table: Table,
  region: RegionId,
  asked: { knownBy: readonly KnownBy[]; at: Date },
): Promise<Date | null> {
  const moments = await Promise.all(
    asked.knownBy.map(async (known) => {
      const until = secondsOf(referrerKeptUntil(known, asked.at))
      const all = await answeredMoments(table, region, known.referrerKey)
      return all.filter((at) => at >= asked.at && at.getTime() / 1000 < until).map((at) => at.getTime())
    }),
  )
  const found = moments.flat()
  return found.length === 0 ? null : new Date(Math.min(...found))
}

async function answeredMoments(table: Table, region: RegionId, referrerKey: string): Promise<Date[]> {
  const { pk, sk } = answeredKey(region, referrerKey, null)
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :referrer and begins_with(sk, :beginning)',
    ExpressionAttributeValues: { ':referrer': pk, ':beginning': sk },
  })
  return readEach('answer', items, (item) => Answered.parse(item).at)
}

async function noteAnswered(table: Table, referrerKey: string, { region, at }: ReferrerAnswered): Promise<void> {
  await putItem(table, { ...answeredKey(region, referrerKey, at), at: at.toISOString(), expiresAt: secondsOf(numberKeptUntil(at)) })
}
