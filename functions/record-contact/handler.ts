import { randomUUID } from 'node:crypto'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { RegionId } from '../../shared/domain/ids.ts'
import { openTable } from '../../shared/storage/table/table.ts'
import { type HandlerOptions, jsonSetting, readSettings, runHandler } from '../lambda.ts'
import { openRecording } from '../record-event.ts'
import { recordContacts } from './record-contact.ts'

const Settings = z.object({ TABLE_NAME: z.string().min(1), QUEUES: jsonSetting(z.record(z.string(), RegionId)) })
const settings = readSettings(Settings, process.env)
const now = () => new Date()
const options: HandlerOptions = { name: 'record-contact', now }
const deps = openRecording(openTable(settings.TABLE_NAME, now), { queues: settings.QUEUES, newId: randomUUID })

/** Receives Connect's contact events through a queue: out of order, sometimes twice. */
export function handler(batch: SQSEvent): Promise<SQSBatchResponse> {
  return runHandler(options, (requestLog) => recordContacts(deps, batch, requestLog))
}
