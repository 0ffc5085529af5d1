import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { openConnect } from '../../shared/connect/client.ts'
import { setRoutingProfile, usersOf } from '../../shared/connect/users.ts'
import { RegionId } from '../../shared/domain/ids.ts'
import { openNotices } from '../../shared/storage/notices/notices.ts'
import { openRosters } from '../../shared/storage/roster/rosters.ts'
import { openTable } from '../../shared/storage/table/table.ts'
import { openWorkers } from '../../shared/storage/workers/workers.ts'
import { type HandlerOptions, jsonSetting, readSettings, runHandler } from '../lambda.ts'
import { type Applied, applyRoster, type Deps } from './apply-roster.ts'
import { RegionProfiles } from './desired-moves.ts'

const text = z.string().min(1)
const Settings = z.object({ TABLE_NAME: text, INSTANCE_ID: text, PROFILES: jsonSetting(z.record(RegionId, RegionProfiles)) })
const settings = readSettings(Settings, process.env)
const now = () => new Date()
const table = openTable(settings.TABLE_NAME, now)
const connect = openConnect(settings.INSTANCE_ID)
const { inRegion, setAgentArn } = openWorkers(table)
const { rosterOf, applied, noteApplied } = openRosters(table)
const options: HandlerOptions = { name: 'apply-roster', now }
const deps: Deps = {
  profiles: settings.PROFILES,
  inRegion,
  setAgentArn,
  rosterOf,
  applied,
  noteApplied,
  enqueueNotice: openNotices(table).enqueueNotice,
  users: () => usersOf(connect),
  setRoutingProfile: (userId, profileId) => setRoutingProfile(connect, userId, profileId),
  pause,
  now,
}

/** Runs every five minutes, and at once for a region whose roster changed: Connect then offers contacts to the workers on duty. */
export async function handler(event: unknown): Promise<Applied> {
  return runHandler(options, (requestLog) => applyRoster(deps, event, requestLog))
}
