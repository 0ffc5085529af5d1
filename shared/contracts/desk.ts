import * as z from 'zod'
import type { Day, WallMoment } from '../domain/time/brussels-time.ts'
import type { CaseStage } from '../domain/cases/case.ts'
import { CoachingNotes, emptyNotes } from '../domain/conversations/coaching.ts'
import type { MissingNote, Outcome } from '../domain/conversations/outcomes.ts'
import type { ContactView } from '../domain/contacts/contact.ts'
import { WorkerId } from '../domain/ids.ts'
import { municipalityOf } from '../domain/regions/municipalities.ts'

// All moments leave as ISO text plus, where a person reads them, as a WallMoment made on the server: the server's clock decides.

// Workers are named for reading wherever a body has `worker`, `openedBy`, `onDuty` or `backup`; `id` and TakeOn.worker are ids.

/** 401 `signed-out`; 403 `not-a-worker`: signed in, but nobody of ours; 403 `other-worker`: the workspace's agent is somebody else. */
export type DeskDenied = { kind: 'signed-out' | 'not-a-worker' | 'other-worker'; field: null; sentence: string }

/** `GET /api/desk/me` */
export type DeskMe = {
  worker: { id: string; name: string; role: 'worker' | 'coordinator'; team: string | null }
  /** `phone` is the number that referrers know, as it is written; null where the region has published none. */
  region: { id: string; brand: string; name: string; workerTitle: string; phone: string | null; teams: { id: string; name: string }[] }
  municipalities: [string, string][]
}

export type EarlierContact = { conversationId: string; at: WallMoment; channel: ContactView['channel']; outcome: Outcome | null }

/** `GET /api/desk/contacts/{connectContactId}`: what is known about this contact. */
export type DeskContact = {
  contact: {
    id: string
    channel: ContactView['channel']
    municipality: { nis: string; name: string; team: string | null } | null
    referrerType: ContactView['referrerType']
    alias: string | null
    arrived: WallMoment | null
    state: ContactView['state']
  }
  /** null = she gave no code and no number; an empty list = she did, and there is nothing earlier. */
  earlier: EarlierContact[] | null
  conversation: DeskConversation
}

/** `POST /api/desk/contacts/{connectContactId}/code {code}`: answers `{earlier}` or 404 when no conversation in the region carries it. */
export const GivenCode = z.strictObject({ code: z.string().min(1).max(40) })
export type GivenCode = z.infer<typeof GivenCode>
export type CodeFound = { earlier: EarlierContact[] }

/** The conversation log of one contact: a draft until it is logged. `version` grows with each save. */
export type DeskConversation = {
  id: string
  contactId: string
  version: number
  state: 'draft' | 'logged'
  openedBy: string
  openedAt: WallMoment
  notes: CoachingNotes
  /** The referrer's code, handed out when the conversation was logged. */
  referrerCode: string | null
  takenOn: { caseId: string; worker: string } | null
}

/** `PUT /api/desk/conversations/{id}/draft`: 200 `saved`; 409 `stale` with the newer one, and nothing is written. */
export const SaveDraft = z.strictObject({
  version: z.int().min(0),
  notes: CoachingNotes.refine(({ municipality }) => municipality === null || municipalityOf(municipality) !== null, {
    path: ['municipality'],
  }),
})
export type SaveDraft = z.infer<typeof SaveDraft>
export type DraftSaved =
  | { kind: 'saved'; version: number; savedAt: WallMoment }
  | { kind: 'stale'; newer: DeskConversation }
  | { kind: 'already-logged' }

/** `POST /api/desk/conversations/{id}/log`, same body: 200 `logged`; 409 `stale`; 422 `incomplete` with what is missing. */
export type Logged =
  | { kind: 'logged'; version: number; referrerCode: string }
  | { kind: 'stale'; newer: DeskConversation }
  | { kind: 'incomplete'; missing: MissingNote[] }
  | { kind: 'already-logged' }

/** `GET /api/desk/places`: the caseload of every worker in the region, most free places first. */
export type DeskPlaces = { workers: { id: string; name: string; team: string | null; families: number; places: number; free: number }[] }

/** `POST /api/desk/conversations/{id}/take-on`; the reason is asked only when the worker's places are full. */
export const TakeOn = z.strictObject({ worker: WorkerId, reason: z.string().trim().max(300).nullable() })
export type TakeOn = z.infer<typeof TakeOn>
export type TakenOn =
  | { kind: 'taken-on'; case: DeskCase }
  | { kind: 'needs-reason'; families: number; places: number; why: 'full' | 'last-place-just-went' }
  | { kind: 'already-taken-on'; caseId: string; worker: string }
  | { kind: 'needs-consent' }
  | { kind: 'not-logged' }

/** `GET /api/desk/cases`: my families, oldest first. */
export type DeskCases = { cases: DeskCase[] }

/** `GET /api/desk/cases/{id}`: one case of the region. */
export type DeskCase = {
  id: string
  worker: string
  municipality: string | null
  stage: CaseStage
  referred: WallMoment
  perspectiveTalkDue: Day
  conversationId: string
  overCapacityReason: string | null
}

/** `GET /api/desk/to-finish`: drafts of mine that are not logged yet, and questions I logged that nobody took on yet, oldest first. */
export type DeskToFinish = {
  conversations: { id: string; contactId: string; openedAt: WallMoment; municipality: string | null; waitsFor: 'log' | 'take-on' }[]
}

export const saveDraftExample: SaveDraft = {
  version: 0,
  notes: {
    ...emptyNotes({ referrerType: 'school', municipality: '71016' }),
    concern: 'Een kind komt al weken te laat en is stil geworden.',
  },
}
export const takeOnExample: TakeOn = { worker: 'worker_noor', reason: null }
