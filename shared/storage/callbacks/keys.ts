import type { CallbackId, ContactId, RegionId } from '../../domain/ids.ts'
import type { Day } from '../../domain/time/brussels-time.ts'
import { contactGroup, referrerGroup, type Key } from '../table/keys.ts'

/** The ledger of a region: every entry in it that is open, or was closed not long ago. */
export function ledgerGroup(region: RegionId): string {
  return `callbacks#${region}`
}

export function callbackKey(region: RegionId, id: CallbackId): Key {
  return { pk: ledgerGroup(region), sk: id }
}

/** The number of an entry, apart from it, so that it can go without it. */
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

/** That an entry is of this referrer, so that it closes when she reaches somebody. */
export function callbackOfReferrerKey(region: RegionId, referrerKey: string, id: CallbackId): Key {
  return { pk: referrerGroup(referrerKey), sk: `${callbacksBeginning(region)}${id}` }
}

export function callbacksBeginning(region: RegionId): string {
  return `callback#${region}#`
}

/** That this referrer reached a person in a region, each time apart: an event that is told late asks for the first after its own moment. */
export function answeredKey(region: RegionId, referrerKey: string, at: Date | null): Key {
  return { pk: referrerGroup(referrerKey), sk: `answered#${region}#${at?.toISOString() ?? ''}` }
}

/** What is counted in one day of one number: how often it was asked to be called, and a mark for each wish that may be told again. */
export function numberQuotaKey(region: RegionId, day: Day, part: string): Key {
  return { pk: `quota#${region}#${day}#${part}`, sk: 'number' }
}

/** What is counted in one hour of one line: the count itself, and a mark for each number that is in it. */
export function quotaKey(region: RegionId, hour: Date, part: string): Key {
  return { pk: `quota#${region}#${hour.toISOString()}`, sk: part }
}
