import * as z from 'zod'
import { CallbackId, type ContactId, type RegionId } from '../../domain/ids.ts'
import { type KnownBy, referrerKeptUntil } from './callback-items.ts'
import { Moment } from '../table/moment.ts'
import { answeredKey, callbackOfContactKey, callbacksBeginning } from './keys.ts'
import { referrerGroup } from '../table/keys.ts'
import { numberKeptUntil, secondsOf } from '../table/retention.ts'
import { getItem, putItem, queryAll, type Table } from '../table/table.ts'

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

/** The first moment at which a referrer reached a person after she asked, while what links her to what she asked was kept. */
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
  return items.map((item) => Answered.parse(item).at)
}

async function noteAnswered(table: Table, referrerKey: string, { region, at }: ReferrerAnswered): Promise<void> {
  await putItem(table, { ...answeredKey(region, referrerKey, at), at: at.toISOString(), expiresAt: secondsOf(numberKeptUntil(at)) })
}
