import type { CaseId, WorkerId } from '../../domain/ids.ts'
import type { Key } from '../table/keys.ts'

/** A case. */
export function caseKey(id: CaseId): Key {
  return { pk: `case#${id}`, sk: 'case' }
}

/** The index keys of a case: the worker's cases by the moment of taking on. */
export function familiesOf(worker: WorkerId, takenOnAt: Date): { gsi1pk: string; gsi1sk: string } {
  return { gsi1pk: `families#${worker}`, gsi1sk: takenOnAt.toISOString() }
}

/** The number of families that a worker carries. */
export function caseloadKey(worker: WorkerId): Key {
  return { pk: `worker#${worker}`, sk: 'caseload' }
}
