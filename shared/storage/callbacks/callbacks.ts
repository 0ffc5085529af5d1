import type { CallbackRequest, ClosingReason, NotedAttempt } from '../../domain/callbacks/callback.ts'
import { type AttemptUndone, undoableUntil, undoAttempt } from '../../domain/callbacks/attempts.ts'
import {
  type CallbackClaim,
  type CallbackLaidAside,
  type CallbackNoted,
  cameBack,
  claimCallback,
  markSeen,
  mayCallBack,
  noteAttempt,
  noteNumberGiven,
  releaseCallback,
} from '../../domain/callbacks/callback-rules.ts'
import {
  assignCallback,
  type CallbackCoordinated,
  type PromiseSwept,
  settleCallback,
  sweepPromise,
} from '../../domain/callbacks/promise-loss.ts'
import type { ContactId, RegionId, WorkerId } from '../../domain/ids.ts'
import { erasePointers, keptNumber, numberErasure, storedNumber } from './callback-erasure.ts'
import type { Callback } from './callback-items.ts'
import {
  type CallbackRef,
  entryWrites,
  ledgerOf,
  type Placed,
  readPlaced,
  unaskedIn,
  type UnaskedPage,
  versionAfter,
} from './callback-places.ts'
import { promise, promisesFor, type PromiseRequest } from './callback-promises.ts'
import { closeOfReferrer, type ReferrerAnswered } from './callback-returns.ts'
import { callbackNumberKey } from './keys.ts'
import { hadEntry, noteUnreached, type Unreached } from './unreached.ts'
import { numberKeptUntil, secondsOf } from '../table/retention.ts'
import { changeVersioned } from '../table/change-versioned.ts'
import { seenAt, type Table, type Write, writeTogether } from '../table/table.ts'

export type { CallbackRef } from './callback-places.ts'

/** The result of a step, and the entry as it is now. */
export type Stepped<Outcome> = { outcome: Outcome; callback: Callback }

/** The number of an entry, for the worker who may call it. */
export type NumberAsked = { kind: 'number'; number: string } | { kind: 'erased' } | { kind: 'not-yours' }

/** The keys of an entry, for the worker who may call it: of its number, and those that identify its referrer. */
export type KeysAsked = { kind: 'known'; numberKey: string; referrerKeys: readonly string[] } | { kind: 'erased' } | { kind: 'not-yours' }

/** The ledger of call-backs. */
export type CallbackStore = {
  /** Promises a call: one open promise per contact, and per browser session and region, however often it is asked. */
  promise(request: PromiseRequest): Promise<Callback>
  /** Records that a contact ended without reaching a worker; once, and not when a call was promised to it. null: it has expired since. */
  noteUnreached(unreached: Unreached): Promise<Callback | null>
  /** Closes what a referrer asked before reaching a worker: found by contact, code, session or a worker's word, never by number. */
  closeOfReferrer(answered: ReferrerAnswered): Promise<void>
  /** The open promises for a number, oldest first: to ask about, for they may be of several people. */
  promisesFor(number: { region: RegionId; numberKey: string }): Promise<CallbackRequest[]>
  /** The ledger of a region: all open promises, and what was closed in the last thirty days. */
  ofRegion(region: RegionId): Promise<Callback[]>
  /** The open entries of those who left and asked for nothing, the newest first, at most `limit`. */
  unasked(region: RegionId, page: { limit: number; older: string | null }): Promise<UnaskedPage>
  /** Whether an entry was ever made for a contact; one that asked for nothing expires, and is only counted from then on. */
  hadEntry(contact: ContactId): Promise<boolean>
  entryOf(ref: CallbackRef): Promise<Callback | null>
  claim(ref: CallbackRef, worker: WorkerId): Promise<Stepped<CallbackClaim> | null>
  release(ref: CallbackRef, by: WorkerId | 'coordinator'): Promise<Stepped<CallbackClaim> | null>
  attempt(ref: CallbackRef, attempt: NotedAttempt): Promise<Stepped<CallbackNoted> | null>
  /** Undoes the last attempt of this worker, also when it closed the entry. */
  undo(ref: CallbackRef, worker: WorkerId): Promise<Stepped<AttemptUndone> | null>
  seen(ref: CallbackRef, by: { worker: WorkerId; at: Date }): Promise<Stepped<CallbackLaidAside> | null>
  /** Gives an open promise to a worker, whoever had it. */
  assign(ref: CallbackRef, worker: WorkerId): Promise<Stepped<CallbackCoordinated> | null>
  /** Closes an open promise for a reason; without a conversation it is lost. */
  settle(ref: CallbackRef, settled: { by: WorkerId; why: ClosingReason }): Promise<Stepped<CallbackCoordinated> | null>
  /** Closes a promise as lost once its number is erased, and erases the number of a closed entry that cannot be reopened any more. */
  sweep(ref: CallbackRef): Promise<Stepped<PromiseSwept> | null>
  /** The number, for the owner of an open entry whose referrer allows a call. Saves who is given it before returning it. */
  numberOf(ref: CallbackRef, worker: WorkerId): Promise<NumberAsked | null>
  /** The hashes that identify the referrer, without the number. */
  keysOf(ref: CallbackRef, worker: WorkerId): Promise<KeysAsked | null>
}

