import * as z from 'zod'
import { CallbackId, ContactId, WorkerId } from '../../domain/ids.ts'
import { samePersonGroupStart, samePersonKey } from './keys.ts'
import { Moment } from '../table/moment.ts'
import { contactGroup } from '../table/keys.ts'
import { conversationKeptUntil, secondsOf } from '../table/retention.ts'
import { putItem, queryAll, type Table } from '../table/table.ts'

/**
 * What a worker said during a conversation: that an entry of the ledger or an earlier contact is of the same person, or is not. `call`: the
 * contact is a call that the worker made for this entry.
 */
export type SaidSame = { about: CallbackId | ContactId; same: boolean; by: 'word' | 'call'; worker: WorkerId; at: Date }

const StoredSaid = z.object({
  about: z.union([CallbackId, ContactId]),
  same: z.boolean(),
  by: z.enum(['word', 'call']),
  worker: WorkerId,
  at: Moment,
})

/** What a worker said of a contact. The last word counts: saying it again replaces it. */
export async function saySame(table: Table, contact: ContactId, { at, ...said }: SaidSame): Promise<void> {
  const expiresAt = secondsOf(conversationKeptUntil(at))
  await putItem(table, { ...samePersonKey(contact, said.about), ...said, at: at.toISOString(), expiresAt })
}

/** All that was said of a contact. */
export async function saidOf(table: Table, contact: ContactId): Promise<SaidSame[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :contact and begins_with(sk, :beginning)',
    ExpressionAttributeValues: { ':contact': contactGroup(contact), ':beginning': samePersonGroupStart },
  })
  return items.map((item) => StoredSaid.parse(item))
}

/** Whether something said is about an entry of the ledger. */
export function isCallbackId(about: SaidSame['about']): about is CallbackId {
  return CallbackId.safeParse(about).success
}
