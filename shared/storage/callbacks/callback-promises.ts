import type { CallbackRequest } from '../../domain/callbacks/callback.ts'
import { askAgain } from '../../domain/callbacks/callback-rules.ts'
import { consentFor } from '../../domain/callbacks/settling.ts'
import type { CallbackId } from '../../domain/ids.ts'
import { erasePointers, keptNumber } from './callback-erasure.ts'
import {
  type Callback,
  contactPointer,
  type KeptNumber,
  newEntry,
  numberWrite,
  pointerWrite,
  readPointer,
  referrerWrites,
  type Told,
} from './callback-items.ts'
import { type EntryKeys, keysFor, keysGone } from './callback-keys.ts'
import { entryWrites, type Placed, readPlaced, versionAfter } from './callback-places.ts'
import { pointedFrom } from './callback-returns.ts'
import { factItem } from '../contacts/facts.ts'
import { callbackOfContactKey, callbackOfSessionKey } from './keys.ts'
import { numberKeptUntil, secondsOf } from '../table/retention.ts'
import { changeVersioned } from '../table/change-versioned.ts'
import { type Table, type Write, writeTogether } from '../table/table.ts'

/**
 * A call to promise. `number` is in E.164, `numberKey` its keyed hash; `sessionKey` is the keyed hash of the browser session that asks, null
 * on the phone.
 */
export type PromiseRequest = Told &
  Pick<CallbackRequest, 'contact' | 'promise' | 'consent'> & { number: string; numberKey: string; sessionKey: string | null }

/**
 * Promises a call in one transaction: the entry, its number, the pointers to it, and the fact. The same contact, or browser session
 * with the same number, keeps its open entry; the same number from elsewhere may be somebody else, and has an entry of its own.
 */
export async function promise(table: Table, request: PromiseRequest): Promise<Callback> {
  const settled = await changeVersioned({
    read: () => standingOf(table, request),
    rule: async (standing) => {
      const entry = entryFor(request, standing)
      const kept = await keysFor(table, request, standing.kept)
      const callback = { entry, version: standing.placed?.callback.version ?? 0, numberUntil: numberKeptUntil(request.at) }
      return { callback, ...kept }
    },
    save: async (standing, made) => {
      const written = await writeTogether(table, promiseWrites(table, request, { ...made, standing }))
      return written.kind === 'written' ? 'saved' : 'stale'
    },
  })
  if (settled.kind === 'contended') throw new Error('a promise was made by others all the time')
  const { standing, outcome } = settled
  await erasePointers(table, outcome.callback.entry, keysGone(standing.kept, outcome.kept))
  return { ...outcome.callback, version: versionAfter(outcome.callback, standing.placed?.key ?? null) }
}

/** The open promises of this region for a number, oldest first. They may be of several people. */
export async function promisesFor(
  table: Table,
  { region, numberKey }: Pick<PromiseRequest, 'region' | 'numberKey'>,
): Promise<CallbackRequest[]> {
  const ids = await pointedFrom(table, region, numberKey)
  const placed = await Promise.all(ids.map((id) => readPlaced(table, { region, id })))
  const entries = placed.flatMap((one) => (one && one.callback.entry.state === 'open' ? [one.callback.entry] : []))
  return entries.sort((one, other) => one.askedAt.getTime() - other.askedAt.getTime())
}

type Standing = {
  placed: Placed | null
  kept: KeptNumber | null
  ofContact: CallbackId | null
  ofSession: CallbackId | null
  ofNumber: CallbackRequest[]
}

// The open entry of this contact or else of this session, and what both pointers hold now: the write is conditional on it.
async function standingOf(table: Table, request: PromiseRequest): Promise<Standing> {
  const { region, contact, sessionKey, numberKey } = request
  const [ofSession, ofContact, ofNumber] = await Promise.all([
    readPointer(table, sessionKey === null ? null : callbackOfSessionKey(region, sessionKey, numberKey)),
    readPointer(table, contact && callbackOfContactKey(contact)),
    promisesFor(table, request),
  ])
  for (const id of [ofSession, ofContact]) {
    const placed = id && (await readPlaced(table, { region, id }))
    if (placed?.callback.entry.state !== 'open') continue
    return { placed, kept: await keptNumber(table, placed.callback.entry.id), ofContact, ofSession, ofNumber }
  }
  return { placed: null, kept: null, ofContact, ofSession, ofNumber }
}

function entryFor(request: PromiseRequest, { placed, ofNumber }: Standing): CallbackRequest {
  const others = ofNumber.filter(({ id }) => id !== placed?.callback.entry.id)
  const asked = { ...request, consent: consentFor(request.consent, others) }
  const again = placed && askAgain(placed.callback.entry, asked)
  return again?.kind === 'asked-again' ? again.entry : newEntry(asked)
}

type Made = EntryKeys & { callback: Callback; standing: Standing }

function promiseWrites(table: Table, request: PromiseRequest, { callback, standing, kept, knownBy }: Made): Write[] {
  const { contact, at, region, sessionKey, numberKey } = request
  const { entry } = callback
  const fact = contact && factItem(contact, { kind: 'callback-promised', at, callback: entry.id }, 'flow')
  const toSession = sessionKey !== null && {
    ...callbackOfSessionKey(region, sessionKey, numberKey),
    callback: entry.id,
    expiresAt: secondsOf(numberKeptUntil(at)),
  }
  return [
    ...entryWrites(table, callback, standing.placed?.key ?? null),
    numberWrite(table, entry, { at, kept }),
    ...referrerWrites(table, entry, { at, knownBy }),
    ...(toSession ? [pointerWrite(table, toSession, standing.ofSession)] : []),
    ...(contact === null ? [] : [pointerWrite(table, contactPointer(contact, entry), standing.ofContact)]),
    ...(fact ? [{ Put: { TableName: table.name, Item: fact } }] : []),
  ]
}
