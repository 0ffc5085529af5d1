import type { LogConversation } from '../../../shared/contracts/conversations/conversations.ts'
import type { MissingCallBack } from '../../../shared/domain/callbacks/day-parts.ts'
import { missingOfCallBack, promiseOn } from '../../../shared/domain/callbacks/talk-promise.ts'
import type { ContactView } from '../../../shared/domain/contacts/contact.ts'
import { outcomeRules } from '../../../shared/domain/conversations/outcomes.ts'
import { readNumber } from '../../../shared/numbers/callable-number.ts'
import type { TalkPromise } from '../../../shared/storage/callbacks/talk-promises.ts'
import type { Conversation } from '../../../shared/storage/conversations/conversation-items.ts'
import { referrerKeyOf } from '../../../shared/storage/table/referrer-key.ts'
import { numberKeptUntil } from '../../../shared/storage/table/retention.ts'
import { type Desk, regionOf } from '../desk/deps.ts'

/** The call that the outcome of a conversation promises (null for none), or what is missing to promise it. */
export type PromisedCall = { missing: readonly MissingCallBack[]; promised: TalkPromise | null }

type Talk = { conversation: Conversation; view: ContactView | null }

/** Reads what the worker asked the referrer about being called back, for an outcome that promises it. */
export async function promisedCall(desk: Desk, { notes, callBack }: LogConversation, { conversation, view }: Talk): Promise<PromisedCall> {
  if (notes.outcome === null || outcomeRules[notes.outcome].promises === null) return { missing: [], promised: null }
  const at = desk.now()
  const read = readNumber(callBack?.number ?? '')
  const hours = await desk.hours.hoursOf(conversation.region)
  const promise = callBack && promiseOn(hours, callBack, { at, latest: numberKeptUntil(at) })
  const missing = missingOfCallBack(callBack, { isCallable: read.kind === 'callable', promise })
  if (missing.length > 0 || !callBack || !promise || read.kind !== 'callable') return { missing, promised: null }
  const { contact, region } = conversation
  const { othersMayAnswer } = callBack
  const promised: TalkPromise = {
    region,
    contact,
    channel: view?.channel ?? 'phone',
    alias: view?.alias ?? null,
    referrerType: notes.referrerType,
    municipality: notes.municipality,
    language: regionOf(desk).languages[0] ?? 'nl',
    consent: { mayCall: true, othersMayAnswer, mayLeaveMessage: othersMayAnswer },
    owner: desk.worker.id,
    promise,
    number: read.e164,
    numberKey: referrerKeyOf(desk.callerKey, { kind: 'number', number: read.e164 }),
  }
  return { missing, promised }
}
