import * as z from 'zod'
import type { Day, WallMoment } from '../domain/time/brussels-time.ts'
import { AttemptResult, type CallbackConsent, type CallbackReason, type CallbackState } from '../domain/callbacks/callback.ts'
import type { ReferrerType } from '../domain/contacts/contact.ts'
import type { Language } from '../domain/regions/region.ts'

// The ledger as the desk sees it. The number is not in it: whoever claimed an entry asks for it apart, when she is about to call.

/** One entry as the desk shows it. `late`: the promised moment has passed. `broken`: its number had to be erased before anybody called. */
export type DeskCallback = {
  id: string
  reason: CallbackReason
  channel: 'phone' | 'chat' | 'form'
  asked: WallMoment
  promise: { from: WallMoment; by: WallMoment } | null
  consent: CallbackConsent
  alias: string | null
  referrerType: ReferrerType | null
  municipality: string | null
  language: Language
  owner: { id: string; name: string } | null
  /** Its owner let it lie: a colleague who claims it takes it over. */
  mayTakeOver: boolean
  attempts: { at: WallMoment; worker: string; result: AttemptResult }[]
  state: CallbackState
  closed: WallMoment | null
  hasNumber: boolean
  late: boolean
  broken: boolean
}

/**
 * `GET /api/desk/callbacks`: every promise that is open, by its end; then who asked for nothing and what was closed in the last thirty days,
 * the newest of each, so that the answer fits however many there are. `more`: how many of these two there are besides.
 */
export type DeskCallbacks = { open: DeskCallback[]; closed: DeskCallback[]; more: { open: number; closed: number } }

/**
 * `POST /api/desk/callbacks/{id}/claim` and `/release`, without a body: 200 with the entry, or 409. One entry, one owner; a coordinator
 * may release anybody's.
 */
export type CallbackClaimed =
  | { kind: 'claimed' | 'released'; callback: DeskCallback }
  | { kind: 'claimed-by-other'; worker: string }
  | { kind: 'closed' }

/** `POST /api/desk/callbacks/{id}/number`: only to its owner; 410 `erased` when it is gone. Never cached, never logged. */
export type CallbackNumber = { kind: 'number'; number: string; written: string } | { kind: 'erased' } | { kind: 'not-yours' }

/** `POST /api/desk/callbacks/{id}/dialled {contactId}`: which outbound call this is, so that the desk knows whom it is about. */
export const Dialled = z.strictObject({ contactId: z.uuid() })
export type Dialled = z.infer<typeof Dialled>

/** 200; 409 when she did not take it up, or nobody may call it any more. */
export type CallbackDialled = { kind: 'dialled' } | { kind: 'not-yours' } | { kind: 'closed' }

/** `POST /api/desk/callbacks/{id}/attempts {result}`: 200 with the entry as it stands now. */
export const NoteAttempt = z.strictObject({ result: AttemptResult })
export type NoteAttempt = z.infer<typeof NoteAttempt>
export type AttemptNoted = { kind: 'noted'; callback: DeskCallback } | { kind: 'not-yours' } | { kind: 'closed' }

/** `POST /api/desk/callbacks/{id}/seen`: closes an entry that asked for nothing, or a broken one. 409 `promised` for one to whom we promised a call. */
export type CallbackSeen =
  | { kind: 'seen'; callback: DeskCallback }
  | { kind: 'claimed-by-other'; worker: string }
  | { kind: 'promised' }
  | { kind: 'closed' }

/** `GET /api/desk/figures`, for the coordinator: what became of everybody who came in on these days, both ends included. Counted from the facts. */
export type DeskFigures = {
  from: Day
  to: Day
  cameIn: number
  reached: number
  promised: { all: number; open: number; done: number; notReached: number; cameBack: number; broken: number }
  heardClosing: number
  leftByThemselves: number
  stillThere: number
  /** Came in and is in none of the others. */
  lost: number
}

export const dialledExample: Dialled = { contactId: '5a7e0c1b-2d3f-4e5a-9b6c-7d8e9f0a1b2c' }
export const noteAttemptExample: NoteAttempt = { result: 'no-answer' }
