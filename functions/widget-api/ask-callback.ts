import type { AskCallback, CallbackAsked } from '../../shared/contracts/widget/ask-callback.ts'
import type { NotCalledBecause } from '../../shared/domain/callbacks/callback.ts'
import { type CallbackId, contactIdOf } from '../../shared/domain/ids.ts'
import { municipalityOf } from '../../shared/domain/regions/municipalities.ts'
import { openRegion } from '../../shared/domain/regions/regions.ts'
import type { ReadNumber } from '../../shared/numbers/callable-number.ts'
import type { PromiseRequest } from '../../shared/storage/callbacks/callback-promises.ts'
import type { CallbackStore } from '../../shared/storage/callbacks/callbacks.ts'
import type { QuotaStore } from '../../shared/storage/callbacks/quotas.ts'
import { keyedHash, referrerKeyOf } from '../../shared/storage/table/referrer-key.ts'
import { callBackTimeOf, type OpeningDeps, type SeenLine, seeLine } from './opening.ts'
import { isTicketOf } from './position-ticket.ts'

export type AskDeps = OpeningDeps & {
  readNumber(typed: string): ReadNumber
  takeQuota: QuotaStore['take']
  promise: CallbackStore['promise']
  newCallbackId(): CallbackId
  /** Ends the chat that the referrer gives up, so that no worker is offered it any more. */
  stopChat(contactId: string): Promise<void>
  callerKey: string
  callBacksAnHour: number
}

export type AskOutcome =
  | CallbackAsked
  | { kind: 'no-good'; why: NotCalledBecause | 'not-a-number' }
  | { kind: 'too-busy'; phone: string | null }
  | { kind: 'cannot-be'; field: 'region' | 'municipality' | 'contactId' }

/**
 * Records a promise to call a number. Repeated by the same browser session with the same number within ten minutes, it counts once for the
 * quota. `ticket` must prove the chat that the request names, because that chat is ended.
 */
export async function askCallback(deps: AskDeps, request: AskCallback, ticket: string | undefined): Promise<AskOutcome> {
  const region = openRegion(request.region)
  if (!region) return { kind: 'cannot-be', field: 'region' }
  // Unlike for a chat, any language is accepted: the desk shows it, and the worker can prepare before calling.
  if (request.municipality !== null && !municipalityOf(request.municipality)) return { kind: 'cannot-be', field: 'municipality' }
  const { contactId: chat, number: typed } = request
  if (chat !== null && !isTicketOf(deps.callerKey, { contactId: chat, region: region.id }, ticket))
    return { kind: 'cannot-be', field: 'contactId' }

  const read = deps.readNumber(typed)
  if (read.kind !== 'callable') return { kind: 'no-good', why: read.kind === 'not-called' ? read.why : read.kind }

  // Limits both abuses: many numbers (we pay for the calls) and one number many times (its owner is disturbed). Only keyed hashes are
  // stored.
  const markOf = (text: string) => keyedHash(deps.callerKey, `call-back:${text}`).toString('base64url')
  const marks = { number: markOf(read.e164), request: markOf(`${request.session}:${read.e164}`) }
  const quota = await deps.takeQuota({ region: region.id, ...marks, maxAnHour: deps.callBacksAnHour })
  if (quota === 'full') return { kind: 'too-busy', phone: region.publicPhone }

  const seen = await seeLine(deps, region)
  const numberKey = referrerKeyOf(deps.callerKey, { kind: 'number', number: read.e164 })
  const sessionKey = referrerKeyOf(deps.callerKey, { kind: 'session', session: request.session })
  const entry = { ...entryOf(request, seen), id: deps.newCallbackId(), at: deps.now(), number: read.e164, numberKey, sessionKey }
  const callback = await deps.promise(entry)
  if (chat !== null) await deps.stopChat(chat)
  return { kind: 'promised', promise: callBackTimeOf(callback.entry.promise, entry.at) }
}

function entryOf(
  request: AskCallback,
  { reason, promise }: SeenLine,
): Omit<PromiseRequest, 'id' | 'at' | 'number' | 'numberKey' | 'sessionKey'> {
  const { region, language, othersMayAnswer, referrerType, municipality, alias, contactId } = request
  return {
    region,
    language,
    reason,
    promise,
    contact: contactId === null ? null : contactIdOf(contactId),
    channel: contactId === null ? 'form' : 'chat',
    consent: { mayCall: true, othersMayAnswer, mayLeaveMessage: othersMayAnswer },
    referrerType,
    municipality,
    alias,
  }
}
