import * as z from 'zod'
import {
  AttemptResult,
  CallbackConsent,
  CallbackReason,
  type CallbackRequest,
  callbackStates,
  ClosingReason,
} from '../../domain/callbacks/callback.ts'
import { ReferrerType } from '../../domain/contacts/contact.ts'
import { CallbackId, ContactId, RegionId, WorkerId } from '../../domain/ids.ts'
import { Language } from '../../domain/regions/region.ts'
import type { ReferrerLink } from '../contacts/referrer-links.ts'
import { Moment } from '../table/moment.ts'
import { callbackNumberKey, callbackOfContactKey, callbackOfReferrerKey } from './keys.ts'
import type { Key } from '../table/keys.ts'
import { closedCallbackKeptUntil, conversationKeptUntil, numberKeptUntil, secondsOf, unaskedKeptUntil } from '../table/retention.ts'
import { readStored } from '../table/read-each.ts'
import { getItem, type Item, type Table, type Write } from '../table/table.ts'

/** A ledger entry as stored: with its version, and until when its number is kept (null: erased, or never given). */
export type Callback = { entry: CallbackRequest; version: number; numberUntil: Date | null }

/** What is told of a contact when an entry is made. */
export type Told = Pick<
  CallbackRequest,
  'id' | 'region' | 'channel' | 'reason' | 'alias' | 'referrerType' | 'municipality' | 'language'
> & {
  at: Date
}

/**
 * The number of an entry with what points to the entry: the keys that identify its referrer (`referrerKeys`), the numbers that only let a
 * worker ask (`numberKeys`), and the session that asked (null: a call or a chat).
 */
export type KeptNumber = {
  number: string
  numberKey: string
  sessionKey: string | null
  referrerKeys: readonly string[]
  numberKeys: readonly string[]
}

const StoredCallback = z.object({
  version: z.int().min(1),
  numberUntil: Moment.nullable(),
  entry: z.object({
    id: CallbackId,
    region: RegionId,
    contact: ContactId.nullable(),
    channel: z.enum(['phone', 'chat', 'form']),
    reason: CallbackReason,
    askedAt: Moment,
    lastAskedAt: Moment,
    promise: z.object({ from: Moment, by: Moment }).nullable(),
    consent: CallbackConsent,
    alias: z.string().nullable(),
    referrerType: ReferrerType.nullable(),
    municipality: z.string().nullable(),
    language: Language,
    owner: WorkerId.nullable(),
    claimedAt: Moment.nullable(),
    // An attempt stored before it could be undone has no such moment.
    attempts: z.array(z.object({ at: Moment, worker: WorkerId, result: AttemptResult, undoneAt: Moment.nullable().default(null) })),
    numberGivenTo: z.array(z.object({ worker: WorkerId, at: Moment })),
    state: z.enum(callbackStates),
    closedAt: Moment.nullable(),
    // An entry stored before a coordinator could close one has none.
    closing: z.object({ by: WorkerId, why: ClosingReason }).nullable().default(null),
  }),
})
// Without `numberKeys` it was written when a number still counted as a person: then no key is certain.
const StoredNumber = z
  .object({
    number: z.string(),
    numberKey: z.string(),
    sessionKey: z.string().nullable().default(null),
    referrerKeys: z.array(z.string()),
    numberKeys: z.array(z.string()).optional(),
  })
  .transform(
    ({ numberKeys, ...kept }): KeptNumber =>
      numberKeys === undefined ? { ...kept, referrerKeys: [], numberKeys: kept.referrerKeys } : { ...kept, numberKeys },
  )

/** Writes an entry under its key, on the version it was read with; 0 for a new one. */
export function callbackWrite(table: Table, key: Key, { entry, version, numberUntil }: Callback): Write {
  const keptUntil = entryKeptUntil(entry)
  const expiry = keptUntil === null ? {} : { expiresAt: secondsOf(keptUntil) }
  const item = { ...key, entry: inText(entry), numberUntil: numberUntil?.toISOString() ?? null }
  const condition =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':read': version },
        }
  return { Put: { TableName: table.name, Item: { ...item, version: version + 1, ...expiry }, ...condition } }
}

// A promise stays until it is closed, and thirty days after; whoever asked for nothing is kept for some days, closed or not.
function entryKeptUntil({ consent, askedAt, closedAt }: CallbackRequest): Date | null {
  if (!consent.mayCall) return unaskedKeptUntil(askedAt)
  return closedAt && closedCallbackKeptUntil(closedAt)
}

