import type { RegionId, WorkerId } from '../../domain/ids.ts'
import { regionGroup, type Key } from '../table/keys.ts'

/** A check before an opening: its result, and the test contact sent through the flow. */
export function openingKey(region: RegionId, opensAt: Date, part: 'check' | 'contact'): Key {
  return { pk: regionGroup(region), sk: `opening#${opensAt.toISOString()}#${part}` }
}

/** Since when a region's line is unattended, while it is. */
export function leftAloneKey(region: RegionId): Key {
  return { pk: regionGroup(region), sk: 'left-alone' }
}

/** The softphone check of a worker. */
export function softphoneKey(worker: WorkerId): Key {
  return { pk: `worker#${worker}`, sk: 'softphone' }
}
