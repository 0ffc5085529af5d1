import * as z from 'zod'
import { ReferrerType } from '../../domain/contacts/contact.ts'
import { RegionId } from '../../domain/ids.ts'
import { Language } from '../../domain/regions/region.ts'
import { StartChat, startChatExample } from './chats.ts'
import { CallBackTime } from './widget-line.ts'

/**
 * A number to call back, when the line is closed, busy, or the referrer would rather not wait. A chat that is given up for it is named, and
 * its ticket goes along.
 */
export const AskCallback = z.strictObject({
  session: StartChat.shape.session,
  region: RegionId,
  language: Language,
  /** As typed; the function reads it. */
  number: z.string().trim().min(1).max(40),
  /** Whether somebody else may answer, or hear a message. */
  othersMayAnswer: z.boolean(),
  referrerType: ReferrerType.nullable(),
  municipality: StartChat.shape.municipality,
  alias: StartChat.shape.alias.nullable(),
  /** The chat that was given up to be called back; null when there was none. */
  contactId: z.uuid().nullable(),
})
export type AskCallback = z.infer<typeof AskCallback>

/** A number to call back as the chat frame sends it. */
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

/** 201: noted, and between which moments we call; null = as soon as the roster allows. */
export const CallbackAsked = z.strictObject({ kind: z.literal('promised'), promise: CallBackTime.nullable() })
export type CallbackAsked = z.infer<typeof CallbackAsked>
