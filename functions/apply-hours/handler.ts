import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { openConnect } from '../../shared/connect/client.ts'
import { RegionId } from '../../shared/domain/ids.ts'
import { openHours } from '../../shared/storage/hours/hours.ts'
import { openTable } from '../../shared/storage/table/table.ts'
import { type HandlerOptions, jsonSetting, readSettings, runHandler } from '../lambda.ts'
import { applyHours, type Deps } from './apply-hours.ts'
import { hoursIn } from './in-connect.ts'

const text = z.string().min(1)
const Settings = z.object({ TABLE_NAME: text, INSTANCE_ID: text, HOURS: jsonSetting(z.record(RegionId, text)) })
const settings = readSettings(Settings, process.env)
const now = () => new Date()
const connect = openConnect(settings.INSTANCE_ID)
const { hoursOf, applied, noteApplied } = openHours(openTable(settings.TABLE_NAME, now))
const options: HandlerOptions = { name: 'apply-hours', now }
const deps: Deps = {
  hoursOf,
  applied,
  noteApplied,
  regions: Object.keys(settings.HOURS),
  inConnect: (region) => hoursIn({ connect, hoursId: settings.HOURS[region] ?? '' }),
  pause,
  now,
}

/** Runs every five minutes, and at once when a coordinator saved the hours: makes the hours in Connect equal to those saved at the desk. */
export async function handler(event: unknown): Promise<void> {
  await runHandler(options, (requestLog) => applyHours(deps, event, requestLog))
}
