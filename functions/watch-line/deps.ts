import * as z from 'zod'
import type { AgentAtWork, WaitingNow } from '../../shared/connect/line-now.ts'
import type { ChatOpened, ChatRequest } from '../../shared/connect/start-chat.ts'
import type { Day } from '../../shared/domain/time/brussels-time.ts'
import type { RegionId } from '../../shared/domain/ids.ts'
import type { OpeningCheck } from '../../shared/domain/line/opening-check.ts'
import type { OpeningHours, Span } from '../../shared/domain/regions/region.ts'
import type { DutyRoster } from '../../shared/domain/roster/duty-roster.ts'
import type { CallbackStore } from '../../shared/storage/callbacks/callbacks.ts'
import type { LineWatchStore } from '../../shared/storage/line/line-watch.ts'
import type { NoticeStore } from '../../shared/storage/notices/notices.ts'
import type { OpeningCheckStore } from '../../shared/storage/line/opening-checks.ts'
import type { SoftphoneCheckStore } from '../../shared/storage/line/softphone-checks.ts'
import type { Worker } from '../../shared/storage/workers/workers.ts'

/** The Connect resources of one region, by bare ids. */
export const LineInConnect = z.strictObject({ queues: z.array(z.string()).min(1), flow: z.string(), hours: z.string() })
export type LineInConnect = z.infer<typeof LineInConnect>

/** The result of one part of an opening check. */
export type Verdict = OpeningCheck['parts'][keyof OpeningCheck['parts']]

/** What the watch asks and does in Connect. */
export type InConnect = {
  agentsNow(agentArns: readonly string[]): Promise<AgentAtWork[]>
  waitingIn(queueIds: readonly string[]): Promise<WaitingNow>
  openOnDay(hoursId: string, day: Day): Promise<Span[]>
  startChat(request: ChatRequest): Promise<ChatOpened>
  stopContact(contactId: string): Promise<void>
}

/** What the steps of the watch need. */
export type Deps = InConnect & {
  lines: Readonly<Record<RegionId, LineInConnect>>
  callerKey: string
  hoursOf(region: RegionId): Promise<OpeningHours>
  rosterOf(region: RegionId): Promise<DutyRoster>
  inRegion(region: RegionId): Promise<Worker[]>
  callbacks: Pick<CallbackStore, 'ofRegion' | 'sweep'>
  enqueueNotice: NoticeStore['enqueueNotice']
  leftAlone: LineWatchStore['leftAlone']
  openingChecks: OpeningCheckStore
  softphoneOfToday: SoftphoneCheckStore['ofToday']
  now(): Date
}

/** A region's line with its hours, roster and workers, read once for all checks of one run. */
export type WatchedLine = {
  region: RegionId
  inConnect: LineInConnect
  hours: OpeningHours
  roster: DutyRoster
  workers: readonly Worker[]
  at: Date
}
