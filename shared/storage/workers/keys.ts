import type { RegionId, WorkerId } from '../../domain/ids.ts'
import { regionGroup, type Key } from '../table/keys.ts'

/** A worker of a region. */
export function workerKey(region: RegionId, worker: WorkerId): Key {
  return { pk: regionGroup(region), sk: `worker#${worker}` }
}

/** The pointer from a sign-in subject to its worker. */
export function subjectKey(subject: string): Key {
  return { pk: `subject#${subject}`, sk: 'worker' }
}

/** The pointer from a Connect agent to its worker. */
export function agentKey(agentArn: string): Key {
  return { pk: `agent#${agentArn}`, sk: 'worker' }
}
