import type { CallbackRequest } from '../../domain/callbacks/callback.ts'
import { askAgain } from '../../domain/callbacks/callback-rules.ts'
import { CallbackId, type ContactId } from '../../domain/ids.ts'
import {
  type Callback,
  callbackOf,
  callbackWrite,
  type KeptNumber,
  type KnownBy,
  keptNumberOf,
  numberWrite,
  pointerDelete,
  pointerWrite,
  referrerWrites,
} from './callback-items.ts'
import { firstAnswered } from './callback-returns.ts'
import { openContacts } from '../contacts/contacts.ts'
import { factItem } from '../contacts/facts.ts'
import { callbackKey, callbackNumberKey, callbackOfContactKey, callbackOfNumberKey, callbackOfReferrerKey } from './keys.ts'
import type { Key } from '../table/keys.ts'
import { conversationKeptUntil, numberKeptUntil, secondsOf } from '../table/retention.ts'
import { changeVersioned } from '../table/change-versioned.ts'
import { getItem, type Table, type Write, writeTogether } from '../table/table.ts'

type Told = Pick<CallbackRequest, 'id' | 'region' | 'channel' | 'reason' | 'alias' | 'referrerType' | 'municipality' | 'language'> & {
  at: Date
}

/** A call to promise. `number` is in E.164, `numberKey` its keyed hash. */
export type PromiseRequest = Told & Pick<CallbackRequest, 'contact' | 'promise' | 'consent'> & { number: string; numberKey: string }

/** A contact that ended before it reached a worker and asked for nothing. */
export type Unreached = Told & { contact: ContactId }

const askedForNothing = { mayCall: false, othersMayAnswer: false, mayLeaveMessage: false }

/**
 * Promises a call in one transaction: the entry, its number, the pointers to it, and the fact. A referrer with an open entry keeps that
 * one.
 */
export async function promise(table: Table, request: PromiseRequest): Promise<Callback> {
  const settled = await changeVersioned({
    read: () => standingOf(table, request),
    rule: ({ entry, version }) => ({ entry: entryFor(request, entry), version, numberUntil: numberKeptUntil(request.at) }),
    save: async (standing, callback) => {
      const writes = await promiseWrites(table, request, { callback, standing })
      return (await writeTogether(table, writes)).kind === 'written' ? 'saved' : 'stale'
    },
  })
  if (settled.kind === 'contended') throw new Error('a promise was made by others all the time')
  return { ...settled.outcome, version: settled.outcome.version + 1 }
}

/** Records once that a contact ended unreached. `answeredAt` is when its referrer has reached a worker since, or null. */
export async function noteUnreached(table: Table, unreached: Unreached): Promise<{ callback: Callback; answeredAt: Date | null }> {
  const { contact, region, at } = unreached
  const knownBy = await openContacts(table).linksOf(contact)
  const entry = newEntry({ ...unreached, promise: null, consent: askedForNothing })
  const written = await writeTogether(table, [
    callbackWrite(table, { entry, version: 0, numberUntil: null }),
    pointerWrite(table, contactPointer(contact, entry), null),
    ...referrerWrites(table, entry, { at, knownBy }),
  ])
  const callback = written.kind === 'written' ? { entry, version: 1, numberUntil: null } : await callbackOfContact(table, unreached)
  const { entry: asked } = callback
  const answeredAt = asked.contact === contact ? await firstAnswered(table, region, { knownBy, at: asked.lastAskedAt }) : null
  return { callback, answeredAt }
}

type Standing = { entry: CallbackRequest | null; version: number; ofContact: CallbackId | null; ofNumber: CallbackId | null }

// The open entry of this number or else of this contact, and what both pointers hold now: the write is conditional on it.
async function standingOf(table: Table, { region, contact, numberKey }: PromiseRequest): Promise<Standing> {
  const pointedFrom = async (key: Key | null) => {
    const item = key && (await getItem(table, key))
    return item ? CallbackId.parse(item['callback']) : null
  }
  const keys = [callbackOfNumberKey(region, numberKey), contact && callbackOfContactKey(contact)] as const
  const [ofNumber, ofContact] = await Promise.all([pointedFrom(keys[0]), pointedFrom(keys[1])])
  for (const id of [ofNumber, ofContact]) {
    const item = id && (await getItem(table, callbackKey(region, id)))
    const callback = item ? callbackOf(item) : null
    if (callback?.entry.state === 'open') return { entry: callback.entry, version: callback.version, ofContact, ofNumber }
  }
  return { entry: null, version: 0, ofContact, ofNumber }
}

