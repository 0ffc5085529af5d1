import type { DescribedContact } from '../../shared/connect/describe-contact.ts'
import type { ContactId } from '../../shared/domain/ids.ts'
import type { CaseStore } from '../../shared/storage/cases.ts'
import type { ContactStore } from '../../shared/storage/contacts.ts'
import type { ConversationStore } from '../../shared/storage/conversations.ts'
import type { RosterStore } from '../../shared/storage/rosters.ts'
import type { Worker, WorkerStore } from '../../shared/storage/workers.ts'
import type { SubjectOf } from './sign-in.ts'

/** What the steps of the desk work with. */
export type DeskTools = {
  contacts: ContactStore
  conversations: ConversationStore
  cases: CaseStore
  workers: WorkerStore
  rosters: RosterStore
  describeContact(connectContactId: string): Promise<DescribedContact | null>
  subjectOf: SubjectOf
  callerKey: string
  now(): Date
  newCaseId(): string
}

/** The desk as one signed-in worker sees it: everything in it stays inside her region. */
export type Desk = DeskTools & { worker: Worker }

/** Names by worker id, for what people read. */
export async function namesIn(desk: Desk): Promise<Map<string, string>> {
  const workers = await desk.workers.inRegion(desk.worker.region)
  return new Map(workers.map((worker) => [worker.id, worker.name]))
}

/** The contact's id with Connect, from ours. */
export function connectIdOf(contact: ContactId): string {
  return contact.slice('contact_'.length)
}
