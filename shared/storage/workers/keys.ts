import type { RegionId, WorkerId } from '../../domain/ids.ts'
import { regionGroup, type Key } from '../table/keys.ts'

export function workerKey(region: RegionId, worker: WorkerId): Key {
  return { pk: regionGroup(region), sk: `worker#${worker}` }
}

export function subjectKey(subject: string): Key {
  return { pk: `subject#${subject}`, sk: 'worker' }
}

export function agentKey(agentArn: string): Key {
  return { pk: `agent#${agentArn}`, sk: 'worker' }
}