/** The call-backs in a table. */
export function openCallbacks(table: Table): CallbackStore {
  const entryOf = async (ref: CallbackRef) => (await readPlaced(table, ref))?.callback ?? null
  return {
    promise: (request) => promise(table, request),
    // An event may arrive days late: both are handled as of the event's moment, or entries that were due then would stay open for ever.
    noteUnreached: async (unreached) => {
      const then = seenAt(table, unreached.at)
      const { callback, answeredAt } = await noteUnreached(then, unreached)
      if (answeredAt === null || callback === null) return callback
      const stepped = await step(then, callback.entry, ({ entry }) => cameBack(entry, answeredAt))
      return stepped?.callback ?? callback
    },
    closeOfReferrer: (answered) =>
      closeOfReferrer(seenAt(table, answered.at), answered, async (id) => {
        await step(seenAt(table, answered.at), { region: answered.region, id }, ({ entry }) => cameBack(entry, answered.at))
      }),
    promisesFor: (number) => promisesFor(table, number),
    ofRegion: (region) => ledgerOf(table, region),
    unasked: (region, page) => unaskedIn(table, region, page),
    hadEntry: (contact) => hadEntry(table, contact),
    entryOf,
    claim: (ref, worker) => step(table, ref, ({ entry }) => claimCallback(entry, worker, table.now())),
    release: (ref, by) => step(table, ref, ({ entry }) => releaseCallback(entry, by)),
    attempt: (ref, attempt) => step(table, ref, ({ entry }) => noteAttempt(entry, attempt)),
    undo: (ref, worker) => step(table, ref, ({ entry }) => undoAttempt(entry, { worker, at: table.now() })),
    seen: (ref, by) => step(table, ref, (callback) => markSeen(callback.entry, { ...by, hasNumber: hasNumber(callback, by.at) })),
    assign: (ref, worker) => step(table, ref, ({ entry }) => assignCallback(entry, worker, table.now())),
    settle: (ref, settled) => step(table, ref, ({ entry }) => settleCallback(entry, { ...settled, at: table.now() })),
    sweep: (ref) => step(table, ref, ({ entry, numberUntil }) => sweepPromise(entry, numberUntil, table.now())),
    numberOf: async (ref, worker) => {
      const stepped = await step(table, ref, async ({ entry }) => {
        const kept = await keptFor(table, entry, worker)
        return kept.kind === 'number' ? { ...kept, entry: noteNumberGiven(entry, { worker, at: table.now() }) } : kept
      })
      if (!stepped) return null
      const { outcome } = stepped
      return outcome.kind === 'number' ? { kind: outcome.kind, number: outcome.number } : outcome
    },
    keysOf: async (ref, worker) => {
      const callback = await entryOf(ref)
      if (!callback) return null
      const kept = await keptFor(table, callback.entry, worker)
      return kept.kind === 'number' ? { kind: 'known', numberKey: kept.numberKey, referrerKeys: kept.referrerKeys } : kept
    },
  }
}

