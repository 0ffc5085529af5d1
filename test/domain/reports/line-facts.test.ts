import { describe, expect, it } from 'vitest'
import { CallbackId, CaseId, ConversationId } from '../../../shared/domain/ids.ts'
import { contactFacts, isLaterFact, type LineFact } from '../../../shared/domain/reports/line-facts.ts'
import { at } from '../../support/time/at.ts'
import { makeArrival } from '../../support/people/make.ts'
import { noor } from '../../support/people/people.ts'

const moment = at('2026-11-24 10:30')
const ofContact: LineFact[] = [
  makeArrival(),
  { kind: 'contact-decided', at: moment, decision: 'offer', team: null },
  { kind: 'contact-queued', at: moment },
  { kind: 'contact-answered', at: moment, worker: noor },
  { kind: 'contact-missed', at: moment },
  { kind: 'contact-ended', at: moment },
]
const later: LineFact[] = [
  { kind: 'callback-promised', at: moment, callback: CallbackId.parse('callback_1') },
  { kind: 'conversation-logged', at: moment, conversation: ConversationId.parse('conversation_1'), outcome: 'advice', worker: noor },
  { kind: 'case-taken-on', at: moment, case: CaseId.parse('case_1'), worker: noor },
]

describe('the facts of a contact', () => {
  it.each(ofContact)('of the contact itself: $kind', (fact) => {
    expect(isLaterFact(fact)).toBe(false)
  })

  it.each(later)('of a later step: $kind', (fact) => {
    expect(isLaterFact(fact)).toBe(true)
  })

  it('are folded without those of later steps', () => {
    expect(contactFacts([...later, ...ofContact])).toEqual(ofContact)
  })
})
