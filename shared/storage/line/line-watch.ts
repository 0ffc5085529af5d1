import * as z from 'zod'
import type { RegionId } from '../../domain/ids.ts'
import { Moment } from '../table/moment.ts'
import { leftAloneKey } from './keys.ts'
import { secondsOf } from '../table/retention.ts'
import { getItem, putItem, type Table } from '../table/table.ts'

/** What the watch over the lines remembers between runs. */
export type LineWatchStore = {
  /** Records that a line is unattended at a moment, and returns since when: runs that follow each other closely are one period. */
  leftAlone(region: RegionId, at: Date): Promise<Date>
}

// The watch runs every minute: after a longer gap somebody was there in between.
const sameTroubleMilliseconds = 150_000

/** The memory of the watch in a table. */
export function openLineWatch(table: Table): LineWatchStore {
  return {
    leftAlone: async (region, at) => {
      const key = leftAloneKey(region)
      const item = await getItem(table, key)
      const before = item ? StoredTrouble.parse(item) : null
      const isSame = before !== null && at.getTime() - before.seenAt.getTime() < sameTroubleMilliseconds
      const since = isSame && before.since <= at ? before.since : at
      const expiresAt = secondsOf(new Date(at.getTime() + sameTroubleMilliseconds))
      await putItem(table, { ...key, since: since.toISOString(), seenAt: at.toISOString(), expiresAt })
      return since
    },
  }
}

const StoredTrouble = z.object({ since: Moment, seenAt: Moment })
