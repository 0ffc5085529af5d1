import type { ContactEvent } from '../../shared/contracts/connect/contact-events.ts'
import type { RegionId } from '../../shared/domain/ids.ts'
import type { ContactStore } from '../../shared/storage/contacts/contacts.ts'
import type { UnfinishedStore } from '../../shared/storage/contacts/unfinished.ts'
import type { NoticeStore } from '../../shared/storage/notices/notices.ts'
import type { WorkerStore } from '../../shared/storage/workers/workers.ts'
import type { RecordDeps } from '../record-event.ts'

/** What a sweep needs, besides what recording an event needs. */
export type Deps = RecordDeps & {
  regions: readonly RegionId[]
  unfinished: UnfinishedStore
  cameIn: ContactStore['cameIn']
  /** How a contact went so far, as Connect tells; null when Connect does not know it. */
  askConnect(contactId: string): Promise<ContactEvent | null>
  inRegion: WorkerStore['inRegion']
  enqueueNotice: NoticeStore['enqueueNotice']
  pause(milliseconds: number): Promise<unknown>
  now(): Date
}

/** What a run may still do, and what it did so far. */
export type Run = {
  looked: number
  asked: number
  repaired: number
  endedUnknown: number
  failed: number
  /** Questions in a row that Connect did not answer. */
  unanswered: number
}
