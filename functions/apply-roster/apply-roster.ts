import * as z from 'zod'
import type { ConnectUser } from '../../shared/connect/users.ts'
import { type DutyRole, dutyRoleOf, onDuty } from '../../shared/domain/duty-roster.ts'
import { type RegionId, TeamId } from '../../shared/domain/ids.ts'
import type { RosterStore } from '../../shared/storage/rosters.ts'
import type { Worker, WorkerStore } from '../../shared/storage/workers.ts'
import { nameOf, type Visit } from '../door.ts'

/** The routing profiles of a region by the part a worker plays; on duty, each team has one of its own. */
export const RegionProfiles = z.strictObject({ 'on-duty': z.record(TeamId, z.string()), backup: z.string(), 'off-duty': z.string() })
export type RegionProfiles = z.infer<typeof RegionProfiles>

export type Tools = {
  profiles: Record<RegionId, RegionProfiles>
  inRegion: WorkerStore['inRegion']
  setAgentArn: WorkerStore['setAgentArn']
  rosterOf: RosterStore['rosterOf']
  users(): Promise<ConnectUser[]>
  setRoutingProfile(userId: string, profileId: string): Promise<void>
  pause(milliseconds: number): Promise<unknown>
  now(): Date
}

// Connect takes two such requests a second from an account; more are refused, and refusals would cost the next worker her turn.
const betweenChangesMilliseconds = 500

type Move = { worker: Worker; user: ConnectUser; role: DutyRole; profile: string }

const moveFirst = { 'on-duty': 0, backup: 1, 'off-duty': 2 } as const satisfies Record<DutyRole, number>

/** Gives every worker in Connect the routing profile of the part she plays now. Who has it already is left alone. */
export async function applyRoster(tools: Tools, visit: Visit): Promise<{ changed: number; failed: number }> {
  const outcome = { changed: 0, failed: 0 }
  // Whoever must take the line now comes first: the requests to Connect take their time.
  const moves = (await wishedMoves(tools)).sort((one, other) => moveFirst[one.role] - moveFirst[other.role])
  for (const { worker, user, profile } of moves) {
    try {
      await tools.setAgentArn(worker, user.arn)
      if (user.routingProfileId === profile) continue
      if (outcome.changed + outcome.failed > 0) await tools.pause(betweenChangesMilliseconds)
      await tools.setRoutingProfile(user.id, profile)
      outcome.changed += 1
    } catch (error) {
      // One worker who cannot be moved must not leave the others without their turn.
      outcome.failed += 1
      visit.errorName = nameOf(error)
    }
  }
  visit.kind = outcome.failed > 0 ? 'applied-in-part' : outcome.changed > 0 ? 'applied' : 'unchanged'
  return outcome
}

async function wishedMoves(tools: Tools): Promise<Move[]> {
  const users = new Map((await tools.users()).map((user) => [user.username, user]))
  const moves: Move[] = []
  for (const [region, profiles] of Object.entries(tools.profiles)) {
    const duty = onDuty(await tools.rosterOf(region), tools.now())
    for (const worker of await tools.inRegion(region)) {
      const user = users.get(worker.username)
      const role = dutyRoleOf(worker.id, duty)
      if (user) moves.push({ worker, user, role, profile: profileFor(profiles, worker, role) })
    }
  }
  return moves
}

// A worker without a team, or of one without a profile, serves the region's first team: better heard by another team than not at all.
function profileFor(profiles: RegionProfiles, worker: Worker, role: DutyRole): string {
  if (role !== 'on-duty') return profiles[role]
  const ofTeams = profiles['on-duty']
  return (worker.team === null ? undefined : ofTeams[worker.team]) ?? Object.values(ofTeams)[0] ?? profiles.backup
}
