import { openCalendars } from './roster/calendars.ts'
import { openHours } from './hours/hours.ts'
import { openLineWatch } from './line/line-watch.ts'
import { openOpeningChecks } from './line/opening-checks.ts'
import { openRosters } from './roster/rosters.ts'
import { openSoftphoneChecks } from './line/softphone-checks.ts'
import { openSwaps } from './roster/swaps.ts'
import type { Table } from './table/table.ts'

/** The stores behind staffing the line: opening hours, roster, and the checks on both. */
export function openDutyStores(table: Table) {
  return {
    rosters: openRosters(table),
    swaps: openSwaps(table),
    calendars: openCalendars(table),
    hours: openHours(table),
    lineWatch: openLineWatch(table),
    openingChecks: openOpeningChecks(table),
    softphoneChecks: openSoftphoneChecks(table),
  }
}
