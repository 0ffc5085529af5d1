import type { ContactId } from '../../domain/ids.ts'
import { identifies } from '../../domain/contacts/recognition.ts'
import { maxReferrerKeys } from '../../domain/callbacks/settling.ts'
import { type Callback, contactPointer, newEntry, pointerWrite, readPointer, referrerWrites, type Told } from './callback-items.ts'
import { entryWrites, readPlaced } from './callback-places.ts'
import { firstAnswered } from './callback-returns.ts'
import { openContacts } from '../contacts/contacts.ts'
import { callbackOfContactKey } from './keys.ts'
import { type Table, writeTogether } from '../table/table.ts'

/** A contact that ended before it reached a worker and asked for nothing. */
export type Unreached = Told & { contact: ContactId }

/** What stands in the ledger for a contact that ended (null: it has expired), and when its referrer reached a worker since. */
export type NotedUnreached = { callback: Callback | null; answeredAt: Date | null }

const askedForNothing = { mayCall: false, othersMayAnswer: false, mayLeaveMessage: false }

/** Records once that a contact ended unreached. `answeredAt` is when its referrer has reached a worker since, or null. */
export async function noteUnreached(table: Table, unreached: Unreached): Promise<NotedUnreached> {
  const { contact, region, at } = unreached
  const links = await openContacts(table).linksOf(contact)
  const knownBy = links.filter(({ by }) => identifies(by)).slice(0, maxReferrerKeys)
  const entry = newEntry({ ...unreached, promise: null, consent: askedForNothing })
  const written = await writeTogether(table, [
    ...entryWrites(table, { entry, version: 0, numberUntil: null }, null),
    pointerWrite(table, contactPointer(contact, entry), null),
    ...referrerWrites(table, entry, { at, knownBy }),
  ])
  const callback = written.kind === 'written' ? { entry, version: 1, numberUntil: null } : await callbackOfContact(table, unreached)
  if (callback?.entry.contact !== contact) return { callback, answeredAt: null }
  return { callback, answeredAt: await firstAnswered(table, region, { knownBy, at: callback.entry.lastAskedAt }) }
}

/** Whether an entry was ever made for a contact; it may have expired since. */
export async function hadEntry(table: Table, contact: ContactId): Promise<boolean> {
  return (await readPointer(table, callbackOfContactKey(contact))) !== null
}

async function callbackOfContact(table: Table, { contact, region }: Unreached): Promise<Callback | null> {
  const id = await readPointer(table, callbackOfContactKey(contact))
  const placed = id && (await readPlaced(table, { region, id }))
  return placed && placed.callback
}
