import type { CaseId, ContactId, ConversationId, RegionId, WorkerId } from '../domain/ids.ts'

// Every key of the table on one page. `pk` groups what is read together, `sk` tells it apart inside the group.
// Times in keys are ISO texts in UTC, which sort as moments do.

export type Key = { pk: string; sk: string }

/** The two indexes: one by the worker it waits for, one by the referrer it came from. Never read for a decision. */
export const indexes = { ofWorker: 'gsi1', ofReferrer: 'gsi2' } as const

/** Who told a fact. The flow knows more of an arrival than an event does, so both are kept, apart, and the domain folds them. */
export type ToldBy = 'flow' | 'desk' | 'event'

export function contactGroup(contact: ContactId): string {
  return `contact#${contact}`
}

/** Facts that can happen once have no moment in their key: told again, they land on themselves. */
export function onceFactKey(contact: ContactId, kind: string): Key {
  return { pk: contactGroup(contact), sk: `fact#${kind}` }
}

export function timedFactKey(contact: ContactId, kind: string, at: Date): Key {
  return { pk: contactGroup(contact), sk: `fact#${kind}#${at.toISOString()}` }
}

export function arrivalKey(contact: ContactId, toldBy: ToldBy): Key {
  return { pk: contactGroup(contact), sk: `fact#contact-arrived#${toldBy}` }
}

export function referrerLinkKey(contact: ContactId, by: 'number' | 'code'): Key {
  return { pk: contactGroup(contact), sk: `referrer#${by}` }
}

export function ofReferrer(referrerKey: string, at: Date): { gsi2pk: string; gsi2sk: string } {
  return { gsi2pk: `referrer#${referrerKey}`, gsi2sk: at.toISOString() }
}

export function codeKey(referrerKey: string): Key {
  return { pk: `referrer#${referrerKey}`, sk: 'code' }
}

export function conversationKey(conversation: ConversationId): Key {
  return { pk: `conversation#${conversation}`, sk: 'notes' }
}

/** The pointer that lets one conversation lead to at most one case. */
export function takenOnKey(conversation: ConversationId): Key {
  return { pk: `conversation#${conversation}`, sk: 'taken-on' }
}

export function toFinishOf(worker: WorkerId, openedAt: Date): { gsi1pk: string; gsi1sk: string } {
  return { gsi1pk: `to-finish#${worker}`, gsi1sk: openedAt.toISOString() }
}

export function caseKey(id: CaseId): Key {
  return { pk: `case#${id}`, sk: 'case' }
}

export function familiesOf(worker: WorkerId, takenOnAt: Date): { gsi1pk: string; gsi1sk: string } {
  return { gsi1pk: `families#${worker}`, gsi1sk: takenOnAt.toISOString() }
}

export function caseloadKey(worker: WorkerId): Key {
  return { pk: `worker#${worker}`, sk: 'caseload' }
}

export function regionGroup(region: RegionId): string {
  return `region#${region}`
}

export function workerKey(region: RegionId, worker: WorkerId): Key {
  return { pk: regionGroup(region), sk: `worker#${worker}` }
}

export function subjectKey(subject: string): Key {
  return { pk: `subject#${subject}`, sk: 'worker' }
}

export function agentKey(agentArn: string): Key {
  return { pk: `agent#${agentArn}`, sk: 'worker' }
}

export function rosterKey(region: RegionId): Key {
  return { pk: regionGroup(region), sk: 'roster' }
}

export function dueNoticeKey(id: string, at: Date): Key {
  return { pk: 'notices#due', sk: `${at.toISOString()}#${id}` }
}

export function sentNoticeKey(id: string): Key {
  return { pk: `notice#${id}`, sk: 'sent' }
}
