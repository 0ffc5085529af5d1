import type { RegionId } from '../../domain/ids.ts'
import { regionGroup, type Key } from '../table/keys.ts'

export function hoursKey(region: RegionId): Key {
  return { pk: regionGroup(region), sk: 'hours' }
}

/** What was last put in Connect, to tell a change of the coordinator from one that somebody made there by hand. */
export function appliedHoursKey(region: RegionId): Key {
  return { pk: regionGroup(region), sk: 'hours-applied' }
}
