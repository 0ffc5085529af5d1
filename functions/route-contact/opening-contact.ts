import type { RegionId } from '../../shared/domain/ids.ts'
import { openingToCheck } from '../../shared/domain/line/opening-check.ts'
import type { OpeningHours } from '../../shared/domain/regions/region.ts'
import type { HoursStore } from '../../shared/storage/hours/hours.ts'
import { isOpeningTicket, type OpeningCheckStore } from '../../shared/storage/line/opening-checks.ts'
import { nameOf, type RequestLog, withTimeout } from '../lambda.ts'

/** What recognising an opening check needs. */
export type OpeningDeps = { hoursOf: HoursStore['hoursOf']; contactArrived: OpeningCheckStore['contactArrived']; callerKey: string }
/** A contact that may be an opening check; `ticket` is undefined for all others. */
export type MaybeTried = { region: { id: RegionId; hours: OpeningHours }; ticket: string | undefined; at: Date }

const budgetMilliseconds = 1_400

/**
 * Whether this contact is the test contact of `watch-line` before an opening; then only its arrival is recorded. A wrong ticket makes it an
 * ordinary contact, so that nobody outside can send contacts that leave no trace.
 */
export async function isOpeningContact(deps: OpeningDeps, { region, ticket, at }: MaybeTried, requestLog: RequestLog): Promise<boolean> {
  if (ticket === undefined) return false
  const opensAt = openingToCheck(await hoursOf(deps, region, requestLog), at)
  if (opensAt === null || !isOpeningTicket(ticket, { secret: deps.callerKey, region: region.id, opensAt })) return false
  try {
    await withTimeout(budgetMilliseconds, deps.contactArrived(region.id, opensAt, at))
  } catch (error) {
    // An arrival that could not be recorded counts as not arrived: `watch-line` then sends a notice.
    requestLog.errorName = nameOf(error)
  }
  return true
}

async function hoursOf(deps: OpeningDeps, region: MaybeTried['region'], requestLog: RequestLog): Promise<OpeningHours> {
  try {
    return await withTimeout(budgetMilliseconds, deps.hoursOf(region.id))
  } catch (error) {
    requestLog.errorName = nameOf(error)
    return region.hours
  }
}
