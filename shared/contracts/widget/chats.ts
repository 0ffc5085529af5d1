import * as z from 'zod'
import { ReferrerType } from '../../domain/contacts/contact.ts'
import { RegionId } from '../../domain/ids.ts'
import { Language } from '../../domain/regions/region.ts'
import { ClosedState } from './widget-line.ts'

/** The session is the browser's own random key: a double click or a retry opens one chat. */
export const StartChat = z.strictObject({
  session: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/),
  region: RegionId,
  language: Language,
  referrerType: ReferrerType,
  /** null = the referrer does not know it. */
  municipality: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  /** Plain text on one line that can be seen: no control characters, and nothing that turns the reading direction around. */
  alias: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .regex(/^[^\p{Cc}\u2028-\u202e\u2066-\u2069]*$/u)
    .regex(/[\p{L}\p{N}\p{P}\p{S}]/u),
  /** A code from an earlier conversation, as typed; null when none was given. */
  code: z.string().max(40).nullable(),
})
export type StartChat = z.infer<typeof StartChat>

/** A start as the chat frame sends it. */
export const startChatExample: StartChat = {
  session: 'q3v8mZk1Xo0b7TnYw2LrUA',
  region: 'limburg-oost',
  language: 'nl',
  referrerType: 'school',
  municipality: '71016',
  alias: 'Juf Wilg',
  code: null,
}

/** 429: there is no room for one more now. The sentence is in the referrer's language. */
export const TooBusy = z.strictObject({ kind: z.literal('too-busy'), sentence: z.string() })
export type TooBusy = z.infer<typeof TooBusy>

/** 201: what chatjs needs to open the conversation. */
export const ChatStarted = z.strictObject({
  kind: z.literal('started'),
  contactId: z.string(),
  participantId: z.string(),
  participantToken: z.string(),
  /** Where the participant service answers; null = Connect's own address in `awsRegion`. */
  participantEndpoint: z.string().nullable(),
  awsRegion: z.string(),
  /** Shows that whoever asks about this contact's place, or gives it up to be called back, is the browser that started it. */
  placeTicket: z.string(),
})
export type ChatStarted = z.infer<typeof ChatStarted>

/** 409: the line closed between the first look and the start; nothing was opened. */
export const LineClosed = z.strictObject({ kind: z.literal('line-closed'), state: ClosedState })
export type LineClosed = z.infer<typeof LineClosed>

/** How many wait before this chat; null = not known, or the referrer waits no longer. Asked with the ticket of the chat. */
export const QueuePosition = z.strictObject({ kind: z.literal('place'), before: z.int().min(0).nullable() })
export type QueuePosition = z.infer<typeof QueuePosition>
