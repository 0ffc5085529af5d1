import { openChatStarts } from './line/chat-starts.ts'
import { openCalendars } from './roster/calendars.ts'
import { openHours } from './hours/hours.ts'
import { openLineWatch } from './line/line-watch.ts'
import { openOpeningChecks } from './line/opening-checks.ts'
import { openRefusedStarts } from './line/refused-starts.ts'
import { openRosters } from './roster/rosters.ts'
import { openSoftphoneChecks } from './line/softphone-checks.ts'
import { openSwaps } from './roster/swaps.ts'
import type { Table } from './table/table.ts'

/** The stores behind staffing the line: opening hours, roster, the checks on both, and the limits on starts of chats. */
export function openDutyStores(table: Table) {
  return {
    rosters: openRosters(table),
    swaps: openSwaps(table),
    calendars: openCalendars(table),
    hours: openHours(table),
    chatStarts: openChatStarts(table),
    refusedStarts: openRefusedStarts(table),
    lineWatch: openLineWatch(table),
    openingChecks: openOpeningChecks(table),
    softphoneChecks: openSoftphoneChecks(table),
  }
}
