import * as z from 'zod'
import type { ConnectUser } from '../../shared/connect/users.ts'
import { type DutyRole, dutyRoleOf, onDuty, turnsOn, type DutyRoster } from '../../shared/domain/roster/duty-roster.ts'
import { clockOf, dayOf } from '../../shared/domain/time/brussels-time.ts'
import { type RegionId, TeamId, type WorkerId } from '../../shared/domain/ids.ts'
import type { AppliedProfile, RosterStore } from '../../shared/storage/roster/rosters.ts'
import type { Worker, WorkerStore } from '../../shared/storage/workers/workers.ts'

/** The routing profiles of a region by duty role; on duty, each team has its own profile. */
export const RegionProfiles = z.strictObject({ 'on-duty': z.record(TeamId, z.string()), backup: z.string(), 'off-duty': z.string() })
export type RegionProfiles = z.infer<typeof RegionProfiles>

/** What is read to compute the moves. */
export type DesiredDeps = {
  profiles: Record<RegionId, RegionProfiles>
  inRegion: WorkerStore['inRegion']
  rosterOf: RosterStore['rosterOf']
  applied: RosterStore['applied']
  users(): Promise<ConnectUser[]>
  now(): Date
}

/** What one worker should have in Connect now; `user` is null when Connect has no such user. */
export type Move = { worker: Worker; user: ConnectUser | null; role: DutyRole; profile: string; applied: AppliedProfile | null }

const moveFirst = { 'on-duty': 0, backup: 1, 'off-duty': 2 } as const satisfies Record<DutyRole, number>

/** What every worker of these regions should have in Connect. Workers on duty come first, because the requests are slow. */
export async function desiredMoves(deps: DesiredDeps, regions: readonly RegionId[]): Promise<Move[]> {
  const users = new Map((await deps.users()).map((user) => [user.username, user]))
  const moves: Move[] = []
  for (const region of regions) {
    const profiles = deps.profiles[region]
    if (!profiles) continue
    const roster = await deps.rosterOf(region)
    const duty = onDuty(roster, deps.now())
    const applied = await deps.applied(region)
    for (const worker of await deps.inRegion(region)) {
      const role = dutyRoleOf(worker.id, duty)
      const team = role === 'on-duty' ? teamNow(roster, worker.id, deps.now()) : null
      const profile = profileFor(profiles, role, team ?? worker.team)
      moves.push({ worker, user: users.get(worker.username) ?? null, role, profile, applied: applied.get(worker.id) ?? null })
    }
  }
  return moves.toSorted((one, other) => moveFirst[one.role] - moveFirst[other.role])
}

// The team of the worker's current turn; null when the turn names none, which means the worker's own team.
function teamNow(roster: DutyRoster, worker: WorkerId, now: Date): TeamId | null {
  const clock = clockOf(now)
  const turns = turnsOn(roster, dayOf(now)).filter((turn) => turn.worker === worker && turn.role === 'first')
  return turns.find((turn) => turn.from <= clock && clock < turn.to && turn.team !== null)?.team ?? null
}

// A worker without a team, or whose team has no profile, gets the first team's profile: an answer by another team is better than none.
function profileFor(profiles: RegionProfiles, role: DutyRole, team: TeamId | null): string {
  if (role !== 'on-duty') return profiles[role]
  const ofTeams = profiles['on-duty']
  return (team === null ? undefined : ofTeams[team]) ?? Object.values(ofTeams)[0] ?? profiles.backup
}
