import type { CallbackRequest } from '../callbacks/callback.ts'
import { lossOf, type LossReason } from '../callbacks/promise-loss.ts'
import type { ContactFact } from '../contacts/contact.ts'

/** What became of a contact. `unrecorded` is a fault: nobody was reached and no entry exists. */
export type ContactDisposition = 'reached' | 'promised' | 'left-by-themselves' | 'heard-closing' | 'still-there' | 'unrecorded'

/** What became of a promised call: it is open, it ended with a conversation, or it was lost and why. */
export type PromiseDisposition = 'open' | 'done' | 'came-back' | LossReason

// No call or chat lasts a day: an older contact without an end has an end event that never arrived.
const longestMilliseconds = 86_400_000

/**
 * What became of a contact, by its facts and its ledger entry: null without one, `left` when it asked for nothing and is only counted. The
 * first case that applies counts.
 */
export function contactDisposition(facts: readonly ContactFact[], entry: CallbackRequest | 'left' | null, now: Date): ContactDisposition {
  const has = (kind: ContactFact['kind']) => facts.some((fact) => fact.kind === kind)
  if (has('contact-answered')) return 'reached'
  if (entry === 'left') return 'left-by-themselves'
  if (entry !== null) return entry.consent.mayCall ? 'promised' : 'left-by-themselves'
  const saidNo = facts.some((fact) => fact.kind === 'contact-decided' && (fact.decision === 'closed' || fact.decision === 'nobody-on-duty'))
  if (saidNo) return 'heard-closing'
  const isLong = facts.every((fact) => now.getTime() - fact.at.getTime() > longestMilliseconds)
  return has('contact-ended') || isLong ? 'unrecorded' : 'still-there'
}

/** What became of a promised call so far; `numberUntil` is until when its number is kept. */
export function promiseDisposition(entry: CallbackRequest, numberUntil: Date | null, now: Date): PromiseDisposition {
  const loss = lossOf(entry, numberUntil, now)
  if (loss !== null) return loss.why
  if (entry.state === 'open') return 'open'
  return entry.state === 'came-back' ? 'came-back' : 'done'
}
