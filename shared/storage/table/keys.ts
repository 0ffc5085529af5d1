import type { ContactId, RegionId } from '../../domain/ids.ts'

// What the keys of all stations share; each station has its own in its keys.ts. `pk` groups what is read together, `sk` tells it apart
// inside the group. Times in keys are ISO texts in UTC, which sort as moments do.

export type Key = { pk: string; sk: string }

/** The two indexes: one by the worker it waits for, one by the referrer it came from. Never read for a decision. */
export const indexes = { ofWorker: 'gsi1', ofReferrer: 'gsi2' } as const

export function contactGroup(contact: ContactId): string {
  return `contact#${contact}`
}

export function referrerGroup(referrerKey: string): string {
  return `referrer#${referrerKey}`
}

export function regionGroup(region: RegionId): string {
  return `region#${region}`
}
