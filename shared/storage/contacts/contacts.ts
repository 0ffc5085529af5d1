import * as z from 'zod'
import { RouteAnswer } from '../../contracts/connect/flow-events.ts'
import { addDays, type Day, dayOf, daysBetween } from '../../domain/time/brussels-time.ts'
import { type Channel, channels } from '../../domain/contacts/contact.ts'
import { ContactId, RegionId } from '../../domain/ids.ts'
import type { LineFact } from '../../domain/reports/line-facts.ts'
import { factItem, factOf } from './facts.ts'
import { Moment } from '../table/moment.ts'
import {
  arrivalsGroup,
  arrivedOnKey,
  codeKey,
  ofReferrer,
  onceFactKey,
  queuedGroup,
  queuedKey,
  referrerLinkKey,
  type ToldBy,
  unfinishedOf,
} from './keys.ts'
import { contactGroup, indexes, type Key } from '../table/keys.ts'
import { conversationKeptUntil, numberKeptUntil, queuedKeptUntil, secondsOf } from '../table/retention.ts'
import { readEach } from '../table/read-each.ts'
import { getItem, type Item, putItem, putOnce, queryAll, seenAt, type Table, type Write, writeTogether } from '../table/table.ts'

/** A contact of a referrer who is known by a keyed hash only. */
export type ReferrerLink = { by: 'number' | 'code'; referrerKey: string; contact: ContactId; region: RegionId; channel: Channel; at: Date }

/** What `route-contact` stores in one transaction. */
export type Decision = { contact: ContactId; facts: readonly LineFact[]; answer: RouteAnswer; link: ReferrerLink | null }

/** The contacts with their facts and referrers. */
export type ContactStore = {
  /**
   * Records facts of a contact; repeated or in another order, they read the same. An arrival adds the contact to those of its day, unless
   * the desk tells it: the desk also knows calls that we make ourselves.
   */
  recordFacts(contact: ContactId, facts: readonly LineFact[], toldBy: ToldBy): Promise<void>
  /** Stores the decision about a contact; when one exists already, that one counts and is returned. */
  decide(decision: Decision): Promise<{ kind: 'decided' } | { kind: 'decided-before'; answer: RouteAnswer }>
  /** The contacts that arrived on these days, both ends included, each once. */
  cameIn(region: RegionId, from: Day, to: Day): Promise<ContactId[]>
  /** Contacts that came into a queue within the last hour and may still wait, the longest first; their facts tell whether they do. */
  queuedLately(region: RegionId): Promise<ContactId[]>
  /** The facts of a contact, oldest first; with `asOf`, those that had not expired at that moment. */
  factsOf(contact: ContactId, asOf?: Date): Promise<LineFact[]>
  link(link: ReferrerLink): Promise<void>
  /** The referrer links of a contact that have not expired now, or at `asOf`: by number, by code, both or none. */
  linksOf(contact: ContactId, asOf?: Date): Promise<ReferrerLink[]>
  /** The contacts of a referrer, newest first. Eventually consistent: to show, never to decide on. */
  ofReferrer(referrerKey: string): Promise<ReferrerLink[]>
  /** Whether a code was handed out and has not expired. */
  knowsCode(referrerKey: string): Promise<boolean>
}

/** The contacts in a table. */
export function openContacts(table: Table): ContactStore {
  const underContactAt = (contact: ContactId, beginning: string, asOf = table.now()) =>
    queryAll(seenAt(table, asOf), underContact(contact, beginning))
  return {
    recordFacts: async (contact, facts, toldBy) => {
      const arrived = toldBy === 'desk' ? [] : arrivalsIn(contact, facts)
      await Promise.all([
        ...facts.map((fact) => recordFact(table, contact, { fact, toldBy })),
        ...arrived.map((item) => putOnce(table, item)),
      ])
      await noteQueued(table, contact, facts)
    },
    decide: (decision) => decide(table, decision),
    cameIn: async (region, from, to) => {
      const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, days) => addDays(from, days))
      const ofDay = (day: Day) =>
        queryAll(table, { KeyConditionExpression: 'pk = :day', ExpressionAttributeValues: { ':day': arrivalsGroup(region, day) } })
      const items = (await Promise.all(days.map(ofDay))).flat()
      return [...new Set(readEach('arrival', items, (item) => ContactId.parse(item['contact'])))]
    },
    queuedLately: async (region) => {
      const items = await queryAll(table, {
        KeyConditionExpression: 'pk = :group',
        ExpressionAttributeValues: { ':group': queuedGroup(region) },
      })
      const queued = items.map((item) => StoredQueued.parse(item)).sort((one, other) => one.at.getTime() - other.at.getTime())
      return queued.map(({ contact }) => contact)
    },
    factsOf: async (contact, asOf) => {
      const facts = readEach('fact', await underContactAt(contact, 'fact#', asOf), factOf)
      return facts.sort((one, other) => one.at.getTime() - other.at.getTime())
    },
    link: (link) => putItem(table, linkItem(link)),
    linksOf: async (contact, asOf) => readEach('link', await underContactAt(contact, 'referrer#', asOf), linkOf),
    ofReferrer: async (referrerKey) => {
      const items = await queryAll(table, {
        IndexName: indexes.ofReferrer,
        KeyConditionExpression: 'gsi2pk = :referrer',
        ExpressionAttributeValues: { ':referrer': ofReferrer(referrerKey, table.now()).gsi2pk },
        ScanIndexForward: false,
      })
      return readEach('link', items, linkOf)
    },
    knowsCode: async (referrerKey) => (await getItem(table, codeKey(referrerKey))) !== null,
  }
}

