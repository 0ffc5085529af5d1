import * as z from 'zod'
import { RouteAnswer } from '../../contracts/connect/flow-events.ts'
import { addDays, type Day, dayOf, daysBetween } from '../../domain/time/brussels-time.ts'
import { type Channel, channels } from '../../domain/contacts/contact.ts'
import { ContactId, RegionId } from '../../domain/ids.ts'
import { factItem, factOf, type LineFact, Moment } from './facts.ts'
import {
  arrivalsGroup,
  arrivedOnKey,
  codeKey,
  contactGroup,
  indexes,
  type Key,
  ofReferrer,
  onceFactKey,
  referrerLinkKey,
  type ToldBy,
} from '../table/keys.ts'
import { conversationKeptUntil, numberKeptUntil, secondsOf } from '../table/retention.ts'
import { getItem, type Item, putItem, putOnce, queryAll, type Table, type Write, writeTogether } from '../table/table.ts'

/** That a contact came from a referrer whom we know by a keyed hash only. */
export type ReferrerLink = { by: 'number' | 'code'; referrerKey: string; contact: ContactId; region: RegionId; channel: Channel; at: Date }

/** What route-contact remembers in one write. */
export type Decision = { contact: ContactId; facts: readonly LineFact[]; answer: RouteAnswer; link: ReferrerLink | null }

export type ContactStore = {
  /**
   * Tells facts of a contact; told twice or in another order, they read the same. An arrival puts the contact among those who came in on its
   * day, unless the desk tells it: the desk also knows the calls that we make ourselves.
   */
  recordFacts(contact: ContactId, facts: readonly LineFact[], toldBy: ToldBy): Promise<void>
  /** Keeps the decision about a contact; when there was one already, that one counts and comes back. */
  decide(decision: Decision): Promise<{ kind: 'decided' } | { kind: 'decided-before'; answer: RouteAnswer }>
  /** Who came in on these days, both ends included, each once. */
  cameIn(region: RegionId, from: Day, to: Day): Promise<ContactId[]>
  /** Everything told of a contact, oldest first. */
  factsOf(contact: ContactId): Promise<LineFact[]>
  link(link: ReferrerLink): Promise<void>
  /** The referrer keys of a contact that still live: none, by number, by code. */
  linksOf(contact: ContactId): Promise<ReferrerLink[]>
  /** Contacts by the same referrer, newest first. For people to look at, never for a decision. */
  ofReferrer(referrerKey: string): Promise<ReferrerLink[]>
  /** Whether a code was ever handed out and still lives. */
  knowsCode(referrerKey: string): Promise<boolean>
}

/** The contacts of the line in a table. */
export function openContacts(table: Table): ContactStore {
  return {
    recordFacts: async (contact, facts, toldBy) => {
      const arrived = toldBy === 'desk' ? [] : arrivalsIn(contact, facts)
      await Promise.all([...facts.map((fact) => factItem(contact, fact, toldBy)), ...arrived].map((item) => putOnce(table, item)))
    },
    decide: (decision) => decide(table, decision),
    cameIn: async (region, from, to) => {
      const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, days) => addDays(from, days))
      const ofDay = (day: Day) =>
        queryAll(table, { KeyConditionExpression: 'pk = :day', ExpressionAttributeValues: { ':day': arrivalsGroup(region, day) } })
      const items = (await Promise.all(days.map(ofDay))).flat()
      return [...new Set(items.map((item) => ContactId.parse(item['contact'])))]
    },
    factsOf: async (contact) => {
      const facts = (await queryAll(table, underContact(contact, 'fact#'))).map(factOf)
      return facts.sort((one, other) => one.at.getTime() - other.at.getTime())
    },
    link: (link) => putItem(table, linkItem(link)),
    linksOf: async (contact) => (await queryAll(table, underContact(contact, 'referrer#'))).map(linkOf),
    ofReferrer: async (referrerKey) => {
      const items = await queryAll(table, {
        IndexName: indexes.ofReferrer,
        KeyConditionExpression: 'gsi2pk = :referrer',
        ExpressionAttributeValues: { ':referrer': ofReferrer(referrerKey, table.now()).gsi2pk },
        ScanIndexForward: false,
      })
      return items.map(linkOf)
    },
    knowsCode: async (referrerKey) => (await getItem(table, codeKey(referrerKey))) !== null,
  }
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
    .map(({ at, region }) => ({ ...arrivedOnKey(region, dayOf(at), contact), contact, expiresAt: secondsOf(conversationKeptUntil(at)) }))
}

/** A link as an item: by number it lives some days, by code as long as the conversation. */
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
