import type { ContactFact } from '../contacts/contact.ts'
import type { Outcome } from '../conversations/outcomes.ts'
import type { CallbackId, CaseId, ConversationId, WorkerId } from '../ids.ts'

/** A fact of a contact that is recorded by a later step: its call-back, its conversation log, its case. */
export type LaterFact =
  | { kind: 'callback-promised'; at: Date; callback: CallbackId }
  | { kind: 'conversation-logged'; at: Date; conversation: ConversationId; outcome: Outcome; worker: WorkerId }
  | { kind: 'case-taken-on'; at: Date; case: CaseId; worker: WorkerId }

/** Everything that happened to one contact, from its arrival to the taking on. */
export type LineFact = ContactFact | LaterFact

const laterFacts: readonly LaterFact['kind'][] = ['callback-promised', 'conversation-logged', 'case-taken-on']

/** Whether a fact is of a later step; each of these happens to a contact at most once. */
export function isLaterFact(fact: LineFact): fact is LaterFact {
  return laterFacts.some((kind) => kind === fact.kind)
}

/** The facts that `foldContact` folds, without those of later steps. */
export function contactFacts(facts: readonly LineFact[]): ContactFact[] {
  return facts.filter((fact): fact is ContactFact => !isLaterFact(fact))
}
