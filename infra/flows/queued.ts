import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { markReason } from './mark-reason.ts'
import type { Row } from './rows.ts'
import { whoRows, type WhoRow } from './who.ts'

/** The ARNs to which `queued` refers. */
export type QueuedRefs = {
  routeContactArn: string
  regionQueueArn: string
  /** The queue ARN of each team, by team id. */
  teamQueueArns: Readonly<Record<string, string>>
  waitingFlowArn: string
  workerLeftFlowArn: string
}

type TeamRow = `team-${string}`
/** The rows that `queued` writes. */
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
  | WhoRow

/** The rows that put a call in the region's queue, and a chat in its team's queue if the family's municipality has a team. */
export function queued(region: OpenRegion, words: CallerWords, refs: QueuedRefs): Record<QueuedRow, Row<QueuedRow | 'offer'>> {
  const { phone, widget } = words
  const teams = region.teams.map(({ id }): [string, TeamRow] => [id, `team-${id}`])
  const flowArn = refs.waitingFlowArn
  return {
    which: { kind: 'by-channel', arms: { voice: 'regionQueue', chat: 'byTeam' } },
    byTeam: { kind: 'by-text', reference: '$.External.team', arms: Object.fromEntries(teams), otherwise: 'regionQueue' },
    ...teamQueues(region, refs),
    regionQueue: { kind: 'choose-queue', queueArn: refs.regionQueueArn, arms: { next: 'staffed', error: 'broken' } },
    ...staff(region, phone),
    ...whoRows<'available'>(region, words, { ...refs, next: 'available' }),
    queueFlow: { kind: 'hang', hook: 'CustomerQueue', flowArn, arms: { next: 'leftFlow', error: 'queueFlowAgain' } },
    // Connect's default queue flow plays music without end, also after closing time; saying that something is broken is better.
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
 * Checks whether any worker serves the chosen queue. A team's queue is served by its own workers, the backups and the other teams, so the
 * count of the queue itself is the right one. If Connect cannot count, the contact continues.
 */
function staff(
  { asksWho }: OpenRegion,
  phone: CallerWords['phone'],
): Record<StaffRow, Row<StaffRow | 'mayAskWho' | 'queueFlow' | 'offer'>> {
  return {
    staffed: { kind: 'by-staff', metric: 'NumberOfAgentsStaffed', arms: { some: 'ready', none: 'sayNobodySignedIn', error: 'ready' } },
    sayNobodySignedIn: { kind: 'say', text: phone.nobodyOnDuty, arms: { next: 'markNobodySignedIn', error: 'markNobodySignedIn' } },
    markNobodySignedIn: markReason('nobody-signed-in', 'offer'),
    ready: { kind: 'by-channel', arms: { voice: asksWho ? 'mayAskWho' : 'available', chat: 'queueFlow' } },
    // Checked before the contact is queued: during the wait, the worker whose phone rings for this contact no longer counts as available.
    available: { kind: 'by-staff', metric: 'NumberOfAgentsAvailable', arms: { some: 'queueFlow', none: 'markBusy', error: 'queueFlow' } },
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
