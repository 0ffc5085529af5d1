import type { ContactId } from '../ids.ts'
import type { CallbackConsent, CallbackRequest } from './callback.ts'
import { narrowest } from './callback-rules.ts'

// What may settle a promise besides the very contact that asked (shared/domain/contacts/recognition.ts).

/**
 * Whether the worker is asked if a conversation concerns this promise, which was made to a contact with the same number. `talkedAt` is when
 * the conversation began: what was promised later is not settled by it.
 */
export function mayConcern(entry: CallbackRequest, { contact, talkedAt }: { contact: ContactId; talkedAt: Date }): boolean {
  return entry.state === 'open' && entry.consent.mayCall && entry.contact !== contact && entry.lastAskedAt <= talkedAt
}

/** Whether an entry is of somebody who left and asked for nothing: it stands apart from the promises and expires by itself. */
export function isUnasked({ state, consent }: Pick<CallbackRequest, 'state' | 'consent'>): boolean {
  return state === 'open' && !consent.mayCall
}

/**
 * The consent of a new promise, given the promises that stand for the same number: whoever knows a number can ask in its name, so what was
 * refused for it once is not widened by another entry.
 */
export function consentFor(asked: CallbackConsent, standing: readonly CallbackRequest[]): CallbackConsent {
  return standing
    .filter(({ state, consent }) => state === 'open' && consent.mayCall)
    .reduce((consent, one) => narrowest(consent, one.consent), asked)
}

/** How many keys of its referrer an entry keeps: the newest. More would let whoever asks again and again make it grow. */
export const maxReferrerKeys = 10
