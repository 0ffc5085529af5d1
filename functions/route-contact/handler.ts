import * as z from 'zod'
import type { RouteAnswer } from '../../shared/contracts/connect.ts'
import { openContacts } from '../../shared/storage/contacts.ts'
import { openRosters } from '../../shared/storage/rosters.ts'
import { openTable } from '../../shared/storage/table.ts'
import { type Door, readSettings, throughDoor } from '../door.ts'
import { routeContact, type Tools } from './route-contact.ts'

const settings = readSettings(z.object({ TABLE_NAME: z.string().min(1), CALLER_KEY: z.string().min(1) }), process.env)
const now = () => new Date()
const table = openTable(settings.TABLE_NAME, now)
const door: Door = { name: 'route-contact', now }
const tools: Tools = {
  rosterOf: openRosters(table).rosterOf,
  decide: openContacts(table).decide,
  callerKey: settings.CALLER_KEY,
  now,
}

/** Asked by the flow of every call and chat: where does this contact go now? */
export function handler(event: unknown): Promise<RouteAnswer> {
  return throughDoor(door, (visit) => routeContact(tools, event, visit))
}
