import type { DescribedContact } from '../../../shared/connect/describe-contact.ts'
import type { AgentAtWork, WaitingNow } from '../../../shared/connect/line-now.ts'
import type { ScheduledFunction, RunNow } from '../../../shared/lambda/run-now.ts'
import type { RegionId } from '../../../shared/domain/ids.ts'
import type { OpenRegion } from '../../../shared/domain/regions/region.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import type { CalendarStore } from '../../../shared/storage/roster/calendars.ts'
import type { CallbackStore } from '../../../shared/storage/callbacks/callbacks.ts'
import type { CaseStore } from '../../../shared/storage/cases/cases.ts'
import type { ContactStore } from '../../../shared/storage/contacts/contacts.ts'
import type { ConversationStore } from '../../../shared/storage/conversations/conversations.ts'
import type { HoursStore } from '../../../shared/storage/hours/hours.ts'
import type { NoticeStore } from '../../../shared/storage/notices/notices.ts'
import type { OpeningCheckStore } from '../../../shared/storage/line/opening-checks.ts'
import type { RefusedStartStore } from '../../../shared/storage/line/refused-starts.ts'
import type { RosterStore } from '../../../shared/storage/roster/rosters.ts'
import type { SoftphoneCheckStore } from '../../../shared/storage/line/softphone-checks.ts'
import type { SwapStore } from '../../../shared/storage/roster/swaps.ts'
import type { Worker, WorkerStore } from '../../../shared/storage/workers/workers.ts'
import type { SubjectOf } from './sign-in.ts'

/** The requests of the desk API to Connect. */
export type InConnect = {
  describeContact(connectContactId: string): Promise<DescribedContact | null>
  agentsNow(agentArns: readonly string[]): Promise<AgentAtWork[]>
  waitingIn(region: RegionId): Promise<WaitingNow>
}

/** The dependencies of the desk API's steps. */
export type DeskDeps = InConnect & {
  contacts: ContactStore
  conversations: ConversationStore
  cases: CaseStore
  callbacks: CallbackStore
  workers: WorkerStore
  rosters: RosterStore
  hours: HoursStore
  swaps: SwapStore
  calendars: CalendarStore
  notices: NoticeStore
  openingChecks: OpeningCheckStore
  refusedStarts: RefusedStartStore
  softphoneChecks: SoftphoneCheckStore
  subjectOf: SubjectOf
  callerKey: string
  now(): Date
  newCaseId(): string
  /** A new random id, without prefix, for a roster change, a swap or an absence. */
  newId(): string
  /** Invokes `apply-roster` or `apply-hours` at once for a region, without waiting for its result. */
  runNow(functionName: ScheduledFunction, region: RegionId): Promise<RunNow>
}

/** The dependencies with the signed-in worker. Steps read and write only the data of that worker's region. */
export type Desk = DeskDeps & { worker: Worker }

/** The names of the region's workers and coordinators, by worker id. */
export async function namesIn(desk: Desk): Promise<Map<string, string>> {
  const workers = await desk.workers.inRegion(desk.worker.region)
  return new Map(workers.map((worker) => [worker.id, worker.name]))
}

/** The region of the signed-in worker. Throws when its line is not open: no worker should be stored there. */
export function regionOf(desk: Desk): OpenRegion {
  const region = openRegion(desk.worker.region)
  if (!region) throw new Error('a worker stands in a region whose line is not open')
  return region
}
