import type { CallbackRequest } from '../../domain/callbacks/callback.ts'
import type { CallbackId } from '../../domain/ids.ts'
import { type KeptNumber, keptNumberOf, pointerDelete } from './callback-items.ts'
import { callbackNumberKey, callbackOfReferrerKey, callbackOfSessionKey } from './keys.ts'
import type { Key } from '../table/keys.ts'
import { getItem, seenAt, type Table, type Write, writeTogether } from '../table/table.ts'

// The number goes in the same transaction as the closing. What points to a closed entry only goes after it, in parts: there may be more of
// it than one transaction can hold, and it reveals nothing until it expires.

const pointersAtOnce = 25

/** The number of an entry with what points to the entry; null when it is erased. */
export async function keptNumber(table: Table, id: CallbackId): Promise<KeptNumber | null> {
  const item = await getItem(table, callbackNumberKey(id))
  return item ? keptNumberOf(item) : null
}

/** The number as it is stored, also when it has expired and is not removed yet: closing an entry erases it all the same. */
export function storedNumber(table: Table, id: CallbackId): Promise<KeptNumber | null> {
  return keptNumber(seenAt(table, new Date(0)), id)
}

/** The write that erases a number. */
export function numberErasure(table: Table, id: CallbackId): Write {
  return { Delete: { TableName: table.name, Key: callbackNumberKey(id) } }
}

/** Deletes what points to an entry, except pointers that lead to another entry by now. */
export async function erasePointers(table: Table, { id, region }: CallbackRequest, kept: Omit<KeptNumber, 'number'>): Promise<void> {
  const { referrerKeys, numberKeys, numberKey, sessionKey } = kept
  const keys: Key[] = [
    ...[...referrerKeys, ...numberKeys].map((key) => callbackOfReferrerKey(region, key, id)),
    ...(sessionKey === null ? [] : [callbackOfSessionKey(region, sessionKey, numberKey)]),
  ]
  for (let from = 0; from < keys.length; from += pointersAtOnce) {
    const part = keys.slice(from, from + pointersAtOnce)
    // Each by itself: a pointer that leads elsewhere must not hold back the others.
    await Promise.all(part.map((key) => writeTogether(table, [pointerDelete(table, key, id)])))
  }
}
