import * as z from 'zod'
import type { RouteAnswer } from '../../shared/contracts/connect.ts'
import { openContacts } from '../../shared/storage/contacts/contacts.ts'
import { openHours } from '../../shared/storage/hours/hours.ts'
import { openNotices } from '../../shared/storage/notices/notices.ts'
import { openOpeningChecks } from '../../shared/storage/line/opening-checks.ts'
import { openRosters } from '../../shared/storage/roster/rosters.ts'
import { openTable } from '../../shared/storage/table/table.ts'
import { openWorkers } from '../../shared/storage/workers/workers.ts'
import { type Door, readSettings, throughDoor } from '../lambda.ts'
import { routeContact, type Tools } from './route-contact.ts'

const settings = readSettings(z.object({ TABLE_NAME: z.string().min(1), CALLER_KEY: z.string().min(1) }), process.env)
const now = () => new Date()
const table = openTable(settings.TABLE_NAME, now)
const door: Door = { name: 'route-contact', now }
const tools: Tools = {
  hoursOf: openHours(table).hoursOf,
  rosterOf: openRosters(table).rosterOf,
  decide: openContacts(table).decide,
  workersIn: openWorkers(table).inRegion,
  raise: openNotices(table).raise,
  contactArrived: openOpeningChecks(table).contactArrived,
  callerKey: settings.CALLER_KEY,
  now,
}

/** Asked by the flow of every call and chat: where does this contact go now? */
export function handler(event: unknown): Promise<RouteAnswer> {
  return throughDoor(door, (visit) => routeContact(tools, event, visit))
}
