import * as z from 'zod'
import { openTopic, publish } from '../../shared/notices/sns.ts'
import { openNotices } from '../../shared/storage/notices/notices.ts'
import { openTable } from '../../shared/storage/table/table.ts'
import { openWorkers } from '../../shared/storage/workers/workers.ts'
import { type Door, readSettings, throughDoor } from '../lambda.ts'
import { sendNotices, type Tools } from './send-notices.ts'

const settings = readSettings(z.object({ TABLE_NAME: z.string().min(1), TOPIC_ARN: z.string().min(1) }), process.env)
const now = () => new Date()
const table = openTable(settings.TABLE_NAME, now)
const topic = openTopic(settings.TOPIC_ARN)
const { due, sent } = openNotices(table)
const door: Door = { name: 'send-notices', now }
const tools: Tools = { due, sent, workerOf: openWorkers(table).workerOf, publish: (notice) => publish(topic, notice) }

/** Every minute: the outbox leaves. */
export async function handler(): Promise<void> {
  await throughDoor(door, (visit) => sendNotices(tools, visit))
}
