import * as z from 'zod'
import { AttemptResult, CallbackConsent, CallbackReason, callbackStates, ClosingReason } from '../../domain/callbacks/callback.ts'
import { waitReasons } from '../../domain/callbacks/attempts.ts'
import { lossReasons } from '../../domain/callbacks/promise-loss.ts'
import { ReferrerType } from '../../domain/contacts/contact.ts'
import { CallbackId, WorkerId } from '../../domain/ids.ts'
import { Language } from '../../domain/regions/region.ts'
import type { AnswerIn } from '../answers.ts'
import { WallMoment } from '../wall-moment.ts'

// The ledger lists who must be called back. The telephone number is not in it: the owner of an entry requests it just before the call.

/**
 * One entry of the ledger. `soon`: half an hour is left of the promised time and nobody has called. `late`: the promised time has passed.
 * `loss`: the promise ended without a conversation.
 */
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
  /** The owner left it too long, so a colleague may claim it. */
  mayTakeOver: z.boolean(),
  attempts: z.array(z.strictObject({ at: WallMoment, worker: z.string(), result: AttemptResult, undone: z.boolean() })),
  /** From when the next attempt is wise, and why it waits; null = now. */
  next: z.strictObject({ from: WallMoment, why: z.enum(waitReasons) }).nullable(),
  /** The signed-in worker may undo the last attempt now. */
  mayUndo: z.boolean(),
  /** How many failed attempts count: a busy line is none, and neither is one within the hour of another. */
  counted: z.int().min(0),
  state: z.enum(callbackStates),
  closed: WallMoment.nullable(),
  hasNumber: z.boolean(),
  soon: z.boolean(),
  late: z.boolean(),
  loss: z.strictObject({ at: WallMoment, why: z.enum(lossReasons) }).nullable(),
  /** Which coordinator closed it and why; null when it ended by itself. */
  closing: z.strictObject({ by: z.string(), why: ClosingReason }).nullable(),
})
export type DeskCallback = z.infer<typeof DeskCallback>

/**
 * `open`: all entries that we may call, by the end of the promised time, then the newest entries of contacts that asked for no call.
 * `closed`: the newest of the last thirty days. Entries without a call and closed ones are cut to a maximum, so that the answer stays
 * small. `more.open`: with what to ask for the older entries without a call, null when all are shown; `more.closed` counts those left out.
 * `workers`: to whom a coordinator can give a promise.
 */
export const DeskCallbacks = z.strictObject({
  open: z.array(DeskCallback),
  closed: z.array(DeskCallback),
  more: z.strictObject({ open: z.string().nullable(), closed: z.int().min(0) }),
  workers: z.array(z.strictObject({ id: WorkerId, name: z.string() })),
})
export type DeskCallbacks = z.infer<typeof DeskCallbacks>

/** Which entries without a call are asked for: those older than an answer named in `more`. */
export const OlderAsked = z.strictObject({ older: z.string().regex(/^[0-9TZ:.-]{20,30}#callback_[a-z0-9-]{1,64}$/) })
export type OlderAsked = z.infer<typeof OlderAsked>

/** The next entries without a call, the newest first; `more` as in the ledger. */
export const OlderUnasked = z.strictObject({ open: z.array(DeskCallback), more: z.string().nullable() })
export type OlderUnasked = z.infer<typeof OlderUnasked>

const ClaimedByOther = z.strictObject({ kind: z.literal('claimed-by-other'), worker: z.string() })
const NotYours = z.strictObject({ kind: z.literal('not-yours') })
const Closed = z.strictObject({ kind: z.literal('closed') })

/** The answer of claim and release. 200 with the entry; 409 when another worker owns it or it is closed. */
export const CallbackClaimed = {
  200: z.strictObject({ kind: z.enum(['claimed', 'released']), callback: DeskCallback }),
  409: z.discriminatedUnion('kind', [ClaimedByOther, Closed]),
}
export type CallbackClaimed = AnswerIn<typeof CallbackClaimed>

/** The telephone number, for the owner of the entry; 409 for others; 410 when it is erased. It must never be cached or logged. */
export const CallbackNumber = {
  200: z.strictObject({ kind: z.literal('number'), number: z.string(), written: z.string() }),
  409: NotYours,
  410: z.strictObject({ kind: z.literal('erased') }),
}
export type CallbackNumber = AnswerIn<typeof CallbackNumber>

/** Connect's contact id of the outbound call to the referrer, so that the desk can show the referrer's data with it. */
export const Dialled = z.strictObject({ contactId: z.uuid() })
export type Dialled = z.infer<typeof Dialled>

/** 409 when the worker does not own the entry, or the entry is closed or its number erased. */
export const CallbackDialled = {
  200: z.strictObject({ kind: z.literal('dialled') }),
  409: z.discriminatedUnion('kind', [NotYours, Closed]),
}
export type CallbackDialled = AnswerIn<typeof CallbackDialled>

/** How the call ended. */
export const NoteAttempt = z.strictObject({ result: AttemptResult })
export type NoteAttempt = z.infer<typeof NoteAttempt>

/** 200 with the changed entry; 409 when the worker does not own it or it is closed. */
export const AttemptNoted = {
  200: z.strictObject({ kind: z.literal('noted'), callback: DeskCallback }),
  409: z.discriminatedUnion('kind', [NotYours, Closed]),
}
export type AttemptNoted = AnswerIn<typeof AttemptNoted>

/** 200 with the entry, open again; 409 when its minutes are over, or the last attempt is not this worker's. */
export const CallbackUndone = {
  200: z.strictObject({ kind: z.literal('undone'), callback: DeskCallback }),
  409: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('too-late') }), NotYours]),
}
export type CallbackUndone = AnswerIn<typeof CallbackUndone>

/** Closes an entry that asked for no call, or a lost one. 409 `promised` for an entry that still has to be called. */
export const CallbackSeen = {
  200: z.strictObject({ kind: z.literal('seen'), callback: DeskCallback }),
  409: z.discriminatedUnion('kind', [ClaimedByOther, z.strictObject({ kind: z.literal('promised') }), Closed]),
}
export type CallbackSeen = AnswerIn<typeof CallbackSeen>

/** To whom a coordinator gives a promise. */
export const AssignCallback = z.strictObject({ worker: WorkerId })
export type AssignCallback = z.infer<typeof AssignCallback>

/** Why a coordinator closes a promise. */
export const SettleCallback = z.strictObject({ why: ClosingReason })
export type SettleCallback = z.infer<typeof SettleCallback>

/** 200 with the changed entry; 409 when it is closed, or no call was promised. */
export const CallbackCoordinated = {
  200: z.strictObject({ kind: z.enum(['assigned', 'settled']), callback: DeskCallback }),
  409: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('nothing-promised') }), Closed]),
}
export type CallbackCoordinated = AnswerIn<typeof CallbackCoordinated>

/** An example of the body. */
export const assignCallbackExample: AssignCallback = { worker: 'worker_example' }

/** An example of the body. */
export const settleCallbackExample: SettleCallback = { why: 'spoken-otherwise' }

/** An example of the body. */
export const dialledExample: Dialled = { contactId: '5a7e0c1b-2d3f-4e5a-9b6c-7d8e9f0a1b2c' }

/** An example of the body. */
export const noteAttemptExample: NoteAttempt = { result: 'no-answer' }
