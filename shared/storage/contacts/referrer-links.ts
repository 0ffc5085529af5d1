import * as z from 'zod'
import { type Channel, channels } from '../../domain/contacts/contact.ts'
import { type RecognisedBy, recognisedBy } from '../../domain/contacts/recognition.ts'
import { ContactId, RegionId } from '../../domain/ids.ts'
import { Moment } from '../table/moment.ts'
import { ofReferrer, referrerLinkKey } from './keys.ts'
import { conversationKeptUntil, numberKeptUntil, secondsOf } from '../table/retention.ts'
import type { Item } from '../table/table.ts'

/** A contact of a referrer who is known by a keyed hash only. A number may be of several people (shared/domain/contacts/recognition.ts). */
export type ReferrerLink = { by: RecognisedBy; referrerKey: string; contact: ContactId; region: RegionId; channel: Channel; at: Date }

/** A link as an item: kept as long as the conversation by code, else for some days. */
export function linkItem(link: ReferrerLink): Item & { pk: string; sk: string } {
  const keptUntil = link.by === 'code' ? conversationKeptUntil(link.at) : numberKeptUntil(link.at)
  const { at, ...rest } = link
  return {
    ...referrerLinkKey(link.contact, link.by),
    ...ofReferrer(link.referrerKey, at),
    ...rest,
    at: at.toISOString(),
    expiresAt: secondsOf(keptUntil),
  }
}

/** Reads a link from its item; throws when the item is not one. */
export function linkOf(item: Item): ReferrerLink {
  return StoredLink.parse(item)
}

const StoredLink = z.object({
  by: z.enum(recognisedBy),
  referrerKey: z.string(),
  contact: ContactId,
  region: RegionId,
  channel: z.enum(channels),
  at: Moment,
})
