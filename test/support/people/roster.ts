import type { DutyRoster } from '../../../shared/domain/roster/duty-roster.ts'
import type { RosterStore } from '../../../shared/storage/roster/rosters.ts'

/** Makes this the roster of a region, whatever stood there. */
export async function setRoster(rosters: RosterStore, region: string, roster: DutyRoster): Promise<void> {
  const { version } = await rosters.versioned(region)
  if ((await rosters.save(region, roster, version)) === 'stale') throw new Error('Somebody else changed the roster of this test.')
}
