import type { CallbackPromise, CallbackRequest } from '../../domain/callbacks/callback.ts'
import { CallbackId, type ContactId, type ConversationId } from '../../domain/ids.ts'
import type { Table, Write } from '../table/table.ts'
import { callbackWrite, type KnownBy, numberWrite, referrerWrites } from './callback-items.ts'
import { callbackKey } from './keys.ts'
import { factItem } from '../contacts/facts.ts'
import { numberKeptUntil } from '../table/retention.ts'

/** A call that a worker promised at the end of a conversation. `number` is in E.164, `numberKey` its keyed hash. */
export type TalkPromise = Pick<
  CallbackRequest,
  'region' | 'channel' | 'consent' | 'alias' | 'referrerType' | 'municipality' | 'language'
> & {
  contact: ContactId
  owner: NonNullable<CallbackRequest['owner']>
  promise: CallbackPromise
  number: string
  numberKey: string
}

/**
 * The writes of such a promise, for the transaction that logs its conversation: an entry that the worker owns, its number, the pointers to
 * it and the fact. It is never added to another entry: a number is not a person, and this referrer was just spoken to.
 */
export function talkPromiseWrites(
  table: Table,
  promised: TalkPromise,
  { conversation, referrerKey, at }: { conversation: ConversationId; referrerKey: string; at: Date },
): Write[] {
  const { number, numberKey, contact, ...told } = promised
  const entry: CallbackRequest = {
    ...told,
    contact,
    // Of its conversation, so that logging twice cannot promise twice.
    id: CallbackId.parse(`callback_${conversation.slice('conversation_'.length)}`),
    reason: 'promised-in-talk',
    askedAt: at,
    lastAskedAt: at,
    claimedAt: at,
    attempts: [],
    numberGivenTo: [],
    state: 'open',
    closedAt: null,
    closing: null,
  }
  const knownBy: KnownBy[] = [
    { by: 'code', referrerKey },
    { by: 'number', referrerKey: numberKey },
  ]
  const fact = factItem(contact, { kind: 'callback-promised', at, callback: entry.id }, 'desk')
  return [
    callbackWrite(table, callbackKey(entry.region, entry.id), { entry, version: 0, numberUntil: numberKeptUntil(at) }),
    numberWrite(table, entry, { at, kept: { number, numberKey, sessionKey: null, referrerKeys: [referrerKey], numberKeys: [numberKey] } }),
    ...referrerWrites(table, entry, { at, knownBy }),
    { Put: { TableName: table.name, Item: fact } },
  ]
}
