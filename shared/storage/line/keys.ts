import type { RegionId, WorkerId } from '../../domain/ids.ts'
import type { Day } from '../../domain/time/brussels-time.ts'
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

/** Until when the starts of all regions use what Connect allows; one item. */
export const startTurnKey: Key = { pk: 'starts#all', sk: 'turn' }

/** The starts of chats in one span of time: of a region, of a school's page or of a browser (the last two as hashes). */
export function startsKey(of: string, since: Date): Key {
  return { pk: `starts#${of}#${since.toISOString()}`, sk: 'count' }
}

/** That a start ticket was used. */
export function startTicketKey(id: string): Key {
  return { pk: `start-ticket#${id}`, sk: 'used' }
}

/** How many starts of chats a region refused on a day. */
export function refusedStartsKey(region: RegionId, day: Day): Key {
  return { pk: regionGroup(region), sk: `refused-starts#${day}` }
}
