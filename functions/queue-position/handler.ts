import * as z from 'zod'
import type { PositionAnswer } from '../../shared/contracts/connect/flow-events.ts'
import { openConnect } from '../../shared/connect/client.ts'
import { positionOf, waitsSince } from '../../shared/connect/queue-position.ts'
import { type HandlerOptions, readSettings, runHandler } from '../lambda.ts'
import { queuePosition, type Deps } from './queue-position.ts'

const settings = readSettings(z.object({ INSTANCE_ID: z.string().min(1) }), process.env)
const now = () => new Date()
const connect = openConnect(settings.INSTANCE_ID)
const options: HandlerOptions = { name: 'queue-position', now }
const deps: Deps = {
  positionOf: (contactId) => positionOf(connect, contactId),
  waitsSince: (contactId) => waitsSince(connect, contactId),
  now,
}

/** Invoked by the flow of a waiting contact: how many wait before it, and since when does it wait? */
export function handler(event: unknown): Promise<PositionAnswer> {
  return runHandler(options, (requestLog) => queuePosition(deps, event, requestLog))
}
