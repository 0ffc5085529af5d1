import type { RegionId } from '../../domain/ids.ts'
import { regionGroup, type Key } from '../table/keys.ts'

/** The opening hours of a region. */
export function hoursKey(region: RegionId): Key {
  return { pk: regionGroup(region), sk: 'hours' }
}

/** The hours last applied in Connect, to tell a change of the coordinator from one made in Connect by hand. */
export function appliedHoursKey(region: RegionId): Key {
  return { pk: regionGroup(region), sk: 'hours-applied' }
}
