import * as z from 'zod'
import { conversationKeptUntil, secondsOf } from '../table/retention.ts'
import type { RegionId } from '../../domain/ids.ts'
import { type Day, dayOf } from '../../domain/time/brussels-time.ts'
import { regionGroup } from '../table/keys.ts'
import { queryAll, type Table, updateItem } from '../table/table.ts'
import { refusedStartsKey } from './keys.ts'

/** Why a start was refused: a quota or Connect was full, or it came without a valid ticket or work, as no page of ours sends it. */
export type RefusedBecause = 'tooBusy' | 'unproven'

export type RefusedStarts = Record<RefusedBecause, number>

/** The starts of chats that were refused, counted by region and day. */
export type RefusedStartStore = {
  count(region: RegionId, because: RefusedBecause): Promise<void>
  /** The sums of the days from `from` to `to`, both included. */
  between(region: RegionId, from: Day, to: Day): Promise<RefusedStarts>
}

/** The counts in a table; only numbers are stored, nothing of whoever was refused. */
export function openRefusedStarts(table: Table): RefusedStartStore {
  return {
    count: async (region, because) => {
      const now = table.now()
      await updateItem(table, {
        Key: refusedStartsKey(region, dayOf(now)),
        UpdateExpression: 'set expiresAt = :expiresAt add #because :one',
        ExpressionAttributeNames: { '#because': because },
        ExpressionAttributeValues: { ':one': 1, ':expiresAt': secondsOf(conversationKeptUntil(now)) },
      })
    },
    between: async (region, from, to) => {
      const items = await queryAll(table, {
        KeyConditionExpression: 'pk = :region and sk between :from and :to',
        ExpressionAttributeValues: {
          ':region': regionGroup(region),
          ':from': refusedStartsKey(region, from).sk,
          ':to': refusedStartsKey(region, to).sk,
        },
      })
      const days = items.map((item) => Stored.parse(item))
      const sum = (because: RefusedBecause) => days.reduce((so, day) => so + day[because], 0)
      return { tooBusy: sum('tooBusy'), unproven: sum('unproven') }
    },
  }
}

const Stored = z.object({ tooBusy: z.number().default(0), unproven: z.number().default(0) })
