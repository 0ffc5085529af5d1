import type { FlowEvent, RouteAnswer } from '../../shared/contracts/connect/flow-events.ts'
import type { Channel } from '../../shared/domain/contacts/contact.ts'
import { contactIdOf } from '../../shared/domain/ids.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import { subscriberNumber } from '../../shared/numbers/callable-number.ts'
import type { ReferrerLink } from '../../shared/storage/contacts/referrer-links.ts'
import { referrerKeyOf } from '../../shared/storage/table/referrer-key.ts'

type ContactAsked = FlowEvent['Details']['ContactData']

/** What links a contact to earlier ones: in a chat its code, in a call its number; null for a number that belongs to nobody. */
export function linkOf(callerKey: string, asked: { region: OpenRegion; contact: ContactAsked; at: Date }): ReferrerLink | null {
  const { region, contact, at } = asked
  const link = { contact: contactIdOf(contact.ContactId), region: region.id, channel: channelOf(contact), at }
  const code = contact.Attributes.referrerKey
  if (link.channel === 'chat') return code === undefined ? null : { ...link, by: 'code', referrerKey: code }
  const number = numberOf(contact)
  return number === null ? null : { ...link, by: 'number', referrerKey: referrerKeyOf(callerKey, { kind: 'number', number }) }
}

/** Whether the flow may offer to call back the number of this call; nothing in a chat, which has none. */
export function ownNumberOf(contact: ContactAsked): Pick<RouteAnswer, 'ownNumber'> {
  return channelOf(contact) === 'chat' ? {} : { ownNumber: numberOf(contact) === null ? 'no' : 'yes' }
}

/** The channel of a contact in our words. */
export function channelOf(contact: ContactAsked): Channel {
  return contact.Channel === 'VOICE' ? 'phone' : 'chat'
}

// A withheld number arrives as a word such as "anonymous", or as digits that belong to nobody.
function numberOf(contact: ContactAsked): string | null {
  return subscriberNumber(contact.CustomerEndpoint?.Address ?? '')
}
