import * as z from 'zod'
import type { ConnectUser } from '../../shared/connect/users.ts'
import { type DutyRole, dutyRoleOf, onDuty, turnsOn, type DutyRoster } from '../../shared/domain/roster/duty-roster.ts'
import { clockOf, dayOf } from '../../shared/domain/time/brussels-time.ts'
import { type RegionId, TeamId, type WorkerId } from '../../shared/domain/ids.ts'
import type { AppliedProfile, RosterStore } from '../../shared/storage/roster/rosters.ts'
import type { Worker, WorkerStore } from '../../shared/storage/workers/workers.ts'

/** The routing profiles of a region by the part a worker plays; on duty, each team has one of its own. */
export const RegionProfiles = z.strictObject({ 'on-duty': z.record(TeamId, z.string()), backup: z.string(), 'off-duty': z.string() })
export type RegionProfiles = z.infer<typeof RegionProfiles>

export type DesiredDeps = {
  profiles: Record<RegionId, RegionProfiles>
  inRegion: WorkerStore['inRegion']
  rosterOf: RosterStore['rosterOf']
  applied: RosterStore['applied']
  users(): Promise<ConnectUser[]>
  now(): Date
}

/** What one worker should have in Connect now; `user` is null when Connect does not know her. */
export type Move = { worker: Worker; user: ConnectUser | null; role: DutyRole; profile: string; applied: AppliedProfile | null }

const moveFirst = { 'on-duty': 0, backup: 1, 'off-duty': 2 } as const satisfies Record<DutyRole, number>

/** What every worker of these regions should have in Connect, whoever must take the line now first: the requests take their time. */
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

// The team of the turn that she has now; null = her own.
function teamNow(roster: DutyRoster, worker: WorkerId, now: Date): TeamId | null {
  const clock = clockOf(now)
  const turns = turnsOn(roster, dayOf(now)).filter((turn) => turn.worker === worker && turn.role === 'first')
  return turns.find((turn) => turn.from <= clock && clock < turn.to && turn.team !== null)?.team ?? null
}

// A worker without a team, or of one without a profile, serves the region's first team: better heard by another team than not at all.
function profileFor(profiles: RegionProfiles, role: DutyRole, team: TeamId | null): string {
  if (role !== 'on-duty') return profiles[role]
  const ofTeams = profiles['on-duty']
  return (team === null ? undefined : ofTeams[team]) ?? Object.values(ofTeams)[0] ?? profiles.backup
}