// The agent of an answer may be unknown at first and known when it is told again: a known worker replaces an unknown one, in any order. Of two
// known ones the alphabetically first stays, as in the fold.
async function recordFact(table: Table, contact: ContactId, { fact, toldBy }: { fact: LineFact; toldBy: ToldBy }): Promise<void> {
  const item = factItem(contact, fact, toldBy)
  if (fact.kind !== 'contact-answered' || fact.worker === null) return void (await putOnce(table, item))
  await writeTogether(table, [
    {
      Put: {
        TableName: table.name,
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk) or attribute_type(worker, :unknown) or worker > :worker',
        ExpressionAttributeValues: { ':unknown': 'NULL', ':worker': fact.worker },
      },
    },
  ])
}

// Events come in any order, so a contact may be noted here after it was answered: who reads the list looks at the facts too.
async function noteQueued(table: Table, contact: ContactId, facts: readonly LineFact[]): Promise<void> {
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

async function decide(table: Table, { contact, facts, answer, link }: Decision): ReturnType<ContactStore['decide']> {
  const writes: Write[] = facts.map((fact) => {
    const item = factItem(contact, fact, 'flow')
    if (fact.kind !== 'contact-decided') return { Put: { TableName: table.name, Item: item } }
    return { Put: { TableName: table.name, Item: { ...item, answer }, ConditionExpression: 'attribute_not_exists(pk)' } }
  })
  writes.push(...arrivalsIn(contact, facts).map((item) => ({ Put: { TableName: table.name, Item: item } })))
  if (link) writes.push({ Put: { TableName: table.name, Item: linkItem(link) } })
  const outcome = await writeTogether(table, writes)
  if (outcome.kind === 'written') return { kind: 'decided' }
  const before = await getItem(table, onceFactKey(contact, 'contact-decided'))
  return { kind: 'decided-before', answer: RouteAnswer.parse(before?.['answer']) }
}

function arrivalsIn(contact: ContactId, facts: readonly LineFact[]): (Item & Key)[] {
  return facts
    .filter((fact) => fact.kind === 'contact-arrived')
    .map(({ at, region }) => ({
      ...arrivedOnKey(region, dayOf(at), contact),
      ...unfinishedOf(region, { at, contact }),
      contact,
      expiresAt: secondsOf(conversationKeptUntil(at)),
    }))
}

/** A link as an item: kept for some days by number, as long as the conversation by code. */
export function linkItem(link: ReferrerLink): Item & { pk: string; sk: string } {
  const keptUntil = link.by === 'number' ? numberKeptUntil(link.at) : conversationKeptUntil(link.at)
  const { at, ...rest } = link
  return {
    ...referrerLinkKey(link.contact, link.by),
    ...ofReferrer(link.referrerKey, at),
    ...rest,
    at: at.toISOString(),
    expiresAt: secondsOf(keptUntil),
  }
}

const StoredQueued = z.object({ contact: ContactId, at: Moment })
const StoredLink = z.object({
  by: z.enum(['number', 'code']),
  referrerKey: z.string(),
  contact: ContactId,
  region: RegionId,
  channel: z.enum(channels),
  at: Moment,
})

function linkOf(item: Item): ReferrerLink {
  return StoredLink.parse(item)
}

function underContact(contact: ContactId, beginning: string) {
  return {
    KeyConditionExpression: 'pk = :contact and begins_with(sk, :beginning)',
    ExpressionAttributeValues: { ':contact': contactGroup(contact), ':beginning': beginning },
  }
}
