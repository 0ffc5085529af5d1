import * as z from 'zod'
import type { WorkerId } from '../../domain/ids.ts'
import { calendarKey } from './keys.ts'
import { getItem, type Table, updateItem } from '../table/table.ts'

/** Which address of each worker's calendar is valid. */
export type CalendarStore = {
  /** How often a worker asked for a new address of the calendar: only the newest address is valid. */
  versionOf(worker: WorkerId): Promise<number>
  renew(worker: WorkerId): Promise<number>
}

/** The versions of the calendar addresses in a table; the addresses themselves are never stored. */
export function openCalendars(table: Table): CalendarStore {
  const versionOf = async (worker: WorkerId) => {
    const item = await getItem(table, calendarKey(worker))
    return item ? Stored.parse(item).version : 0
  }
  return {
    versionOf,
    renew: async (worker) => {
      await updateItem(table, {
        Key: calendarKey(worker),
        UpdateExpression: 'add #version :one',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':one': 1 },
      })
      return versionOf(worker)
    },
  }
}

const Stored = z.object({ version: z.int().min(0) })
