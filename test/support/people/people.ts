import type { WorkerId } from '../../../shared/domain/ids.ts'

// Made-up workers; their surnames are trees, so that they are recognisable as made up.
export const noor: WorkerId = 'worker_noor-wilg'
export const sam: WorkerId = 'worker_sam-eik'
export const lies: WorkerId = 'worker_lies-beuk'
export const tuur: WorkerId = 'worker_tuur-linde'