function entryFor(request: PromiseRequest, standing: CallbackRequest | null): CallbackRequest {
  const again = standing && askAgain(standing, request)
  return again?.kind === 'asked-again' ? again.entry : newEntry(request)
}

type Made = { callback: Callback; standing: Standing }

async function promiseWrites(table: Table, request: PromiseRequest, { callback, standing }: Made): Promise<Write[]> {
  const { contact, at, region, number, numberKey } = request
  const { entry } = callback
  const before = standing.entry && (await getItem(table, callbackNumberKey(entry.id)))
  const kept = before && keptNumberOf(before)
  const links = contact === null ? [] : await openContacts(table).linksOf(contact)
  const knownBy: KnownBy[] = [{ by: 'number', referrerKey: numberKey }, ...links.filter((link) => link.referrerKey !== numberKey)]
  const keptKeys = kept?.numberKey === numberKey ? kept.referrerKeys : []
  const referrerKeys = [...new Set([...knownBy.map((link) => link.referrerKey), ...keptKeys])]
  const toNumber = { ...callbackOfNumberKey(region, numberKey), callback: entry.id, expiresAt: secondsOf(numberKeptUntil(at)) }
  const fact = contact && factItem(contact, { kind: 'callback-promised', at, callback: entry.id }, 'flow')
  return [
    callbackWrite(table, callback),
    numberWrite(table, entry, { at, kept: { number, numberKey, referrerKeys } }),
    pointerWrite(table, toNumber, standing.ofNumber),
    ...referrerWrites(table, entry, { at, knownBy }),
    ...(contact === null ? [] : [pointerWrite(table, contactPointer(contact, entry), standing.ofContact)]),
    ...(fact ? [{ Put: { TableName: table.name, Item: fact } }] : []),
    ...(kept ? forgotten(table, entry, { kept, numberKey, referrerKeys }) : []),
  ]
}

// After a change of number, the pointers of the earlier number are deleted.
function forgotten(
  table: Table,
  { id, region }: CallbackRequest,
  { kept, numberKey, referrerKeys }: { kept: KeptNumber; numberKey: string; referrerKeys: string[] },
): Write[] {
  const gone = kept.referrerKeys.filter((key) => !referrerKeys.includes(key)).map((key) => callbackOfReferrerKey(region, key, id))
  const number = kept.numberKey === numberKey ? [] : [callbackOfNumberKey(region, kept.numberKey)]
  return [...gone, ...number].map((key) => pointerDelete(table, key, id))
}

async function callbackOfContact(table: Table, { contact, region }: Unreached): Promise<Callback> {
  const pointer = await getItem(table, callbackOfContactKey(contact))
  const item = pointer && (await getItem(table, callbackKey(region, CallbackId.parse(pointer['callback']))))
  if (!item) throw new Error('a contact points to an entry of the ledger that is not there')
  return callbackOf(item)
}

function contactPointer(contact: ContactId, entry: CallbackRequest) {
  const expiresAt = secondsOf(conversationKeptUntil(entry.askedAt))
  return { ...callbackOfContactKey(contact), callback: entry.id, expiresAt }
}

function newEntry(told: Told & Pick<CallbackRequest, 'contact' | 'promise' | 'consent'>): CallbackRequest {
  const { id, region, contact, channel, reason, promise, consent, alias, referrerType, municipality, language, at } = told
  const who = { alias, referrerType, municipality, language }
  const asked = { id, region, contact, channel, reason, askedAt: at, lastAskedAt: at, promise, consent }
  return { ...asked, ...who, owner: null, claimedAt: null, attempts: [], numberGivenTo: [], state: 'open', closedAt: null, closing: null }
}
