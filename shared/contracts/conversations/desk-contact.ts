import * as z from 'zod'
import { channels, type ContactView, ReferrerType } from '../../domain/contacts/contact.ts'
import { ContactId } from '../../domain/ids.ts'
import { Municipality } from '../../domain/regions/region.ts'
import { EarlierContact } from '../contacts/earlier-contacts.ts'
import { WallMoment } from '../wall-moment.ts'
import { DeskConversation } from './conversations.ts'

/** What is known about a contact when it comes to the desk, with the log of its conversation. */
export const DeskContact = z.strictObject({
  contact: z.strictObject({
    id: ContactId,
    channel: z.enum(channels).nullable(),
    municipality: z.strictObject({ ...Municipality.shape, team: z.string().nullable() }).nullable(),
    referrerType: ReferrerType.nullable(),
    alias: z.string().nullable(),
    arrived: WallMoment.nullable(),
    state: z.enum(['in-flow', 'waiting', 'answered', 'missed', 'ended'] satisfies ContactView['state'][]),
  }),
  /** null = the referrer gave no code and no number; an empty list = one was given, and there is nothing earlier. */
  earlier: z.array(EarlierContact).nullable(),
  conversation: DeskConversation,
})
export type DeskContact = z.infer<typeof DeskContact>
