import { randomUUID } from 'node:crypto'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { CallbackId, RegionId } from '../../shared/domain/ids.ts'
import { openCallbacks } from '../../shared/storage/callbacks/callbacks.ts'
import { openContacts } from '../../shared/storage/contacts/contacts.ts'
import { openConversations } from '../../shared/storage/conversations/conversations.ts'
import { openTable } from '../../shared/storage/table/table.ts'
import { openWorkers } from '../../shared/storage/workers/workers.ts'
import { type HandlerOptions, jsonSetting, readSettings, runHandler } from '../lambda.ts'
import { recordContacts, type Deps } from './record-contact.ts'

const Settings = z.object({ TABLE_NAME: z.string().min(1), QUEUES: jsonSetting(z.record(z.string(), RegionId)) })
const settings = readSettings(Settings, process.env)
const now = () => new Date()
const table = openTable(settings.TABLE_NAME, now)
const options: HandlerOptions = { name: 'record-contact', now }
const { recordFacts, factsOf, linksOf } = openContacts(table)
const { noteUnreached, closeOfReferrer } = openCallbacks(table)
const deps: Deps = {
  recordFacts,
  factsOf,
  linksOf,
  noteUnreached,
  closeOfReferrer,
  newCallbackId: () => CallbackId.parse(`callback_${randomUUID()}`),
  byAgentArn: openWorkers(table).byAgentArn,
  openLog: openConversations(table).open,
  regionOfQueue: (queueId) => settings.QUEUES[queueId] ?? null,
}

/** Receives Connect's contact events through a queue: out of order, sometimes twice. */
export function handler(batch: SQSEvent): Promise<SQSBatchResponse> {
  return runHandler(options, (requestLog) => recordContacts(deps, batch, requestLog))
}