/** A new open entry. */
export function newEntry(told: Told & Pick<CallbackRequest, 'contact' | 'promise' | 'consent'>): CallbackRequest {
  const { id, region, contact, channel, reason, promise, consent, alias, referrerType, municipality, language, at } = told
  const who = { alias, referrerType, municipality, language }
  const asked = { id, region, contact, channel, reason, askedAt: at, lastAskedAt: at, promise, consent }
  return { ...asked, ...who, owner: null, claimedAt: null, attempts: [], numberGivenTo: [], state: 'open', closedAt: null, closing: null }
}

/** The pointer from a contact to its entry. */
export function contactPointer(contact: ContactId, entry: CallbackRequest): Item & Key {
  const expiresAt = secondsOf(conversationKeptUntil(entry.askedAt))
  return { ...callbackOfContactKey(contact), callback: entry.id, expiresAt }
}

/** Reads an entry from its item; throws when the item is not one. */
export function callbackOf(item: Item): Callback {
  return readStored(StoredCallback, item)
}

/** Reads a number from its item; throws when the item is not one. */
export function keptNumberOf(item: Item): KeptNumber {
  return StoredNumber.parse(item)
}

/** Writes the number of an entry, kept for three working days from `at`. */
export function numberWrite(table: Table, entry: CallbackRequest, { at, kept }: { at: Date; kept: KeptNumber }): Write {
  return put(table, { ...callbackNumberKey(entry.id), ...kept, expiresAt: secondsOf(numberKeptUntil(at)) })
}

/** A referrer key, and what it is derived from. */
export type KnownBy = Pick<ReferrerLink, 'by' | 'referrerKey'>

/** Until when a referrer key points to what was asked at `at`: a year for a code, else some days. */
export function referrerKeptUntil({ by }: Pick<KnownBy, 'by'>, at: Date): Date {
  return by === 'code' ? conversationKeptUntil(at) : numberKeptUntil(at)
}

/** Points from these referrer keys to an entry. */
export function referrerWrites(table: Table, { id, region }: CallbackRequest, given: { at: Date; knownBy: readonly KnownBy[] }): Write[] {
  return given.knownBy.map(({ by, referrerKey }) => {
    const keptUntil = secondsOf(referrerKeptUntil({ by }, given.at))
    return put(table, { ...callbackOfReferrerKey(region, referrerKey, id), callback: id, expiresAt: keptUntil })
  })
}

/** The entry to which a pointer leads; null without one. */
export async function readPointer(table: Table, key: Key | null): Promise<CallbackId | null> {
  const item = key && (await getItem(table, key))
  return item ? CallbackId.parse(item['callback']) : null
}

/** Points to an entry, on the condition that the pointer is still what was read (`seen`, null for none). */
export function pointerWrite(table: Table, item: Item & Key, seen: CallbackId | null): Write {
  const now = secondsOf(table.now())
  const isFree = 'attribute_not_exists(pk) or expiresAt <= :now'
  return {
    Put: {
      TableName: table.name,
      Item: item,
      ConditionExpression: seen === null ? isFree : `${isFree} or callback = :seen`,
      ExpressionAttributeValues: { ':now': now, ...(seen === null ? {} : { ':seen': seen }) },
    },
  }
}

/** Deletes a pointer, on the condition that it still points to this entry. */
export function pointerDelete(table: Table, key: Key, id: CallbackId): Write {
  const condition = { ConditionExpression: 'attribute_not_exists(pk) or callback = :id', ExpressionAttributeValues: { ':id': id } }
  return { Delete: { TableName: table.name, Key: key, ...condition } }
}

function put(table: Table, item: Item): Write {
  return { Put: { TableName: table.name, Item: item } }
}

function inText({ askedAt, lastAskedAt, promise, claimedAt, attempts, numberGivenTo, closedAt, ...rest }: CallbackRequest) {
  return {
    ...rest,
    askedAt: askedAt.toISOString(),
    lastAskedAt: lastAskedAt.toISOString(),
    promise: promise && { from: promise.from.toISOString(), by: promise.by.toISOString() },
    claimedAt: claimedAt?.toISOString() ?? null,
    attempts: attempts.map(({ at, undoneAt, ...attempt }) => ({
      ...attempt,
      at: at.toISOString(),
      undoneAt: undoneAt?.toISOString() ?? null,
    })),
    numberGivenTo: numberGivenTo.map(({ worker, at }) => ({ worker, at: at.toISOString() })),
    closedAt: closedAt?.toISOString() ?? null,
  }
}
