import type { CallbackId, ContactId, RegionId } from '../../domain/ids.ts'
import type { Day } from '../../domain/time/brussels-time.ts'
import { contactGroup, referrerGroup, type Key } from '../table/keys.ts'

/** The group of a region's ledger: its open entries and the recently closed ones. */
export function ledgerGroup(region: RegionId): string {
  return `callbacks#${region}`
}

/** An entry of the ledger. */
export function callbackKey(region: RegionId, id: CallbackId): Key {
  return { pk: ledgerGroup(region), sk: id }
}

/** The number of an entry, an item of its own so that it can be erased before the entry. */
export function callbackNumberKey(id: CallbackId): Key {
  return { pk: `callback#${id}`, sk: 'number' }
}

/** The pointer that lets one contact lead to at most one entry. */
export function callbackOfContactKey(contact: ContactId): Key {
  return { pk: contactGroup(contact), sk: 'callback' }
}

/** The pointer that lets one number lead to at most one open promise in a region. */
export function callbackOfNumberKey(region: RegionId, numberKey: string): Key {
  return { pk: referrerGroup(numberKey), sk: `promise#${region}` }
}

/** The pointer from a referrer key to an entry, to close it when the referrer reaches a worker. */
export function callbackOfReferrerKey(region: RegionId, referrerKey: string, id: CallbackId): Key {
  return { pk: referrerGroup(referrerKey), sk: `${callbacksBeginning(region)}${id}` }
}

/** The start of the sort keys of all such pointers in a region. */
export function callbacksBeginning(region: RegionId): string {
  return `callback#${region}#`
}

/**
 * A moment at which a referrer reached a worker, one item each: a late event asks for the first after its own moment. `null` gives the
 * start of all.
 */
export function answeredKey(region: RegionId, referrerKey: string, at: Date | null): Key {
  return { pk: referrerGroup(referrerKey), sk: `answered#${region}#${at?.toISOString() ?? ''}` }
}

/** A counter or mark of one number on one day: how often a call was requested, and which request was counted already. */
export function numberQuotaKey(region: RegionId, day: Day, part: string): Key {
  return { pk: `quota#${region}#${day}#${part}`, sk: 'number' }
}

/** A counter or mark of one line in one hour: the count, and which numbers are in it. */
export function quotaKey(region: RegionId, hour: Date, part: string): Key {
  return { pk: `quota#${region}#${hour.toISOString()}`, sk: part }
}
