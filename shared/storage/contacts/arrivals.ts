import { addDays, type Day, dayOf, daysBetween } from '../../domain/time/brussels-time.ts'
import { ContactId, type RegionId } from '../../domain/ids.ts'
import type { LineFact } from '../../domain/reports/line-facts.ts'
import { arrivalsGroup, arrivedOnKey, unfinishedOf } from './keys.ts'
import type { Key } from '../table/keys.ts'
import { readEach } from '../table/read-each.ts'
import { conversationKeptUntil, secondsOf } from '../table/retention.ts'
import { type Item, queryAll, type Table } from '../table/table.ts'

/** The contacts that arrived on these days, both ends included, each once. */
export async function cameIn(table: Table, region: RegionId, { from, to }: { from: Day; to: Day }): Promise<ContactId[]> {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, days) => addDays(from, days))
  const ofDay = (day: Day) =>
    queryAll(table, { KeyConditionExpression: 'pk = :day', ExpressionAttributeValues: { ':day': arrivalsGroup(region, day) } })
  const items = (await Promise.all(days.map(ofDay))).flat()
  return [...new Set(readEach('arrival', items, (item) => ContactId.parse(item['contact'])))]
}

/** The items by which the arrivals among these facts are found by their day, and as unfinished contacts. */
export function arrivalsIn(contact: ContactId, facts: readonly LineFact[]): (Item & Key)[] {
  return facts
    .filter((fact) => fact.kind === 'contact-arrived')
    .map(({ at, region }) => ({
      ...arrivedOnKey(region, dayOf(at), contact),
      ...unfinishedOf(region, { at, contact }),
      contact,
      expiresAt: secondsOf(conversationKeptUntil(at)),
    }))
}
