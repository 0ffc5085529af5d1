import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { PromiseAnswer } from '../../shared/contracts/connect/flow-events.ts'
import { CallbackId } from '../../shared/domain/ids.ts'
import { readNumber } from '../../shared/numbers/callable-number.ts'
import { openCallbacks } from '../../shared/storage/callbacks/callbacks.ts'
import { openContacts } from '../../shared/storage/contacts/contacts.ts'
import { openHours } from '../../shared/storage/hours/hours.ts'
import { openRosters } from '../../shared/storage/roster/rosters.ts'
import { openTable } from '../../shared/storage/table/table.ts'
import { type HandlerOptions, readSettings, runHandler } from '../lambda.ts'
import { promiseCallback, type Deps } from './promise-callback.ts'

const settings = readSettings(z.object({ TABLE_NAME: z.string().min(1), CALLER_KEY: z.string().min(1) }), process.env)
const now = () => new Date()
const table = openTable(settings.TABLE_NAME, now)
const options: HandlerOptions = { name: 'promise-callback', now }
const deps: Deps = {
  readNumber,
  hoursOf: openHours(table).hoursOf,
  rosterOf: openRosters(table).rosterOf,
  promise: openCallbacks(table).promise,
  recordFacts: openContacts(table).recordFacts,
  callerKey: settings.CALLER_KEY,
  newCallbackId: () => CallbackId.parse(`callback_${randomUUID()}`),
  now,
}

/** Invoked by a flow when a caller leaves a number: records the call-back and answers the sentence to say. */
export function handler(event: unknown): Promise<PromiseAnswer> {
  return runHandler(options, (requestLog) => promiseCallback(deps, event, requestLog))
}
