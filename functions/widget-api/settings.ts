import * as z from 'zod'
import { workAtFlood } from '../../shared/domain/line/start-load.ts'
import { RegionId } from '../../shared/domain/ids.ts'
import { jsonSetting } from '../lambda.ts'

const byRegion = jsonSetting(z.record(RegionId, z.string().min(1)))
/** The environment variables of the widget API. CHAT_FLOWS and QUEUES hold, by region, ids (not ARNs) in Connect. */
export const Settings = z.object({
  TABLE_NAME: z.string().min(1),
  CALLER_KEY: z.string().min(1),
  INSTANCE_ID: z.string().min(1),
  CHAT_FLOWS: byRegion,
  QUEUES: byRegion,
  CALL_BACKS_AN_HOUR: z.coerce.number().int().positive().default(30),
  /** The zero bits of each part of the work that a start must show in a flood. */
  START_WORK_BITS: z.coerce.number().int().min(6).max(24).default(workAtFlood),
  /** How often a start waits a fifth of a second for its turn at Connect. */
  START_WAITS: z.coerce.number().int().min(0).max(20).default(12),
  PARTICIPANT_ENDPOINT: z.union([z.literal(''), z.url()]).default(''),
  AWS_REGION: z.string().min(1),
})

/** The settings in the terms of the handlers. */
export function fromSettings(settings: z.infer<typeof Settings>) {
  return {
    startWaits: settings.START_WAITS,
    workAtFlood: settings.START_WORK_BITS,
    callBacksAnHour: settings.CALL_BACKS_AN_HOUR,
    flowOf: (region: string) => settings.CHAT_FLOWS[region] ?? null,
    callerKey: settings.CALLER_KEY,
    participantEndpoint: settings.PARTICIPANT_ENDPOINT === '' ? null : settings.PARTICIPANT_ENDPOINT,
    awsRegion: settings.AWS_REGION,
  }
}
