import { DutyRoster } from '../domain/duty-roster.ts'
import type { RegionId } from '../domain/ids.ts'
import { rosterKey } from './keys.ts'
import { getItem, putItem, type Table } from './table.ts'

export type RosterStore = {
  /** Who has the line when, in a region; an empty roster when none was ever made. */
  rosterOf(region: RegionId): Promise<DutyRoster>
  save(region: RegionId, roster: DutyRoster): Promise<void>
}

/** The duty rosters of the line in a table. */
export function openRosters(table: Table): RosterStore {
  return {
    rosterOf: async (region) => {
      const item = await getItem(table, rosterKey(region))
      return item ? DutyRoster.parse({ shifts: item['shifts'] }) : { shifts: [] }
    },
    save: (region, roster) => putItem(table, { ...rosterKey(region), shifts: roster.shifts }),
  }
}
