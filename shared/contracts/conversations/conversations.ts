import * as z from 'zod'
import { TalkCallBack } from '../../domain/callbacks/talk-promise.ts'
import { CoachingNotes, emptyNotes } from '../../domain/conversations/coaching.ts'
import { missingNoteKinds } from '../../domain/conversations/outcomes.ts'
import { CaseId, ContactId, ConversationId } from '../../domain/ids.ts'
import { municipalityOf } from '../../domain/regions/municipalities.ts'
import type { AnswerIn } from '../answers.ts'
import { WallMoment } from '../wall-moment.ts'

// In answers, `worker`, `openedBy`, `onDuty` and `backup` hold names of workers; `id`, and `worker` in the body `TakeOn`, hold ids.

/** The conversation log of one contact: a draft until it is logged. `version` grows with each save; 0 = not stored yet. */
export const DeskConversation = z.strictObject({
  id: ConversationId,
  contactId: ContactId,
  version: z.int().min(0),
  state: z.enum(['draft', 'logged']),
  openedBy: z.string(),
  openedAt: WallMoment,
  notes: CoachingNotes,
  /** The referrer's code, given out when the conversation was logged; null before. */
  referrerCode: z.string().nullable(),
  takenOn: z.strictObject({ caseId: CaseId, worker: z.string() }).nullable(),
})
export type DeskConversation = z.infer<typeof DeskConversation>

/** A draft to save; `version` is the version that was edited. */
export const SaveDraft = z.strictObject({
  version: z.int().min(0),
  notes: CoachingNotes.refine(({ municipality }) => municipality === null || municipalityOf(municipality) !== null, {
    path: ['municipality'],
  }),
})
export type SaveDraft = z.infer<typeof SaveDraft>

/** A conversation to log. `callBack`: what an outcome that promises a call needs; null for another outcome. */
export const LogConversation = SaveDraft.safeExtend({ callBack: TalkCallBack.nullable().default(null) })
export type LogConversation = z.infer<typeof LogConversation>

const Stale = z.strictObject({ kind: z.literal('stale'), newer: DeskConversation })
const AlreadyLogged = z.strictObject({ kind: z.literal('already-logged') })

/** 200 `saved`; 409 `stale` with the newer version, or `already-logged`; then nothing is written. */
export const DraftSaved = {
  200: z.strictObject({ kind: z.literal('saved'), version: z.int(), savedAt: WallMoment }),
  409: z.discriminatedUnion('kind', [Stale, AlreadyLogged]),
}
export type DraftSaved = AnswerIn<typeof DraftSaved>

/** 200 `logged`; 409 `stale` or `already-logged`; 422 `incomplete` with the missing notes. Nothing is written with 409 and 422. */
export const Logged = {
  200: z.strictObject({ kind: z.literal('logged'), version: z.int(), referrerCode: z.string() }),
  409: z.discriminatedUnion('kind', [Stale, AlreadyLogged]),
  422: z.strictObject({
    kind: z.literal('incomplete'),
    missing: z.array(z.enum(missingNoteKinds)),
  }),
}
export type Logged = AnswerIn<typeof Logged>

/** The signed-in worker's drafts, and the logged conversations that need a case and have none yet; oldest first. */
export const DeskToFinish = z.strictObject({
  conversations: z.array(
    z.strictObject({
      id: ConversationId,
      contactId: ContactId,
      openedAt: WallMoment,
      municipality: z.string().nullable(),
      waitsFor: z.enum(['log', 'take-on']),
    }),
  ),
})
export type DeskToFinish = z.infer<typeof DeskToFinish>

/** An example of the body. */
export const saveDraftExample: SaveDraft = {
  version: 0,
  notes: {
    ...emptyNotes({ referrerType: 'school', municipality: '71016' }),
    concern: 'Een kind komt al weken te laat en is stil geworden.',
  },
}

/** An example of the body. */
export const logConversationExample: LogConversation = {
  ...saveDraftExample,
  notes: { ...saveDraftExample.notes, stillPossible: 'De zorgcoördinator praat eerst met de ouders.', outcome: 'call-back' },
  callBack: { mayCall: true, othersMayAnswer: false, number: '0470 00 00 00', on: '2026-11-25', part: 'morning' },
}
