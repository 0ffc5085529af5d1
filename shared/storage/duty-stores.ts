import { openCalendars } from './calendars.ts'
import { openHours } from './hours.ts'
import { openLineWatch } from './line-watch.ts'
import { openOpeningChecks } from './opening-checks.ts'
import { openRosters } from './rosters.ts'
import { openSoftphoneChecks } from './softphone-checks.ts'
import { openSwaps } from './swaps.ts'
import type { Table } from './table.ts'

/** What makes that somebody is there: when the line is open, who has it, and whether all is well with it. */
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
