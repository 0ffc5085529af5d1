import type { ContactId, RegionId } from '../../domain/ids.ts'

// What the keys of all stations share; each station has its own keys.ts. `pk` groups what is read together, `sk` tells the items of a group
// apart. Times in keys are ISO texts in UTC, which sort as the moments do.

/** The primary key of an item. */
export type Key = { pk: string; sk: string }

/** The two indexes: open work by worker (and unfinished contacts by region), contacts by referrer. Eventually consistent: to show, never to decide on. */
export const indexes = { ofWorker: 'gsi1', ofReferrer: 'gsi2' } as const

/** The group of all items of a contact. */
export function contactGroup(contact: ContactId): string {
  return `contact#${contact}`
}

/** The group of all items of a referrer. */
export function referrerGroup(referrerKey: string): string {
  return `referrer#${referrerKey}`
}

/** The group of all items of a region. */
export function regionGroup(region: RegionId): string {
  return `region#${region}`
}
