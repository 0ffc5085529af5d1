import * as z from 'zod'
import { ContactId, type RegionId } from '../../domain/ids.ts'
import type { LineFact } from '../../domain/reports/line-facts.ts'
import { queuedGroup, queuedKey } from './keys.ts'
import { Moment } from '../table/moment.ts'
import { readEach } from '../table/read-each.ts'
import { queuedKeptUntil, secondsOf } from '../table/retention.ts'
import { queryAll, type Table, type Write, writeTogether } from '../table/table.ts'

const StoredQueued = z.object({ contact: ContactId, at: Moment })

/** Contacts that came into a queue within the last hour and may still wait, the longest first; their facts tell whether they do. */
export async function queuedLately(table: Table, region: RegionId): Promise<ContactId[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :group',
    ExpressionAttributeValues: { ':group': queuedGroup(region) },
  })
  const queued = readEach('queued', items, (item) => StoredQueued.parse(item)).sort((one, other) => one.at.getTime() - other.at.getTime())
  return queued.map(({ contact }) => contact)
}

/**
 * Notes that a contact waits, or no longer does. Events come in any order, so a contact may be noted here after it was answered: who reads the
 * list looks at the facts too.
 */
export async function noteQueued(table: Table, contact: ContactId, facts: readonly LineFact[]): Promise<void> {
  const region = facts.find((fact) => fact.kind === 'contact-arrived')?.region
  const queued = facts.find((fact) => fact.kind === 'contact-queued')
  if (region === undefined || queued === undefined) return
  const isOver = facts.some(({ kind }) => kind === 'contact-answered' || kind === 'contact-ended')
  const { at } = queued
  const item = { ...queuedKey(region, contact), contact, at: at.toISOString(), expiresAt: secondsOf(queuedKeptUntil(at)) }
  const write: Write = isOver
    ? { Delete: { TableName: table.name, Key: queuedKey(region, contact) } }
    : { Put: { TableName: table.name, Item: item } }
  await writeTogether(table, [write])
}
