import * as z from 'zod'
import type { RouteAnswer } from '../../shared/contracts/connect/flow-events.ts'
import { openContacts } from '../../shared/storage/contacts/contacts.ts'
import { openHours } from '../../shared/storage/hours/hours.ts'
import { openNotices } from '../../shared/storage/notices/notices.ts'
import { openOpeningChecks } from '../../shared/storage/line/opening-checks.ts'
import { openRosters } from '../../shared/storage/roster/rosters.ts'
import { openTable } from '../../shared/storage/table/table.ts'
import { openWorkers } from '../../shared/storage/workers/workers.ts'
import { type HandlerOptions, readSettings, runHandler } from '../lambda.ts'
import { routeContact, type Deps } from './route-contact.ts'

const settings = readSettings(z.object({ TABLE_NAME: z.string().min(1), CALLER_KEY: z.string().min(1) }), process.env)
const now = () => new Date()
const table = openTable(settings.TABLE_NAME, now)
const options: HandlerOptions = { name: 'route-contact', now }
const deps: Deps = {
  hoursOf: openHours(table).hoursOf,
  rosterOf: openRosters(table).rosterOf,
  decide: openContacts(table).decide,
  recordFacts: openContacts(table).recordFacts,
  workersIn: openWorkers(table).inRegion,
  enqueueNotice: openNotices(table).enqueueNotice,
  contactArrived: openOpeningChecks(table).contactArrived,
  callerKey: settings.CALLER_KEY,
  now,
}

/** Invoked by the flow of every call and chat: where does this contact go now? */
export function handler(event: unknown): Promise<RouteAnswer> {
  return runHandler(options, (requestLog) => routeContact(deps, event, requestLog))
}
