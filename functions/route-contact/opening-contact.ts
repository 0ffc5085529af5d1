import type { RegionId } from '../../shared/domain/ids.ts'
import { openingToCheck } from '../../shared/domain/line/opening-check.ts'
import type { OpeningHours } from '../../shared/domain/regions/region.ts'
import type { HoursStore } from '../../shared/storage/hours/hours.ts'
import { isOpeningTicket, type OpeningCheckStore } from '../../shared/storage/line/opening-checks.ts'
import { nameOf, type RequestLog, withTimeout } from '../lambda.ts'

export type OpeningDeps = { hoursOf: HoursStore['hoursOf']; contactArrived: OpeningCheckStore['contactArrived']; callerKey: string }
export type MaybeTried = { region: { id: RegionId; hours: OpeningHours }; ticket: string | undefined; at: Date }

const budgetMilliseconds = 1_400

/**
 * Whether this contact only tries the way of a caller before the coming opening; then its arrival is noted, and nothing else of it. A ticket
 * that is not right makes a contact like any other: nobody outside leaves no trace.
 */
export async function isOpeningContact(deps: OpeningDeps, { region, ticket, at }: MaybeTried, requestLog: RequestLog): Promise<boolean> {
  if (ticket === undefined) return false
  const opensAt = openingToCheck(await hoursOf(deps, region, requestLog), at)
  if (opensAt === null || !isOpeningTicket(ticket, { secret: deps.callerKey, region: region.id, opensAt })) return false
  try {
    await withTimeout(budgetMilliseconds, deps.contactArrived(region.id, opensAt, at))
  } catch (error) {
    // What could not be noted did not arrive, for the watch that sent it: then somebody is told.
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
