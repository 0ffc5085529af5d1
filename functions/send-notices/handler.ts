import * as z from 'zod'
import { openTopic, publish } from '../../shared/notices/sns.ts'
import { openNotices } from '../../shared/storage/notices/notices.ts'
import { openTable } from '../../shared/storage/table/table.ts'
import { openWorkers } from '../../shared/storage/workers/workers.ts'
import { type HandlerOptions, readSettings, runHandler } from '../lambda.ts'
import { sendNotices, type Deps } from './send-notices.ts'

const settings = readSettings(z.object({ TABLE_NAME: z.string().min(1), TOPIC_ARN: z.string().min(1) }), process.env)
const now = () => new Date()
const table = openTable(settings.TABLE_NAME, now)
const topic = openTopic(settings.TOPIC_ARN)
const { due, sent } = openNotices(table)
const options: HandlerOptions = { name: 'send-notices', now }
const deps: Deps = { due, sent, workerOf: openWorkers(table).workerOf, publish: (notice) => publish(topic, notice) }

/** Runs every minute: sends the notices in the outbox. */
export async function handler(): Promise<void> {
  await runHandler(options, (requestLog) => sendNotices(deps, requestLog))
}
