import type { CallbackId, ContactId, RegionId } from '../../domain/ids.ts'
import type { Day } from '../../domain/time/brussels-time.ts'
import { contactGroup, referrerGroup, type Key } from '../table/keys.ts'

/** The group of a region's ledger: its open promises and the recently closed entries. */
export function ledgerGroup(region: RegionId): string {
  return `callbacks#${region}`
}

/** An entry of the ledger. */
export function callbackKey(region: RegionId, id: CallbackId): Key {
  return { pk: ledgerGroup(region), sk: id }
}

/** The group of those who left and asked for nothing: strangers make it grow, so that it stands apart from the promises. */
export function unaskedGroup(region: RegionId): string {
  return `unasked#${region}`
}

/** An entry of somebody who left and asked for nothing, by moment, so that the newest are read first. */
export function unaskedKey(region: RegionId, askedAt: Date, id: CallbackId): Key {
  return { pk: unaskedGroup(region), sk: `${askedAt.toISOString()}#${id}` }
}

/** The moment of such an entry, to find it by its id. */
export function unaskedMomentKey(id: CallbackId): Key {
  return { pk: `callback#${id}`, sk: 'unasked' }
}

/** The number of an entry, an item of its own so that it can be erased before the entry. */
export function callbackNumberKey(id: CallbackId): Key {
  return { pk: `callback#${id}`, sk: 'number' }
}

/** The pointer that lets one contact lead to at most one entry. */
export function callbackOfContactKey(contact: ContactId): Key {
  return { pk: contactGroup(contact), sk: 'callback' }
}

/**
 * The pointer that lets one browser session lead to at most one open promise for a number in a region. With another number it may be the
 * next person at a shared computer.
 */
export function callbackOfSessionKey(region: RegionId, sessionKey: string, numberKey: string): Key {
  return { pk: referrerGroup(sessionKey), sk: `promise#${region}#${numberKey}` }
}

/** The pointer from a referrer key to an entry: to close it when the referrer reaches a worker, or by a number to ask about it. */
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
