import * as z from 'zod'
import { channels, type ContactView, ReferrerType } from '../../domain/contacts/contact.ts'
import { ContactId } from '../../domain/ids.ts'
import { Municipality } from '../../domain/regions/region.ts'
import { EarlierContact, PromiseToAskAbout } from '../contacts/earlier-contacts.ts'
import { WallMoment } from '../wall-moment.ts'
import { DeskConversation } from './conversations.ts'

/** What the desk shows of a contact, with the referrer's earlier contacts and the conversation log. */
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
  /** null = neither a code nor a number is known; an empty list = one is known, and there is no earlier contact. */
  earlier: z.array(EarlierContact).nullable(),
  promises: z.array(PromiseToAskAbout),
  conversation: DeskConversation,
})
export type DeskContact = z.infer<typeof DeskContact>
