import * as z from 'zod'
import { AttemptResult, CallbackConsent, CallbackReason, type CallbackState } from '../../domain/callbacks/callback.ts'
import { ReferrerType } from '../../domain/contacts/contact.ts'
import { CallbackId, WorkerId } from '../../domain/ids.ts'
import { Language } from '../../domain/regions/region.ts'
import type { AnswerIn } from '../answers.ts'
import { WallMoment } from '../wall-moment.ts'

// The ledger as the desk sees it. The number is not in it: whoever claimed an entry asks for it apart, just before calling.

/** One entry as the desk shows it. `late`: the promised moment has passed. `broken`: its number had to be erased before anybody called. */
export const DeskCallback = z.strictObject({
  id: CallbackId,
  reason: CallbackReason,
  channel: z.enum(['phone', 'chat', 'form']),
  asked: WallMoment,
  promise: z.strictObject({ from: WallMoment, by: WallMoment }).nullable(),
  consent: CallbackConsent,
  alias: z.string().nullable(),
  referrerType: ReferrerType.nullable(),
  municipality: z.string().nullable(),
  language: Language,
  owner: z.strictObject({ id: WorkerId, name: z.string() }).nullable(),
  /** Its owner let it lie: a colleague who claims it takes it over. */
  mayTakeOver: z.boolean(),
  attempts: z.array(z.strictObject({ at: WallMoment, worker: z.string(), result: AttemptResult })),
  state: z.enum(['open', 'done', 'not-reached', 'came-back', 'seen'] satisfies CallbackState[]),
  closed: WallMoment.nullable(),
  hasNumber: z.boolean(),
  late: z.boolean(),
  broken: z.boolean(),
})
export type DeskCallback = z.infer<typeof DeskCallback>

/**
 * Every promise that is open, by its end; then who asked for nothing and what was closed in the last thirty days, the newest of each, so
 * that the answer fits however many there are. `more`: how many of these two there are besides.
 */
export const DeskCallbacks = z.strictObject({
  open: z.array(DeskCallback),
  closed: z.array(DeskCallback),
  more: z.strictObject({ open: z.int().min(0), closed: z.int().min(0) }),
})
export type DeskCallbacks = z.infer<typeof DeskCallbacks>

const ClaimedByOther = z.strictObject({ kind: z.literal('claimed-by-other'), worker: z.string() })
const NotYours = z.strictObject({ kind: z.literal('not-yours') })
const Closed = z.strictObject({ kind: z.literal('closed') })

/** One entry, one owner; a coordinator may release anybody's. 200 with the entry, or 409. */
export const CallbackClaimed = {
  200: z.strictObject({ kind: z.enum(['claimed', 'released']), callback: DeskCallback }),
  409: z.discriminatedUnion('kind', [ClaimedByOther, Closed]),
}
export type CallbackClaimed = AnswerIn<typeof CallbackClaimed>

/** The number, only to the owner of the entry; 410 `erased` when it is gone. Never cached, never logged. */
export const CallbackNumber = {
  200: z.strictObject({ kind: z.literal('number'), number: z.string(), written: z.string() }),
  409: NotYours,
  410: z.strictObject({ kind: z.literal('erased') }),
}
export type CallbackNumber = AnswerIn<typeof CallbackNumber>

/** Which outbound call this is, so that the desk knows whom it is about. */
export const Dialled = z.strictObject({ contactId: z.uuid() })
export type Dialled = z.infer<typeof Dialled>

/** 200; 409 when the worker did not take the entry up, or nobody may call it any more. */
export const CallbackDialled = {
  200: z.strictObject({ kind: z.literal('dialled') }),
  409: z.discriminatedUnion('kind', [NotYours, Closed]),
}
export type CallbackDialled = AnswerIn<typeof CallbackDialled>

/** How a call back ended. */
export const NoteAttempt = z.strictObject({ result: AttemptResult })
export type NoteAttempt = z.infer<typeof NoteAttempt>

/** 200 with the entry as it stands now. */
export const AttemptNoted = {
  200: z.strictObject({ kind: z.literal('noted'), callback: DeskCallback }),
  409: z.discriminatedUnion('kind', [NotYours, Closed]),
}
export type AttemptNoted = AnswerIn<typeof AttemptNoted>

/** Closes an entry that asked for nothing, or a broken one. 409 `promised` for one to whom we promised a call. */
export const CallbackSeen = {
  200: z.strictObject({ kind: z.literal('seen'), callback: DeskCallback }),
  409: z.discriminatedUnion('kind', [ClaimedByOther, z.strictObject({ kind: z.literal('promised') }), Closed]),
}
export type CallbackSeen = AnswerIn<typeof CallbackSeen>

/** A dialled call as the desk sends it. */
export const dialledExample: Dialled = { contactId: '5a7e0c1b-2d3f-4e5a-9b6c-7d8e9f0a1b2c' }

/** An attempt as the desk sends it. */
export const noteAttemptExample: NoteAttempt = { result: 'no-answer' }
