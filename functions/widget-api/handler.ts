import { handle } from 'hono/aws-lambda'
import * as z from 'zod'
import { openConnect } from '../../shared/connect/client.ts'
import { startChat } from '../../shared/connect/start-chat.ts'
import { RegionId } from '../../shared/domain/ids.ts'
import { openRosters } from '../../shared/storage/rosters.ts'
import { openTable } from '../../shared/storage/table.ts'
import { jsonSetting, readSettings } from '../door.ts'
import { widgetApp } from './app.ts'

const Settings = z.object({
  TABLE_NAME: z.string().min(1),
  CALLER_KEY: z.string().min(1),
  INSTANCE_ID: z.string().min(1),
  CHAT_FLOWS: jsonSetting(z.record(RegionId, z.string().min(1))),
  PARTICIPANT_ENDPOINT: z.union([z.literal(''), z.url()]).default(''),
  AWS_REGION: z.string().min(1),
})
const settings = readSettings(Settings, process.env)
const now = () => new Date()
const connect = openConnect(settings.INSTANCE_ID)
const tools = {
  rosterOf: openRosters(openTable(settings.TABLE_NAME, now)).rosterOf,
  startChat: (wish: Parameters<typeof startChat>[1]) => startChat(connect, wish),
  flowOf: (region: string) => settings.CHAT_FLOWS[region] ?? null,
  callerKey: settings.CALLER_KEY,
  participantEndpoint: settings.PARTICIPANT_ENDPOINT === '' ? null : settings.PARTICIPANT_ENDPOINT,
  awsRegion: settings.AWS_REGION,
  now,
}

/** The chat widget's door. */
export const handler = handle(widgetApp(tools, { name: 'widget-api', now, language: 'nl' }))
