import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { markReason } from './mark-reason.ts'
import type { Row } from './rows.ts'

export type QueuedRefs = {
  regionQueueArn: string
  /** One queue per team of the region. */
  teamQueueArns: Readonly<Record<string, string>>
  waitingFlowArn: string
  workerLeftFlowArn: string
}

type TeamRow = `team-${string}`
export type QueuedRow =
  | 'which'
  | 'byTeam'
  | 'regionQueue'
  | 'staffed'
  | 'sayNobodySignedIn'
  | 'markNobodySignedIn'
  | 'ready'
  | 'available'
  | 'markBusy'
  | 'connecting'
  | 'queueFlow'
  | 'queueFlowAgain'
  | 'leftFlow'
  | 'toQueue'
  | 'sayFull'
  | 'markFull'
  | 'broken'
  | 'sayBroken'
  | 'chatBroken'
  | 'markBroken'
  | TeamRow

/** A call waits in the region's queue; a chat in its team's, when the family's municipality has one. */
export function queued(region: OpenRegion, words: CallerWords, refs: QueuedRefs): Record<QueuedRow, Row<QueuedRow | 'offer'>> {
  const { phone, widget } = words
  const teams = region.teams.map(({ id }): [string, TeamRow] => [id, `team-${id}`])
  const flowArn = refs.waitingFlowArn
  return {
    which: { kind: 'by-channel', arms: { voice: 'regionQueue', chat: 'byTeam' } },
    byTeam: { kind: 'by-text', reference: '$.External.team', arms: Object.fromEntries(teams), otherwise: 'regionQueue' },
    ...teamQueues(region, refs),
    regionQueue: { kind: 'choose-queue', queueArn: refs.regionQueueArn, arms: { next: 'staffed', error: 'broken' } },
    ...staff(phone),
    connecting: { kind: 'say', text: phone.connecting, arms: { next: 'queueFlow', error: 'queueFlow' } },
    queueFlow: { kind: 'hang', hook: 'CustomerQueue', flowArn, arms: { next: 'leftFlow', error: 'queueFlowAgain' } },
    // Without ours, Connect's own queue flow plays music past closing time and for ever: better an honest sentence than that.
    queueFlowAgain: { kind: 'hang', hook: 'CustomerQueue', flowArn, arms: { next: 'leftFlow', error: 'broken' } },
    leftFlow: { kind: 'hang', hook: 'CustomerRemaining', flowArn: refs.workerLeftFlowArn, arms: { next: 'toQueue', error: 'toQueue' } },
    toQueue: { kind: 'to-queue', arms: { full: 'sayFull', error: 'broken' } },
    sayFull: { kind: 'say', text: phone.queueFull, arms: { next: 'markFull', error: 'markFull' } },
    markFull: markReason('queue-full', 'offer'),
    broken: { kind: 'by-channel', arms: { voice: 'sayBroken', chat: 'chatBroken' } },
    sayBroken: { kind: 'say', text: phone.error, arms: { next: 'markBroken', error: 'markBroken' } },
    chatBroken: { kind: 'say', text: widget.failed(region.publicPhone), arms: { next: 'markBroken', error: 'markBroken' } },
    markBroken: markReason('failed', 'offer'),
  }
}

type StaffRow = 'staffed' | 'sayNobodySignedIn' | 'markNobodySignedIn' | 'ready' | 'available' | 'markBusy'

/**
 * Whether anybody serves the chosen queue now. A team's queue is served by its own worker, the backups and the other teams, so its own count
 * is the right one. What Connect cannot count stops nobody.
 */
function staff(phone: CallerWords['phone']): Record<StaffRow, Row<StaffRow | 'connecting' | 'queueFlow' | 'offer'>> {
  return {
    staffed: { kind: 'by-staff', metric: 'NumberOfAgentsStaffed', arms: { some: 'ready', none: 'sayNobodySignedIn', error: 'ready' } },
    sayNobodySignedIn: { kind: 'say', text: phone.nobodyOnDuty, arms: { next: 'markNobodySignedIn', error: 'markNobodySignedIn' } },
    markNobodySignedIn: markReason('nobody-signed-in', 'offer'),
    ready: { kind: 'by-channel', arms: { voice: 'available', chat: 'queueFlow' } },
    // Asked here and not while waiting: there the telephone that rings for her already counts as taken.
    available: { kind: 'by-staff', metric: 'NumberOfAgentsAvailable', arms: { some: 'connecting', none: 'markBusy', error: 'connecting' } },
    markBusy: { kind: 'remember', attributes: { [attribute.busy]: 'yes' }, arms: { next: 'queueFlow', error: 'queueFlow' } },
  }
}

function teamQueues(region: OpenRegion, { teamQueueArns }: QueuedRefs): Record<TeamRow, Row<'staffed' | 'regionQueue'>> {
  const rows: Record<TeamRow, Row<'staffed' | 'regionQueue'>> = {}
  for (const { id } of region.teams) {
    const queueArn = teamQueueArns[id]
    if (queueArn === undefined) throw new Error(`The team ${id} of ${region.id} has no queue.`)
    rows[`team-${id}`] = { kind: 'choose-queue', queueArn, arms: { next: 'staffed', error: 'regionQueue' } }
  }
  return rows
}
