import type { ContactFact } from '../contacts/contact.ts'
import type { Outcome } from '../conversations/outcomes.ts'
import type { CallbackId, CaseId, ConversationId, WorkerId } from '../ids.ts'

/** A step of a contact's journey that stands beside the contact itself: its call-back, its conversation log, its case. */
export type LaterFact =
  | { kind: 'callback-promised'; at: Date; callback: CallbackId }
  | { kind: 'conversation-logged'; at: Date; conversation: ConversationId; outcome: Outcome; worker: WorkerId }
  | { kind: 'case-taken-on'; at: Date; case: CaseId; worker: WorkerId }

/** Everything that happened on the journey of one contact, from the arrival to the taking on. */
export type LineFact = ContactFact | LaterFact

const laterFacts: readonly LaterFact['kind'][] = ['callback-promised', 'conversation-logged', 'case-taken-on']

/** Whether a fact belongs to a later step; each of these happens to a contact only once. */
export function isLaterFact(fact: LineFact): fact is LaterFact {
  return laterFacts.some((kind) => kind === fact.kind)
}

/** The facts that are folded into what is known of a contact. */
export function contactFacts(facts: readonly LineFact[]): ContactFact[] {
  return facts.filter((fact): fact is ContactFact => !isLaterFact(fact))
}
