import type { CaseId, WorkerId } from '../../domain/ids.ts'
import type { Key } from '../table/keys.ts'

export function caseKey(id: CaseId): Key {
  return { pk: `case#${id}`, sk: 'case' }
}

export function familiesOf(worker: WorkerId, takenOnAt: Date): { gsi1pk: string; gsi1sk: string } {
  return { gsi1pk: `families#${worker}`, gsi1sk: takenOnAt.toISOString() }
}

export function caseloadKey(worker: WorkerId): Key {
  return { pk: `worker#${worker}`, sk: 'caseload' }
}
