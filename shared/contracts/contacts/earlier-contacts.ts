import * as z from 'zod'
import { channels } from '../../domain/contacts/contact.ts'
import { Outcome } from '../../domain/conversations/coaching.ts'
import { ConversationId } from '../../domain/ids.ts'
import { WallMoment } from '../wall-moment.ts'

/** An earlier contact of the same referrer; `outcome` is null while its conversation is not logged. */
export const EarlierContact = z.strictObject({
  conversationId: ConversationId,
  at: WallMoment,
  channel: z.enum(channels).nullable(),
  outcome: Outcome.nullable(),
})
export type EarlierContact = z.infer<typeof EarlierContact>

/** A code that the referrer gives during the conversation, as the worker types it. */
export const GivenCode = z.strictObject({ code: z.string().min(1).max(40) })
export type GivenCode = z.infer<typeof GivenCode>

/** The earlier contacts with this code. 404 when no contact of the region has it. */
export const CodeFound = z.strictObject({ earlier: z.array(EarlierContact) })
export type CodeFound = z.infer<typeof CodeFound>
