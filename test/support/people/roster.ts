import type { DutyRoster } from '../../../shared/domain/roster/duty-roster.ts'
import type { RosterStore } from '../../../shared/storage/roster/rosters.ts'

/** Replaces the roster of a region, whichever version was stored. */
export async function setRoster(rosters: RosterStore, region: string, roster: DutyRoster): Promise<void> {
  const { version } = await rosters.versioned(region)
  if ((await rosters.save(region, roster, version)) === 'stale') throw new Error('Somebody else changed the roster of this test.')
}
