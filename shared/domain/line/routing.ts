import { type DutyRoster, onDuty } from '../roster/duty-roster.ts'
import type { TeamId, WorkerId } from '../ids.ts'
import { type ClosedBecause, openingAt } from '../hours/opening-hours.ts'
import type { OpeningHours, MunicipalityLookup } from '../regions/region.ts'

/** What the line does with a contact. `offer` and `closing-soon` go to the queue; the others end with a sentence. */
export type RouteDecision =
  | { kind: 'offer'; team: TeamId | null; first: readonly WorkerId[]; backup: readonly WorkerId[] }
  | { kind: 'closing-soon'; team: TeamId | null; closesAt: Date }
  | { kind: 'closed'; why: ClosedBecause; opensAt: Date | null }
  | { kind: 'nobody-on-duty' }

/** What the decision is based on: the line's hours, its roster, and where the family lives. */
export type LineNow = { hours: OpeningHours; roster: DutyRoster; municipality: MunicipalityLookup | null }

// From a quarter of an hour before closing the caller is told: an accepted conversation is finished, but may need more time.
const closingSoonMinutes = 15

/**
 * Where a contact goes now. The order of the checks is the policy: a closed line says when it opens; only an open line can have nobody on
 * duty. The municipality never refuses a contact: a family of another region that chose this line is served here.
 */
export function decideRoute(line: LineNow, at: Date): RouteDecision {
  const opening = openingAt(line.hours, at)
  if (opening.kind === 'closed') return opening

  const duty = onDuty(line.roster, at)
  if (duty.first.length === 0 && duty.backup.length === 0) return { kind: 'nobody-on-duty' }

  const team = line.municipality?.kind === 'here' ? line.municipality.municipality.team : null
  const minutesLeft = (opening.closesAt.getTime() - at.getTime()) / 60_000
  if (minutesLeft <= closingSoonMinutes) return { kind: 'closing-soon', team, closesAt: opening.closesAt }
  return { kind: 'offer', team, first: duty.first, backup: duty.backup }
}
