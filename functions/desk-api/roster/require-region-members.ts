import type { TeamId, WorkerId } from '../../../shared/domain/ids.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import { invalid } from '../../http-app.ts'
import type { Desk } from '../desk/deps.ts'

/**
 * Throws a 400 that names the field when a worker cannot take turns in this region or a team is not of this region. `workers` and `teams`
 * are keyed by the path of the field in the body. A worker of another region, a coordinator and an unknown id get the same answer.
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
