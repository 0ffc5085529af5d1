import * as z from 'zod'
import { ContactId, type RegionId } from '../../domain/ids.ts'
import { sweepKey, unfinishedOf } from './keys.ts'
import { indexes } from '../table/keys.ts'
import { readEach } from '../table/read-each.ts'
import { getItem, putItem, queryFirst, type Table, updateItem } from '../table/table.ts'

/** A contact whose course is not known to its end; `position` is its place in the list of its region. */
export type Unfinished = { contact: ContactId; position: string; key: { pk: string; sk: string } }

/** Which list a sweep goes through: the contacts without a known end, or all contacts of the last days. */
export type SweepList = 'unfinished' | 'days'

/** The contacts that a sweep still has to look at, and how far it came. */
export type UnfinishedStore = {
  /** The first contacts after a position ('' = from the start), oldest first. Eventually consistent: to look at, never to decide on. */
  unfinishedIn(region: RegionId, after: string, most: number): Promise<Unfinished[]>
  /** Takes a contact off the list: what there was to know of it is recorded. */
  finish(contact: Unfinished): Promise<void>
  /** How far the last sweep of a list came; '' = to its end. */
  positionOf(region: RegionId, list: SweepList): Promise<string>
  savePosition(region: RegionId, list: SweepList, position: string): Promise<void>
}

/** The list of unfinished contacts in a table: the arrivals that still have index keys. */
export function openUnfinished(table: Table): UnfinishedStore {
  return {
    unfinishedIn: async (region, after, most) => {
      const query = {
        IndexName: indexes.ofWorker,
        KeyConditionExpression: 'gsi1pk = :region and gsi1sk > :after',
        // A key of an index is never an empty text.
        ExpressionAttributeValues: { ':region': unfinishedOf(region, null).gsi1pk, ':after': after === '' ? ' ' : after },
      }
      return readEach('arrival', await queryFirst(table, query, most), (item) => {
        const { contact, gsi1sk: position, pk, sk } = StoredUnfinished.parse(item)
        return { contact, position, key: { pk, sk } }
      })
    },
    finish: async ({ key }) => {
      await updateItem(table, { Key: key, UpdateExpression: 'remove gsi1pk, gsi1sk', ConditionExpression: 'attribute_exists(pk)' })
    },
    positionOf: async (region, list) => {
      const item = await getItem(table, sweepKey(region, list))
      return item ? StoredPosition.parse(item).position : ''
    },
    savePosition: (region, list, position) => putItem(table, { ...sweepKey(region, list), position }),
  }
}

const StoredUnfinished = z.object({ contact: ContactId, gsi1sk: z.string(), pk: z.string(), sk: z.string() })
const StoredPosition = z.object({ position: z.string() })
