import * as z from 'zod'
import { CallbackId, type ContactId, type RegionId } from '../../domain/ids.ts'
import { Moment } from '../table/moment.ts'
import { callbackOfContactKey, callbacksBeginning, lastAnsweredKey, referrerGroup } from '../table/keys.ts'
import { numberKeptUntil, secondsOf } from '../table/retention.ts'
import { getItem, queryAll, type Table, updateItem } from '../table/table.ts'

/** A referrer reached a person at a moment; `contact` is null when it was we who called her. */
export type ReferrerAnswered = { contact: ContactId | null; region: RegionId; referrerKeys: readonly string[]; at: Date }

const Pointer = z.object({ callback: CallbackId })
const Answered = z.object({ at: Moment })

/**
 * Closes the entries of a referrer who reached a person. The moment is noted before the entries are looked for, and an entry is written
 * before the moment is looked for (callback-promises.ts): whichever event comes first, and even side by side, one of them sees the other.
 */
export async function closeOfReferrer(table: Table, answered: ReferrerAnswered, close: (id: CallbackId) => Promise<void>): Promise<void> {
  const { contact, region, referrerKeys } = answered
  await Promise.all(referrerKeys.map((key) => noteAnswered(table, key, answered)))
  const own = contact && (await getItem(table, callbackOfContactKey(contact)))
  const items = await Promise.all(
    referrerKeys.map((key) =>
      queryAll(table, {
        KeyConditionExpression: 'pk = :referrer and begins_with(sk, :beginning)',
        ExpressionAttributeValues: { ':referrer': referrerGroup(key), ':beginning': callbacksBeginning(region) },
      }),
    ),
  )
  const ids = new Set([...(own ? [own] : []), ...items.flat()].map((item) => Pointer.parse(item).callback))
  await Promise.all([...ids].map(close))
}

/** When any of these referrers last reached a person in a region; null when none did lately. */
export async function lastAnswered(table: Table, region: RegionId, referrerKeys: readonly string[]): Promise<Date | null> {
  const items = await Promise.all(referrerKeys.map((key) => getItem(table, lastAnsweredKey(region, key))))
  const moments = items.flatMap((item) => (item ? [Answered.parse(item).at.getTime()] : []))
  return moments.length === 0 ? null : new Date(Math.max(...moments))
}

// The latest moment stays, in whatever order they are told.
async function noteAnswered(table: Table, referrerKey: string, { region, at }: ReferrerAnswered): Promise<void> {
  await updateItem(table, {
    Key: lastAnsweredKey(region, referrerKey),
    UpdateExpression: 'set #at = :at, expiresAt = :until',
    ConditionExpression: 'attribute_not_exists(#at) or #at < :at',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: { ':at': at.toISOString(), ':until': secondsOf(numberKeptUntil(at)) },
  })
}
