import type { Named } from '../../../shared/contracts/roster/roster.ts'
import type { DutyRoster } from '../../../shared/domain/roster/duty-roster.ts'
import type { WorkerId } from '../../../shared/domain/ids.ts'
import type { OpeningHours } from '../../../shared/domain/regions/region.ts'
import type { Desk } from '../desk/deps.ts'

/** What the functions that build the answer share: the stored roster, the opening hours, and a lookup of names by worker id. */
export type RosterView = { desk: Desk; roster: DutyRoster; hours: OpeningHours; name(worker: WorkerId): Named }
