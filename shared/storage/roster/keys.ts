import type { RegionId, SwapId, WorkerId } from '../../domain/ids.ts'
import { regionGroup, type Key } from '../table/keys.ts'

/** The duty roster of a region. */
export function rosterKey(region: RegionId): Key {
  return { pk: regionGroup(region), sk: 'roster' }
}

/** The routing profile last applied for a worker, to tell our own change from one made in Connect by hand. */
export function appliedProfileKey(region: RegionId, worker: WorkerId | ''): Key {
  return { pk: regionGroup(region), sk: `applied#${worker}` }
}

/** A swap; an empty id gives the start of all. */
export function swapKey(region: RegionId, swap: SwapId | ''): Key {
  return { pk: regionGroup(region), sk: `swap#${swap}` }
}

/** How many turns a worker has offered so far, so that two offers at once cannot both find the turn free. */
export function offersKey(region: RegionId, worker: WorkerId): Key {
  return { pk: regionGroup(region), sk: `offers#${worker}` }
}

/** The version of a worker's calendar address. */
export function calendarKey(worker: WorkerId): Key {
  return { pk: `worker#${worker}`, sk: 'calendar' }
}
