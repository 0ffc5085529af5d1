import * as z from 'zod'
import type { RegionId } from '../../domain/ids.ts'
import { Moment } from '../table/moment.ts'
import { leftAloneKey } from './keys.ts'
import { secondsOf } from '../table/retention.ts'
import { getItem, putItem, type Table } from '../table/table.ts'

export type LineWatchStore = {
  /** Notes that a line is left alone at a moment, and says since when it is: looks that follow each other closely are of one trouble. */
  leftAlone(region: RegionId, at: Date): Promise<Date>
}

// The watch looks every minute; a longer gap between two looks that saw nobody had somebody in it.
const sameTroubleMilliseconds = 150_000

/** What the watch over the lines remembers from one look to the next, in a table. */
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
