import * as z from 'zod'
import { RegionId } from '../../shared/domain/ids.ts'
import { openStores } from '../../shared/storage/stores.ts'
import { openTable } from '../../shared/storage/table/table.ts'
import { type HandlerOptions, jsonSetting, readSettings, runHandler } from '../lambda.ts'
import { openInConnect } from './in-connect.ts'
import { LineInConnect, type Deps } from './deps.ts'
import { watchLines } from './watch-line.ts'

const text = z.string().min(1)
const Settings = z.object({
  TABLE_NAME: text,
  CALLER_KEY: text,
  INSTANCE_ID: text,
  LINES: jsonSetting(z.record(RegionId, LineInConnect)),
})
const settings = readSettings(Settings, process.env)
const now = () => new Date()
const stores = openStores(openTable(settings.TABLE_NAME, now))
const options: HandlerOptions = { name: 'watch-line', now }
const deps: Deps = {
  lines: settings.LINES,
  callerKey: settings.CALLER_KEY,
  hoursOf: stores.hours.hoursOf,
  rosterOf: stores.rosters.rosterOf,
  inRegion: stores.workers.inRegion,
  callbacks: stores.callbacks,
  enqueueNotice: stores.notices.enqueueNotice,
  leftAlone: stores.lineWatch.leftAlone,
  openingChecks: stores.openingChecks,
  softphoneOfToday: stores.softphoneChecks.ofToday,
  ...openInConnect(settings.INSTANCE_ID),
  now,
}

/** Runs every minute: is a promised call due or lost, is a line unattended, does somebody wait too long, is the next opening at risk? */
export async function handler(): Promise<void> {
  await runHandler(options, (requestLog) => watchLines(deps, requestLog))
}
