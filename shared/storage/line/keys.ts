import type { RegionId, WorkerId } from '../../domain/ids.ts'
import { regionGroup, type Key } from '../table/keys.ts'

/** What is looked at shortly before an opening: how the line stood, and the test contact that was sent through its flow. */
export function openingKey(region: RegionId, opensAt: Date, part: 'check' | 'contact'): Key {
  return { pk: regionGroup(region), sk: `opening#${opensAt.toISOString()}#${part}` }
}

/** Since when a region's line is left alone, while it is. */
export function leftAloneKey(region: RegionId): Key {
  return { pk: regionGroup(region), sk: 'left-alone' }
}

export function softphoneKey(worker: WorkerId): Key {
  return { pk: `worker#${worker}`, sk: 'softphone' }
}
