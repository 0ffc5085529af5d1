import * as z from 'zod'
import { Outcome } from '../../domain/conversations/coaching.ts'
import { channels, ReferrerType } from '../../domain/contacts/contact.ts'
import { CallbackId, ConversationId } from '../../domain/ids.ts'
import { WallMoment } from '../wall-moment.ts'

/**
 * An earlier contact of the same referrer; `outcome` is null while its conversation is not logged. Not `sure`: only the telephone number is
 * the same, so it may be of somebody else, and its outcome is not shown until the worker confirms that it is the same person.
 */
export const EarlierContact = z.strictObject({
  conversationId: ConversationId,
  sure: z.boolean(),
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

/** A call promised to somebody with the same telephone number: the worker is asked whether this conversation is about it. */
export const PromiseToAskAbout = z.strictObject({
  id: CallbackId,
  asked: WallMoment,
  channel: z.enum(['phone', 'chat', 'form']),
  referrerType: ReferrerType.nullable(),
  alias: z.string().nullable(),
})
export type PromiseToAskAbout = z.infer<typeof PromiseToAskAbout>

/**
 * The answer of the worker: whether the promise, or the earlier contact of a conversation, is of the person in this contact. Only `same`
 * settles a promise.
 */
export const SaySame = z.strictObject({ about: z.union([CallbackId, ConversationId]), same: z.boolean() })
export type SaySame = z.infer<typeof SaySame>

/** What is known of the referrer after the answer. 404 when nobody asked about this promise or contact. */
export const SameNoted = z.strictObject({
  kind: z.literal('noted'),
  earlier: z.array(EarlierContact).nullable(),
  promises: z.array(PromiseToAskAbout),
})
export type SameNoted = z.infer<typeof SameNoted>
