import * as z from 'zod'
import type { PlaceAnswer } from '../../shared/contracts/connect.ts'
import { openConnect } from '../../shared/connect/client.ts'
import { placeOf, waitsSince } from '../../shared/connect/queue-position.ts'
import { type Door, readSettings, throughDoor } from '../lambda.ts'
import { tellPlace, type Tools } from './queue-position.ts'

const settings = readSettings(z.object({ INSTANCE_ID: z.string().min(1) }), process.env)
const now = () => new Date()
const connect = openConnect(settings.INSTANCE_ID)
const door: Door = { name: 'tell-place', now }
const tools: Tools = {
  placeOf: (contactId) => placeOf(connect, contactId),
  waitsSince: (contactId) => waitsSince(connect, contactId),
  now,
}

/** Asked by the flow of whoever waits: how many wait before her, and how long has it been? */
export function handler(event: unknown): Promise<PlaceAnswer> {
  return throughDoor(door, (visit) => tellPlace(tools, event, visit))
}
