import type { CallbackRequest } from '../callbacks/callback.ts'
import { isBroken } from '../callbacks/callback-rules.ts'
import type { ContactFact } from '../contacts/contact.ts'

/** What became of a contact. `lost` is a fault: nobody was reached and no entry exists. */
export type ContactDisposition = 'reached' | 'promised' | 'left-by-themselves' | 'heard-closing' | 'still-there' | 'lost'

/** What became of a promised call. `broken`: the number was erased before anybody reached the referrer. */
export type PromiseDisposition = 'open' | 'done' | 'notReached' | 'cameBack' | 'broken'

// No call or chat lasts a day: an older contact without an end has an end event that never arrived.
const longestMilliseconds = 86_400_000

/** What became of a contact, by its facts and its ledger entry (null without one). The first case that applies counts. */
export function contactDisposition(facts: readonly ContactFact[], entry: CallbackRequest | null, now: Date): ContactDisposition {
  const has = (kind: ContactFact['kind']) => facts.some((fact) => fact.kind === kind)
  if (has('contact-answered')) return 'reached'
  if (entry !== null) return entry.consent.mayCall ? 'promised' : 'left-by-themselves'
  const saidNo = facts.some((fact) => fact.kind === 'contact-decided' && (fact.decision === 'closed' || fact.decision === 'nobody-on-duty'))
  if (saidNo) return 'heard-closing'
  const isLong = facts.every((fact) => now.getTime() - fact.at.getTime() > longestMilliseconds)
  return has('contact-ended') || isLong ? 'lost' : 'still-there'
}

/** What became of a promised call so far. */
export function promiseDisposition(entry: CallbackRequest, hasNumber: boolean): PromiseDisposition {
  if (isBroken(entry, hasNumber)) return 'broken'
  return dispositionOfState[entry.state]
}

const dispositionOfState = {
  open: 'open',
  done: 'done',
  'not-reached': 'notReached',
  'came-back': 'cameBack',
  seen: 'broken',
} as const satisfies Record<CallbackRequest['state'], PromiseDisposition>
