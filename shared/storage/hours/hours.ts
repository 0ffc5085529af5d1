import * as z from 'zod'
import type { RegionId } from '../../domain/ids.ts'
import { OpeningHours } from '../../domain/regions/region.ts'
import { openRegion } from '../../domain/regions/regions.ts'
import { appliedHoursKey, hoursKey } from './keys.ts'
import { readStored } from '../table/read-each.ts'
import { getItem, putItem, type Table, updateItem } from '../table/table.ts'

/** Opening hours with the version that the next save must name; 0 for those of the region's data file. */
export type VersionedHours = { hours: OpeningHours; version: number }

/** The opening hours that coordinators saved. */
export type HoursStore = {
  /** When a region's line is open: what its coordinator saved, or else its data file. Throws for a region without a line. */
  hoursOf(region: RegionId): Promise<OpeningHours>
  versioned(region: RegionId): Promise<VersionedHours>
  /** Saves hours on the version they were made from; newer ones are never overwritten. */
  save(region: RegionId, hours: OpeningHours, version: number): Promise<'saved' | 'stale'>
  /** The hours last applied in Connect, as text; null when none ever were. */
  applied(region: RegionId): Promise<string | null>
  noteApplied(region: RegionId, applied: string): Promise<void>
}

/** The opening hours in a table. */
export function openHours(table: Table): HoursStore {
  const versioned = async (region: RegionId) => {
    const item = await getItem(table, hoursKey(region))
    return item ? readStored(StoredHours, item) : { hours: hoursOfRow(region), version: 0 }
  }
  return {
    versioned,
    hoursOf: async (region) => (await versioned(region)).hours,
    save: async (region, hours, version) => {
      const outcome = await updateItem(table, {
        Key: hoursKey(region),
        UpdateExpression: 'set #hours = :hours, #version = :next',
        ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : '#version = :read',
        ExpressionAttributeNames: { '#hours': 'hours', '#version': 'version' },
        ExpressionAttributeValues: { ':hours': hours, ':next': version + 1, ...(version > 0 && { ':read': version }) },
      })
      return outcome.kind === 'written' ? 'saved' : 'stale'
    },
    applied: async (region) => {
      const item = await getItem(table, appliedHoursKey(region))
      return item ? StoredApplied.parse(item).applied : null
    },
    noteApplied: (region, applied) => putItem(table, { ...appliedHoursKey(region), applied }),
  }
}

const StoredApplied = z.object({ applied: z.string() })
const StoredHours = z.object({ hours: OpeningHours, version: z.int().positive() })

function hoursOfRow(region: RegionId): OpeningHours {
  const open = openRegion(region)
  if (!open) throw new Error('hours were asked of a region whose line is not open')
  return open.hours
}
