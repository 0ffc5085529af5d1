import { randomUUID } from 'node:crypto'
import type { CallbackRequest } from '../../../shared/domain/callbacks/callback.ts'
import { CallbackId } from '../../../shared/domain/ids.ts'
import type { PromiseRequest } from '../../../shared/storage/callbacks/callback-promises.ts'
import type { Unreached } from '../../../shared/storage/callbacks/unreached.ts'
import { at } from '../time/at.ts'
import { newContact } from './make-cases.ts'

export function newCallbackId(): CallbackId {
  return CallbackId.parse(`callback_${randomUUID()}`)
}

export const mayBeCalled = { mayCall: true, othersMayAnswer: false, mayLeaveMessage: false }
export const askedForNothing = { mayCall: false, othersMayAnswer: false, mayLeaveMessage: false }

/** An entry with a promised call on a Tuesday morning. */
export function makeEntry(given: Partial<CallbackRequest> = {}): CallbackRequest {
  return {
    id: 'callback_one',
    region: 'limburg-oost',
    contact: newContact(),
    channel: 'phone',
    reason: 'busy',
    askedAt: at('2026-11-24 10:30'),
    lastAskedAt: at('2026-11-24 10:30'),
    promise: { from: at('2026-11-24 10:30'), by: at('2026-11-24 17:00') },
    consent: mayBeCalled,
    alias: null,
    referrerType: 'school',
    municipality: '71016',
    language: 'nl',
    owner: null,
    claimedAt: null,
    attempts: [],
    numberGivenTo: [],
    state: 'open',
    closedAt: null,
    closing: null,
    ...given,
  }
}

// Each number is used once, and cannot be dialled.
let numbers = 100
export function newNumber(): { number: string; numberKey: string } {
  numbers += 1
  return { number: `+32000000${numbers}`, numberKey: `hash-of-${randomUUID()}` }
}

/** The request to promise a call, to a new number. */
export function makePromise(given: Partial<PromiseRequest> = {}): PromiseRequest {
  return {
    id: newCallbackId(),
    region: 'limburg-oost',
    contact: newContact(),
    channel: 'phone',
    reason: 'busy',
    at: at('2026-11-24 10:30'),
    promise: { from: at('2026-11-24 10:30'), by: at('2026-11-24 17:00') },
    consent: mayBeCalled,
    alias: 'Juf Wilg',
    referrerType: 'school',
    municipality: '71016',
    language: 'nl',
    sessionKey: null,
    ...newNumber(),
    ...given,
  }
}

/** A contact that hung up in the queue. */
export function makeUnreached(given: Partial<Unreached> = {}): Unreached {
  return {
    id: newCallbackId(),
    contact: newContact(),
    region: 'limburg-oost',
    channel: 'phone',
    reason: 'left-in-queue',
    at: at('2026-11-24 10:30'),
    alias: null,
    referrerType: null,
    municipality: null,
    language: 'nl',
    ...given,
  }
}
