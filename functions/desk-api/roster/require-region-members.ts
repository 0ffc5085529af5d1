import type { TeamId, WorkerId } from '../../../shared/domain/ids.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import { invalid } from '../../http-app.ts'
import type { Desk } from '../desk/deps.ts'

/**
 * Refuses whoever cannot have the line here, and teams that are none of this region, by the field in which they stand. A worker of another
 * region, a coordinator and nobody are refused alike.
 */
export async function requireRegionMembers(
  desk: Desk,
  workers: Readonly<Record<string, WorkerId>>,
  teams: Readonly<Record<string, TeamId | null>> = {},
): Promise<void> {
  const { region } = desk.worker
  const known = (await desk.workers.inRegion(region)).filter((worker) => worker.role === 'worker').map((worker) => worker.id)
  const ofRegion = openRegion(region)?.teams.map((team) => team.id) ?? []
  for (const [field, worker] of Object.entries(workers)) if (!known.includes(worker)) throw invalid(field)
  for (const [field, team] of Object.entries(teams)) if (team !== null && !ofRegion.includes(team)) throw invalid(field)
}
