import type { CallbackId, ContactId, RegionId } from '../../domain/ids.ts'
import type { RecognisedBy } from '../../domain/contacts/recognition.ts'
import type { Day } from '../../domain/time/brussels-time.ts'
import { contactGroup, referrerGroup, regionGroup, type Key } from '../table/keys.ts'

/**
 * The origin of a fact. An arrival is stored once per origin, because the flow knows more of it than an event does, and the menu that asks
 * who calls comes after the decision; the domain folds them.
 */
export type ToldBy = 'flow' | 'menu' | 'widget' | 'desk' | 'event'

/** A fact that can happen once: no moment in its key, so that recording it again overwrites it. */
export function onceFactKey(contact: ContactId, kind: string): Key {
  return { pk: contactGroup(contact), sk: `fact#${kind}` }
}

/** A fact that can happen more than once. */
export function timedFactKey(contact: ContactId, kind: string, at: Date): Key {
  return { pk: contactGroup(contact), sk: `fact#${kind}#${at.toISOString()}` }
}

/** The arrival of a contact, one item per origin. */
export function arrivalKey(contact: ContactId, toldBy: ToldBy): Key {
  return { pk: contactGroup(contact), sk: `fact#contact-arrived#${toldBy}` }
}

/** The index keys of a contact that a sweep still has to look at: those of a region by moment of arrival. */
export function unfinishedOf(region: RegionId, arrival: { at: Date; contact: ContactId } | null): { gsi1pk: string; gsi1sk: string } {
  return { gsi1pk: `unfinished#${region}`, gsi1sk: arrival === null ? '' : `${arrival.at.toISOString()}#${arrival.contact}` }
}

/** How far the sweep of a list came in a region. */
export function sweepKey(region: RegionId, list: string): Key {
  return { pk: regionGroup(region), sk: `sweep#${list}` }
}

/** By what a contact's referrer is known. */
export function referrerLinkKey(contact: ContactId, by: RecognisedBy): Key {
  return { pk: contactGroup(contact), sk: `referrer#${by}` }
}

/** The index keys of a referrer link: the referrer's contacts by moment. */
export function ofReferrer(referrerKey: string, at: Date): { gsi2pk: string; gsi2sk: string } {
  return { gsi2pk: referrerGroup(referrerKey), gsi2sk: at.toISOString() }
}

/** The conversation from which a referrer's code comes. */
export function codeKey(referrerKey: string): Key {
  return { pk: referrerGroup(referrerKey), sk: 'code' }
}

/** The contacts of a region that came into a queue a short while ago. */
export function queuedGroup(region: RegionId): string {
  return `${regionGroup(region)}#queued`
}

/** One contact among those. */
export function queuedKey(region: RegionId, contact: ContactId): Key {
  return { pk: queuedGroup(region), sk: contactGroup(contact) }
}

/** The contacts of a region that arrived on a day; the figures are counted from it. */
export function arrivalsGroup(region: RegionId, day: Day): string {
  return `${regionGroup(region)}#day#${day}`
}

/** One contact among those of its day. */
export function arrivedOnKey(region: RegionId, day: Day, contact: ContactId): Key {
  return { pk: arrivalsGroup(region, day), sk: contactGroup(contact) }
}

/** What a worker said of a contact: whether it is of the same person as an entry of the ledger or an earlier contact. */
export function samePersonKey(contact: ContactId, about: CallbackId | ContactId): Key {
  return { pk: contactGroup(contact), sk: `${samePersonGroupStart}${about}` }
}

/** The start of the sort keys of all that was said of a contact. */
export const samePersonGroupStart = 'same#'
