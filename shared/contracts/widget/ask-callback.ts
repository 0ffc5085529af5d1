import * as z from 'zod'
import { ReferrerType } from '../../domain/contacts/contact.ts'
import { RegionId } from '../../domain/ids.ts'
import { Language } from '../../domain/regions/region.ts'
import { StartChat, startChatExample } from './chats.ts'
import { CallBackTime } from './widget-line.ts'

/**
 * A request to be called back, because the line is closed or busy or the referrer does not want to wait. A request that names a chat ends
 * it, and must carry that chat's ticket in the header `x-place-ticket`.
 */
export const AskCallback = z.strictObject({
  session: StartChat.shape.session,
  region: RegionId,
  language: Language,
  /** As typed; the function parses it. */
  number: z.string().trim().min(1).max(40),
  /** Whether somebody else may answer the call or hear a message. */
  othersMayAnswer: z.boolean(),
  referrerType: ReferrerType.nullable(),
  municipality: StartChat.shape.municipality,
  alias: StartChat.shape.alias.nullable(),
  /** Connect's contact id of the chat that the referrer gives up for the call; null when there is none. */
  contactId: z.uuid().nullable(),
})
export type AskCallback = z.infer<typeof AskCallback>

/** An example of the body. */
export const askCallbackExample: AskCallback = {
  session: startChatExample.session,
  region: 'limburg-oost',
  language: 'nl',
  number: '0470 00 00 00',
  othersMayAnswer: false,
  referrerType: null,
  municipality: null,
  alias: null,
  contactId: null,
}

/** 201: the request is stored. `promise`: between which moments we call; null = no time could be promised from the roster. */
export const CallbackAsked = z.strictObject({ kind: z.literal('promised'), promise: CallBackTime.nullable() })
export type CallbackAsked = z.infer<typeof CallbackAsked>
