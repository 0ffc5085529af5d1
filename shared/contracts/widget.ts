import * as z from 'zod'
import type { WallMoment } from '../domain/time/brussels-time.ts'
import { ReferrerType } from '../domain/contacts/contact.ts'
import { RegionId } from '../domain/ids.ts'
import { Language } from '../domain/regions/region.ts'

/** `GET /api/widget/regions/{region}`: all that the chat frame shows before a word is typed. */
export type WidgetLine = {
  region: { id: string; brand: string; name: string; phone: string | null; crisisPhone: string | null; languages: ('nl' | 'fr' | 'en')[] }
  state:
    | { kind: 'open'; closes: WallMoment }
    /** Everybody who has the line is in conversation; so many wait already. */
    | { kind: 'busy'; before: number }
    | { kind: 'closing-soon'; closes: WallMoment }
    | { kind: 'closed'; opens: WallMoment | null }
    /** Nobody stands in the roster, or nobody of the roster is signed in: to her it is the same, and our fault. */
    | { kind: 'nobody-on-duty' }
  /** When we would call her back, told before she gives a number; null = the roster keeps no moment that we could promise. */
  callBack: CallBackTime | null
  /** Every municipality of Flanders and Brussels, for the search field: [NIS, name]. */
  municipalities: [string, string][]
}

/** Between which moments, inside opening hours, we call back; `from` is null when that time has begun. */
export type CallBackTime = { from: WallMoment | null; by: WallMoment }

/** `GET /api/widget/regions/{region}/places/{nis}`: which team a municipality belongs to, seen from this line. */
export type MunicipalityTeam =
  | { kind: 'here'; team: string | null }
  | { kind: 'other-region'; region: { id: string; brand: string; name: string; phone: string | null } }
  | { kind: 'not-known' }

/** `POST /api/widget/chats`. The session is the browser's own random key: a double click or a retry opens one chat. */
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

export const startChatExample: StartChat = {
  session: 'q3v8mZk1Xo0b7TnYw2LrUA',
  region: 'limburg-oost',
  language: 'nl',
  referrerType: 'school',
  municipality: '71016',
  alias: 'Juf Wilg',
  code: null,
}

/** 201 with what chatjs needs; 409 `line-closed` with the state when the line is not open any more; 429 `too-busy`. */
export type ChatStarted = {
  kind: 'started'
  contactId: string
  participantId: string
  participantToken: string
  /** Where the participant service answers; null = Connect's own address in `awsRegion`. */
  participantEndpoint: string | null
  awsRegion: string
  /** Shows that whoever asks about this contact's place, or gives it up to be called back, is the browser that started it. */
  placeTicket: string
}

/** 409: the line closed between the first look and the start; nothing was opened. */
export type LineClosed = { kind: 'line-closed'; state: Extract<WidgetLine['state'], { kind: 'closed' | 'nobody-on-duty' }> }

/** 429: Connect has no room for one more chat now. The sentence is in the referrer's language. */
export type TooBusy = { kind: 'too-busy'; sentence: string }

/**
 * `POST /api/widget/callbacks`: a number to call back, when the line is closed, busy, or she would rather not wait. A chat that she gives up
 * for it is named, with its ticket in the header `x-place-ticket`.
 */
export const AskCallback = z.strictObject({
  session: StartChat.shape.session,
  region: RegionId,
  language: Language,
  /** As typed; the door reads it. */
  number: z.string().trim().min(1).max(40),
  /** Whether somebody else may answer, or hear a message. */
  othersMayAnswer: z.boolean(),
  referrerType: ReferrerType.nullable(),
  municipality: StartChat.shape.municipality,
  alias: StartChat.shape.alias.nullable(),
  /** The chat that she gave up to be called back; null when there was none. */
  contactId: z.uuid().nullable(),
})
export type AskCallback = z.infer<typeof AskCallback>

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

/** 201: noted, between which moments we call (null = as soon as the roster allows); 429 `too-busy` as at the start of a chat. */
export type CallbackAsked = { kind: 'promised'; promise: CallBackTime | null }

/** `GET /api/widget/chats/{contactId}/place`, with the chat's ticket in the header `x-place-ticket`: how many wait before her; null = not known, or she waits no longer. */
export type QueuePosition = { kind: 'place'; before: number | null }

/** Every refusal of a door: the field in the schema's own name, the sentence in the user's language. */
export type Refusal = { kind: 'refused'; field: string | null; sentence: string }