/** Whether the number of an entry is still stored at a moment. */
export function hasNumber({ entry, numberUntil }: Callback, at: Date): boolean {
  return entry.state === 'open' && numberUntil !== null && numberUntil > at
}

// Reads the entry, applies the rule and saves its result; when somebody else changed the entry in between, starts again.
async function step<Outcome extends { kind: string; entry?: CallbackRequest }>(
  table: Table,
  ref: CallbackRef,
  rule: (callback: Callback) => Outcome | Promise<Outcome>,
): Promise<Stepped<Outcome> | null> {
  const settled = await changeVersioned({
    read: () => readPlaced(table, ref),
    rule: async (placed) => placed && { outcome: await rule(placed.callback), placed },
    save: (_placed, stepped) => (stepped?.outcome.entry ? saveEntry(table, stepped.placed, stepped.outcome.entry) : 'nothing-to-save'),
  })
  if (settled.kind === 'contended') throw new Error('an entry of the ledger was changed by others all the time')
  if (settled.outcome === null) return null
  const { outcome, placed } = settled.outcome
  if (!outcome.entry) return { outcome, callback: placed.callback }
  const callback = withEntry(placed.callback, outcome.entry, table.now())
  return { outcome, callback: { ...callback, version: versionAfter(callback, placed.key) } }
}

// Closing an entry erases what it no longer needs: first the number, then what points from it to the entry. One that an attempt closed keeps
// both until the attempt can no longer be undone.
async function saveEntry(table: Table, { callback, key }: Placed, entry: CallbackRequest): Promise<'saved' | 'stale'> {
  const next = withEntry(callback, entry, table.now())
  const isErased = entry.state !== 'open' && next.numberUntil === null
  const kept = isErased ? await storedNumber(table, entry.id) : null
  const ofNumber = isErased ? [numberErasure(table, entry.id)] : numberKeptWrites(table, callback, next)
  const written = await writeTogether(table, [...entryWrites(table, next, key), ...ofNumber])
  if (written.kind !== 'written') return 'stale'
  if (kept) await erasePointers(table, entry, kept)
  return 'saved'
}

// An entry that is open again keeps its number as long as before; one that an attempt closed keeps it until that can no longer be undone.
function withEntry({ version, numberUntil, entry: before }: Callback, entry: CallbackRequest, now: Date): Callback {
  if (entry.state === 'open')
    return { entry, version, numberUntil: before.state === 'open' ? numberUntil : numberKeptUntil(entry.lastAskedAt) }
  const until = undoableUntil(entry)
  const isKept = until !== null && until > now && numberUntil !== null && numberUntil > now
  return { entry, version, numberUntil: isKept ? until : null }
}

function numberKeptWrites(table: Table, { numberUntil }: Callback, next: Callback): Write[] {
  if (next.numberUntil === null || next.numberUntil.getTime() === numberUntil?.getTime()) return []
  const change = { UpdateExpression: 'set expiresAt = :until', ConditionExpression: 'attribute_exists(pk)' }
  const values = { ExpressionAttributeValues: { ':until': secondsOf(next.numberUntil) } }
  return [{ Update: { TableName: table.name, Key: callbackNumberKey(next.entry.id), ...change, ...values } }]
}

async function keptFor(table: Table, entry: CallbackRequest, worker: WorkerId) {
  if (!mayCallBack(entry, worker)) return { kind: entry.state === 'open' ? 'not-yours' : 'erased' } as const
  const kept = await keptNumber(table, entry.id)
  return kept ? ({ kind: 'number', ...kept } as const) : ({ kind: 'erased' } as const)
}
