import type { WorkerId } from '../../shared/domain/ids.ts'
import type { AgentNow } from '../../shared/domain/line/line-watch.ts'
import type { Deps, WatchedLine } from './deps.ts'

/** The current state of the region's signed-in workers, by worker id. */
export async function agentsOf(deps: Deps, { workers }: WatchedLine): Promise<AgentNow[]> {
  const byAgent = new Map(workers.flatMap((worker) => (worker.agentArn === null ? [] : [[worker.agentArn, worker.id] as const])))
  if (byAgent.size === 0) return []
  const atWork = await deps.agentsNow([...byAgent.keys()])
  return atWork.flatMap(({ agentArn, state }) => {
    const worker = byAgent.get(agentArn)
    return worker === undefined ? [] : [{ worker, state }]
  })
}

/** The coordinators of the region; without any, all its workers, because an alert must reach somebody. */
export function coordinatorsOf({ workers }: Pick<WatchedLine, 'workers'>): WorkerId[] {
  const coordinators = workers.filter((worker) => worker.role === 'coordinator')
  return (coordinators.length > 0 ? coordinators : workers).map((worker) => worker.id)
}
