import { randomUUID } from 'node:crypto'
import type { Case } from '../../../shared/domain/cases/case.ts'
import { CaseId, type ContactId, contactIdOf, type ConversationId, conversationIdOf, WorkerId } from '../../../shared/domain/ids.ts'
import type { TakingOn } from '../../../shared/storage/cases/cases.ts'
import type { Conversation } from '../../../shared/storage/conversations/conversation-items.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { at } from '../time/at.ts'
import { makeNotes } from './make.ts'
import { noor } from './people.ts'

export function newContact(): ContactId {
  return contactIdOf(randomUUID())
}

export function newWorker(): WorkerId {
  return WorkerId.parse(`worker_${randomUUID()}`)
}

/** A conversation that is about to be opened. */
export function makeDraft(given: Partial<Conversation> = {}): Conversation & { id: ConversationId } {
  const contact = given.contact ?? newContact()
  return {
    id: conversationIdOf(contact),
    contact,
    region: 'limburg-oost',
    openedBy: noor,
    openedAt: at('2026-11-24 10:35'),
    version: 0,
    state: 'draft',
    notes: makeNotes({ outcome: null, concern: '', stillPossible: '' }),
    codeFrom: null,
    ...given,
  }
}

/** The request to take on a case, by default for a worker with ten places. */
export function makeTakingOn(given: Partial<Case> = {}, places = 10): TakingOn {
  const contact = newContact()
  const taken: Case = {
    id: CaseId.parse(`case_${randomUUID()}`),
    region: 'limburg-oost',
    team: 'genk',
    worker: noor,
    conversation: conversationIdOf(contact),
    municipality: '71016',
    stage: 'taken-on',
    referredAt: at('2026-11-24 10:30'),
    takenOnAt: at('2026-11-24 11:15'),
    overCapacityReason: null,
    ...given,
  }
  const notice = {
    id: taken.id,
    kind: 'case-taken-on',
    region: taken.region,
    worker: taken.worker,
    at: taken.takenOnAt,
    minutes: null,
  } as const
  return { case: taken, contact, places, notice }
}

/** By default a full-time worker of the team of Genk. */
export function makeWorker(given: Partial<Worker> = {}): Worker {
  const id = given.id ?? newWorker()
  return {
    id,
    region: 'limburg-oost',
    team: 'genk',
    role: 'worker',
    name: 'Noor Wilg',
    share: 1,
    username: id.slice('worker_'.length),
    subject: `subject-of-${id}`,
    agentArn: null,
    noticeAddress: 'noor.wilg@example.org',
    ...given,
  }
}
