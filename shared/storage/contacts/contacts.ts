import { RouteAnswer } from '../../contracts/connect/flow-events.ts'
import type { ContactId, RegionId } from '../../domain/ids.ts'
import type { LineFact } from '../../domain/reports/line-facts.ts'
import type { Day } from '../../domain/time/brussels-time.ts'
import { arrivalsIn, cameIn } from './arrivals.ts'
import { factItem, factOf } from './facts.ts'
import { codeKey, ofReferrer, onceFactKey, type ToldBy } from './keys.ts'
import { noteQueued, queuedLately } from './queued.ts'
import { linkItem, linkOf, type ReferrerLink } from './referrer-links.ts'
import { type SaidSame, saidOf, saySame } from './same-person.ts'
import { contactGroup, indexes } from '../table/keys.ts'
import { readEach } from '../table/read-each.ts'
import { getItem, putItem, putOnce, queryAll, seenAt, type Table, type Write, writeTogether } from '../table/table.ts'

/** What `route-contact` stores in one transaction. */
export type Decision = { contact: ContactId; facts: readonly LineFact[]; answer: RouteAnswer; link: ReferrerLink | null }

/** The contacts with their facts and referrers. */
export type ContactStore = {
  /**
   * Records facts of a contact; repeated or in another order, they read the same. An arrival adds the contact to those of its day, unless
   * the desk tells it: the desk also knows calls that we make ourselves.
   */
  recordFacts(contact: ContactId, facts: readonly LineFact[], toldBy: ToldBy): Promise<void>
  /** Stores the decision about a contact, without a link by an invented code. When one exists already, that one counts and is returned. */
  decide(decision: Decision): Promise<{ kind: 'decided' } | { kind: 'decided-before'; answer: RouteAnswer }>
  /** The contacts that arrived on these days, both ends included, each once. */
  cameIn(region: RegionId, from: Day, to: Day): Promise<ContactId[]>
  /** Contacts that came into a queue within the last hour and may still wait, the longest first; their facts tell whether they do. */
  queuedLately(region: RegionId): Promise<ContactId[]>
  /** The facts of a contact, oldest first; with `asOf`, those that had not expired at that moment. */
  factsOf(contact: ContactId, asOf?: Date): Promise<LineFact[]>
  link(link: ReferrerLink): Promise<void>
  /** The referrer links of a contact that have not expired now, or at `asOf`: by number, code and session, or none. */
  linksOf(contact: ContactId, asOf?: Date): Promise<ReferrerLink[]>
  /** The contacts of a referrer, newest first. Eventually consistent: to show, never to decide on. */
  ofReferrer(referrerKey: string): Promise<ReferrerLink[]>
  /** Records what a worker said of a contact: whose it is, or is not. The last word about the same counts. */
  saySame(contact: ContactId, said: SaidSame): Promise<void>
  saidOf(contact: ContactId): Promise<SaidSame[]>
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
    cameIn: (region, from, to) => cameIn(table, region, { from, to }),
    queuedLately: (region) => queuedLately(table, region),
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
    saySame: (contact, said) => saySame(table, contact, said),
    saidOf: (contact) => saidOf(table, contact),
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

async function decide(table: Table, { contact, facts, answer, link }: Decision): ReturnType<ContactStore['decide']> {
  const writes: Write[] = facts.map((fact) => {
    const item = factItem(contact, fact, 'flow')
    if (fact.kind !== 'contact-decided') return { Put: { TableName: table.name, Item: item } }
    return { Put: { TableName: table.name, Item: { ...item, answer }, ConditionExpression: 'attribute_not_exists(pk)' } }
  })
  writes.push(...arrivalsIn(contact, facts).map((item) => ({ Put: { TableName: table.name, Item: item } })))
  if (link && (await isKnown(table, link))) writes.push({ Put: { TableName: table.name, Item: linkItem(link) } })
  const outcome = await writeTogether(table, writes)
  if (outcome.kind === 'written') return { kind: 'decided' }
  const before = await getItem(table, onceFactKey(contact, 'contact-decided'))
  return { kind: 'decided-before', answer: RouteAnswer.parse(before?.['answer']) }
}

// A code that was never handed out links nothing: whoever invents many would make what hangs together by them grow.
async function isKnown(table: Table, { by, referrerKey }: ReferrerLink): Promise<boolean> {
  return by !== 'code' || (await getItem(table, codeKey(referrerKey))) !== null
}

function underContact(contact: ContactId, beginning: string) {
  return {
    KeyConditionExpression: 'pk = :contact and begins_with(sk, :beginning)',
    ExpressionAttributeValues: { ':contact': contactGroup(contact), ':beginning': beginning },
  }
}
