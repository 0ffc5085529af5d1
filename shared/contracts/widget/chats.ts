import * as z from 'zod'
import { ReferrerType } from '../../domain/contacts/contact.ts'
import { RegionId } from '../../domain/ids.ts'
import { Language } from '../../domain/regions/region.ts'
import { ClosedState } from './widget-line.ts'

// At least one character that leaves a mark on the screen. Some letters and symbols do not: the Hangul fillers, which are "default
// ignorable", and the empty Braille pattern.
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u

/** The body that starts a chat. `session` is a random key of the browser, so that a double click or a retry starts one chat. */
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
  /** One line of visible text: no control characters, and no Unicode characters that change the reading direction. */
  alias: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .regex(/^[^\p{Cc}\u2028-\u202e\u2066-\u2069]*$/u)
    .regex(visible),
  /** A code from an earlier conversation, as typed; null when none was given. */
  code: z.string().max(40).nullable(),
  /** The start ticket that came with the state of the line or with the answer `ticket-needed`. */
  ticket: z.string().max(120).default(''),
  /** The work that the ticket asks: for each part what was tried, joined by dots; empty when none was done. */
  work: z.string().max(120).default(''),
  /** The origin of the page that embeds the chat, as the launcher gave it; null = opened by itself. */
  school: z.string().max(300).nullable().default(null),
})
export type StartChat = z.infer<typeof StartChat>

/** An example of the body. */
export const startChatExample: StartChat = {
  session: 'q3v8mZk1Xo0b7TnYw2LrUA',
  region: 'limburg-oost',
  language: 'nl',
  referrerType: 'school',
  municipality: '71016',
  alias: 'Juf Wilg',
  code: null,
  ticket: '',
  work: '',
  school: null,
}

/** 429: Connect's quota of chats or ours of call-back requests is used up for now. `sentence` is in the referrer's language. */
export const TooBusy = z.strictObject({ kind: z.literal('too-busy'), sentence: z.string() })
export type TooBusy = z.infer<typeof TooBusy>

/** 201: what `amazon-connect-chatjs` needs to open the chat. */
export const ChatStarted = z.strictObject({
  kind: z.literal('started'),
  contactId: z.string(),
  participantId: z.string(),
  participantToken: z.string(),
  /** The endpoint of the participant service; null = Connect's own in `awsRegion`. */
  participantEndpoint: z.string().nullable(),
  awsRegion: z.string(),
  /** Proves that a later request about this chat (queue position, call-back instead) comes from the browser that started it. */
  placeTicket: z.string(),
})
export type ChatStarted = z.infer<typeof ChatStarted>

/** The body with which a browser leaves its chat. A beacon has no headers, so the ticket of the chat is in the body. */
export const LeaveChat = z.strictObject({ ticket: z.string().max(100) })
export type LeaveChat = z.infer<typeof LeaveChat>

/** 200: the chat has ended, or had already. */
export const ChatLeft = z.strictObject({ kind: z.literal('left') })

/** 409: the line closed after the page was loaded; no chat was started. */
export const LineClosed = z.strictObject({ kind: z.literal('line-closed'), state: ClosedState })
export type LineClosed = z.infer<typeof LineClosed>

/**
 * 409: nothing was started, because the ticket is too old, was used or has too little work for the load of the region. The page does the
 * work of this ticket and asks again. `sentence` is for a page that cannot.
 */
export const TicketNeeded = z.strictObject({ kind: z.literal('ticket-needed'), ticket: z.string(), sentence: z.string() })
export type TicketNeeded = z.infer<typeof TicketNeeded>

/** How many contacts wait before this chat; null = not known, or the chat no longer waits. The request needs the chat's ticket. */
export const QueuePosition = z.strictObject({ kind: z.literal('place'), before: z.int().min(0).nullable() })
export type QueuePosition = z.infer<typeof QueuePosition>
