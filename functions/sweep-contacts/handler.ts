import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { askContact } from '../../shared/connect/ask-contact.ts'
import { openConnect } from '../../shared/connect/client.ts'
import { RegionId } from '../../shared/domain/ids.ts'
import { openContacts } from '../../shared/storage/contacts/contacts.ts'
import { openUnfinished } from '../../shared/storage/contacts/unfinished.ts'
import { openNotices } from '../../shared/storage/notices/notices.ts'
import { openTable } from '../../shared/storage/table/table.ts'
import { openWorkers } from '../../shared/storage/workers/workers.ts'
import { type HandlerOptions, jsonSetting, readSettings, runHandler } from '../lambda.ts'
import { openRecording } from '../record-event.ts'
import type { Deps } from './deps.ts'
import { sweepContacts } from './sweep-contacts.ts'

const text = z.string().min(1)
const Settings = z.object({ TABLE_NAME: text, INSTANCE_ID: text, QUEUES: jsonSetting(z.record(z.string(), RegionId)) })
const settings = readSettings(Settings, process.env)
const now = () => new Date()
const table = openTable(settings.TABLE_NAME, now)
const connect = openConnect(settings.INSTANCE_ID)
const options: HandlerOptions = { name: 'sweep-contacts', now }
const deps: Deps = {
  ...openRecording(table, { queues: settings.QUEUES, newId: randomUUID }),
  regions: [...new Set(Object.values(settings.QUEUES))],
  unfinished: openUnfinished(table),
  cameIn: openContacts(table).cameIn,
  askConnect: (contactId) => askContact(connect, contactId),
  inRegion: openWorkers(table).inRegion,
  enqueueNotice: openNotices(table).enqueueNotice,
  pause,
  now,
}

/** Runs every five minutes and every night: how did the contacts go whose events were lost? */
export async function handler(event: unknown): Promise<void> {
  await runHandler(options, (requestLog) => sweepContacts(deps, event, requestLog))
}
