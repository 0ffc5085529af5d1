import type { RegionId, SwapId, WorkerId } from '../../domain/ids.ts'
import { regionGroup, type Key } from '../table/keys.ts'

export function rosterKey(region: RegionId): Key {
  return { pk: regionGroup(region), sk: 'roster' }
}

/** The routing profile that the roster last gave a worker, to tell our own change from one that somebody made in Connect by hand. */
export function appliedProfileKey(region: RegionId, worker: WorkerId | ''): Key {
  return { pk: regionGroup(region), sk: `applied#${worker}` }
}

export function swapKey(region: RegionId, swap: SwapId | ''): Key {
  return { pk: regionGroup(region), sk: `swap#${swap}` }
}

export function calendarKey(worker: WorkerId): Key {
  return { pk: `worker#${worker}`, sk: 'calendar' }
}
