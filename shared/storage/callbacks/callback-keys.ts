import { maxReferrerKeys } from '../../domain/callbacks/settling.ts'
import { identifies } from '../../domain/contacts/recognition.ts'
import type { ContactId } from '../../domain/ids.ts'
import type { KeptNumber, KnownBy } from './callback-items.ts'
import { openContacts } from '../contacts/contacts.ts'
import type { Table } from '../table/table.ts'

type Asking = { contact: ContactId | null; number: string; numberKey: string; sessionKey: string | null }

/** The keys of an entry to store, and those that point to it from now on. */
export type EntryKeys = { kept: KeptNumber; knownBy: KnownBy[] }

/**
 * The keys of an entry after a request: the newest are kept. Keys of an earlier request stay only with the same number: with another one they
 * may be of somebody else.
 */
export async function keysFor(
  table: Table,
  { contact, number, numberKey, sessionKey }: Asking,
  before: KeptNumber | null,
): Promise<EntryKeys> {
  const links = contact === null ? [] : await openContacts(table).linksOf(contact)
  const bySession: KnownBy[] = sessionKey === null ? [] : [{ by: 'session', referrerKey: sessionKey }]
  const certain = [...bySession, ...links.filter(({ by, referrerKey }) => identifies(by) && referrerKey !== sessionKey)].slice(
    0,
    maxReferrerKeys,
  )
  const isSame = before?.numberKey === numberKey
  const newest = (now: readonly string[], earlier: readonly string[]) =>
    [...new Set([...now, ...(isSame ? earlier : [])])].slice(0, maxReferrerKeys)
  const referrerKeys = newest(
    certain.map(({ referrerKey }) => referrerKey),
    before?.referrerKeys ?? [],
  )
  // The number to call, and the one from which was called.
  const numbers = [numberKey, ...links.filter(({ by }) => !identifies(by)).map(({ referrerKey }) => referrerKey)]
  const numberKeys = newest(numbers, before?.numberKeys ?? [])
  const kept = { number, numberKey, sessionKey: sessionKey ?? before?.sessionKey ?? null, referrerKeys, numberKeys }
  const byNumber = [...new Set(numbers)].map((referrerKey) => ({ by: 'number', referrerKey }) as const)
  return { kept, knownBy: [...byNumber, ...certain] }
}

/** What pointed to an entry before a change of number, or is older than the newest ten, and does not any more. */
export function keysGone(before: KeptNumber | null, now: KeptNumber): Omit<KeptNumber, 'number'> {
  const without = (earlier: readonly string[] = [], kept: readonly string[]) => earlier.filter((key) => !kept.includes(key))
  const isChanged = before?.sessionKey !== now.sessionKey || before.numberKey !== now.numberKey
  return {
    referrerKeys: without(before?.referrerKeys, now.referrerKeys),
    numberKeys: without(before?.numberKeys, now.numberKeys),
    numberKey: before?.numberKey ?? now.numberKey,
    sessionKey: isChanged ? (before?.sessionKey ?? null) : null,
  }
}
