import type { WorkerId } from '../../../shared/domain/ids.ts'

// Made-up people with the names of trees.
export const noor: WorkerId = 'worker_noor-wilg'
export const sam: WorkerId = 'worker_sam-eik'
export const lies: WorkerId = 'worker_lies-beuk'
export const tuur: WorkerId = 'worker_tuur-linde'
