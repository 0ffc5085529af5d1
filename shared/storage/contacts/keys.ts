import type { ContactId, RegionId } from '../../domain/ids.ts'
import type { Day } from '../../domain/time/brussels-time.ts'
import { contactGroup, referrerGroup, regionGroup, type Key } from '../table/keys.ts'

/** Who told a fact. The flow knows more of an arrival than an event does, so both are kept, apart, and the domain folds them. */
export type ToldBy = 'flow' | 'widget' | 'desk' | 'event'

/** Facts that can happen once have no moment in their key: told again, they land on themselves. */
export function onceFactKey(contact: ContactId, kind: string): Key {
  return { pk: contactGroup(contact), sk: `fact#${kind}` }
}

export function timedFactKey(contact: ContactId, kind: string, at: Date): Key {
  return { pk: contactGroup(contact), sk: `fact#${kind}#${at.toISOString()}` }
}

export function arrivalKey(contact: ContactId, toldBy: ToldBy): Key {
  return { pk: contactGroup(contact), sk: `fact#contact-arrived#${toldBy}` }
}

export function referrerLinkKey(contact: ContactId, by: 'number' | 'code'): Key {
  return { pk: contactGroup(contact), sk: `referrer#${by}` }
}

export function ofReferrer(referrerKey: string, at: Date): { gsi2pk: string; gsi2sk: string } {
  return { gsi2pk: referrerGroup(referrerKey), gsi2sk: at.toISOString() }
}

export function codeKey(referrerKey: string): Key {
  return { pk: referrerGroup(referrerKey), sk: 'code' }
}

/** Who came in on a day in a region: what the figures are counted from. */
export function arrivalsGroup(region: RegionId, day: Day): string {
  return `${regionGroup(region)}#day#${day}`
}

export function arrivedOnKey(region: RegionId, day: Day, contact: ContactId): Key {
  return { pk: arrivalsGroup(region, day), sk: contactGroup(contact) }
}
