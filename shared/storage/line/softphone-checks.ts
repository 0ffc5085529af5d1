import * as z from 'zod'
import type { WorkerId } from '../../domain/ids.ts'
import { Moment } from '../table/moment.ts'
import { softphoneKey } from './keys.ts'
import { secondsOf, softphoneCheckKeptUntil } from '../table/retention.ts'
import { getItem, putItem, type Table } from '../table/table.ts'

/** A test of a worker's softphone at the start of a turn, and what worked. */
export type SoftphoneCheck = { at: Date; microphone: boolean; sound: boolean }

/** The softphone checks of today. */
export type SoftphoneCheckStore = {
  save(worker: WorkerId, check: SoftphoneCheck): Promise<void>
  /** Today's check, or null when the worker did none yet. */
  ofToday(worker: WorkerId): Promise<SoftphoneCheck | null>
}

/** The softphone checks in a table. */
export function openSoftphoneChecks(table: Table): SoftphoneCheckStore {
  return {
    save: (worker, { at, ...tried }) =>
      putItem(table, { ...softphoneKey(worker), ...tried, at: at.toISOString(), expiresAt: secondsOf(softphoneCheckKeptUntil(at)) }),
    ofToday: async (worker) => {
      const item = await getItem(table, softphoneKey(worker))
      return item ? StoredCheck.parse(item) : null
    },
  }
}

const StoredCheck = z.object({ at: Moment, microphone: z.boolean(), sound: z.boolean() })
