import * as z from 'zod'
import { RegionId, type WorkerId } from '../../shared/domain/ids.ts'
import type { NoticeStore } from '../../shared/storage/notices/notices.ts'
import type { RosterStore } from '../../shared/storage/roster/rosters.ts'
import type { Worker, WorkerStore } from '../../shared/storage/workers/workers.ts'
import { nameOf, type RequestLog } from '../lambda.ts'
import { type Move, type DesiredDeps, desiredMoves } from './desired-moves.ts'

/** What applying the roster needs, besides the reads of `desiredMoves`. */
export type Deps = DesiredDeps & {
  setAgentArn: WorkerStore['setAgentArn']
  noteApplied: RosterStore['noteApplied']
  setRoutingProfile(userId: string, profileId: string): Promise<void>
  enqueueNotice: NoticeStore['enqueueNotice']
  pause(milliseconds: number): Promise<unknown>
}

/** A difference between Connect and the roster: somebody changed the profile in Connect, or a worker on duty has no user there. */
export type Drift = { region: RegionId; worker: WorkerId; why: 'changed-in-connect' | 'not-in-connect' }
/** The result of one run: profiles changed, changes that failed, and the differences found. */
export type Applied = { changed: number; failed: number; drift: Drift[] }

const Asked = z.strictObject({ region: RegionId })

// Connect allows two of these requests a second per account; a rejected request would leave the next worker without a new profile. When two
// runs overlap, the retries of the client absorb the rejections.
const betweenChangesMilliseconds = 500
// The user search of Connect lags: within this time, an old profile in its answer is our own change not yet indexed, not a change by hand.
const searchLagsMilliseconds = 120_000

/**
 * Gives every worker of the given region, or of all regions, the routing profile of the current duty role. Workers who already have it are
 * skipped. A profile changed by hand in Connect is put back, and the coordinators get a notice.
 */
export async function applyRoster(deps: Deps, event: unknown, requestLog: RequestLog): Promise<Applied> {
  const outcome: Applied = { changed: 0, failed: 0, drift: [] }
  const moves = await desiredMoves(deps, regionsAsked(deps, event))
  for (const move of moves) {
    try {
      await make(deps, move, outcome)
    } catch (error) {
      // One worker whose profile cannot be changed must not prevent the others from getting theirs.
      outcome.failed += 1
      requestLog.errorName = nameOf(error)
    }
  }
  await notifyCoordinators(deps, { moves, drift: outcome.drift }, requestLog)
  requestLog.kind = kindOf(outcome)
  return outcome
}

// A scheduled event has a `region` too, but it is an AWS region: then all regions are applied.
function regionsAsked({ profiles }: Deps, event: unknown): RegionId[] {
  const asked = Asked.safeParse(event)
  return asked.success && profiles[asked.data.region] ? [asked.data.region] : Object.keys(profiles)
}

async function make(deps: Deps, { worker, user, role, profile, applied }: Move, outcome: Applied): Promise<void> {
  const drifted = (why: Drift['why']) => outcome.drift.push({ region: worker.region, worker: worker.id, why })
  if (user === null) {
    if (role === 'on-duty') drifted('not-in-connect')
    return
  }
  await deps.setAgentArn(worker, user.arn)
  const now = deps.now()
  const before = user.routingProfileId
  if (before !== profile) {
    const isOurOwn = applied?.before === before && now.getTime() - applied.at.getTime() < searchLagsMilliseconds
    if (applied?.profile === profile && !isOurOwn) drifted('changed-in-connect')
    if (outcome.changed + outcome.failed > 0) await deps.pause(betweenChangesMilliseconds)
    await deps.setRoutingProfile(user.id, profile)
    outcome.changed += 1
  }
  if (before !== profile || applied?.profile !== profile)
    await deps.noteApplied(worker.region, { worker: worker.id, profile, before, at: now })
}

type RunResult = { moves: readonly Move[]; drift: readonly Drift[] }

async function notifyCoordinators(deps: Deps, { moves, drift }: RunResult, requestLog: RequestLog): Promise<void> {
  const coordinators = moves.map(({ worker }) => worker).filter(({ role }) => role === 'coordinator')
  for (const one of drift) {
    for (const { id, region } of coordinators.filter((coordinator) => coordinator.region === one.region)) {
      try {
        await deps.enqueueNotice({ id: noticeId(one, id), kind: 'roster-drift', region, worker: id, at: deps.now(), minutes: null })
      } catch (error) {
        // The routing profiles are right by now; only the notice failed, and the log says so.
        requestLog.errorName = nameOf(error)
      }
    }
  }
}

function noticeId({ worker, why }: Drift, coordinator: Worker['id']): string {
  return `roster-drift#${why}#${worker}#${coordinator}`
}

function kindOf({ changed, failed, drift }: Applied): string {
  if (failed > 0) return 'applied-in-part'
  if (drift.length > 0) return 'applied-after-drift'
  return changed > 0 ? 'applied' : 'unchanged'
}
