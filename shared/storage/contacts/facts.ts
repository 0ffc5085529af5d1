import * as z from 'zod'
import { Outcome } from '../../domain/conversations/coaching.ts'
import { channels, decisions, ReferrerType } from '../../domain/contacts/contact.ts'
import { isLaterFact, type LineFact } from '../../domain/reports/line-facts.ts'
import { CallbackId, CaseId, type ContactId, ConversationId, RegionId, TeamId, WorkerId } from '../../domain/ids.ts'
import { arrivalKey, onceFactKey, timedFactKey, type ToldBy } from './keys.ts'
import type { Key } from '../table/keys.ts'
import { Moment } from '../table/moment.ts'
import { conversationKeptUntil, secondsOf } from '../table/retention.ts'
import type { Item } from '../table/table.ts'

const Arrived = z.object({
  kind: z.literal('contact-arrived'),
  at: Moment,
  channel: z.enum(channels),
  region: RegionId,
  municipality: z.string().nullable(),
  referrerType: ReferrerType.nullable(),
  alias: z.string().nullable(),
})
const Decided = z.object({
  kind: z.literal('contact-decided'),
  at: Moment,
  decision: z.enum(decisions),
  team: TeamId.nullable(),
})
const StoredFact = z.discriminatedUnion('kind', [
  Arrived,
  Decided,
  z.object({ kind: z.literal('contact-queued'), at: Moment }),
  z.object({ kind: z.literal('contact-answered'), at: Moment, worker: WorkerId.nullable() }),
  z.object({ kind: z.literal('contact-missed'), at: Moment }),
  z.object({ kind: z.literal('contact-ended'), at: Moment }),
  z.object({ kind: z.literal('conversation-logged'), at: Moment, conversation: ConversationId, outcome: Outcome, worker: WorkerId }),
  z.object({ kind: z.literal('callback-promised'), at: Moment, callback: CallbackId }),
  z.object({ kind: z.literal('case-taken-on'), at: Moment, case: CaseId, worker: WorkerId }),
])

/** A fact as an item of its contact. A fact that can happen only once has one key, so recording it again overwrites it. */
export function factItem(contact: ContactId, fact: LineFact, toldBy: ToldBy): Item & Key {
  const { at, ...rest } = fact
  return { ...keyOfFact(contact, fact, toldBy), ...rest, at: at.toISOString(), toldBy, expiresAt: secondsOf(conversationKeptUntil(at)) }
}

/** Reads a fact from its item; throws when the item is not one. */
export function factOf(item: Item): LineFact {
  return StoredFact.parse(item)
}

function keyOfFact(contact: ContactId, fact: LineFact, toldBy: ToldBy): Key {
  if (fact.kind === 'contact-arrived') return arrivalKey(contact, toldBy)
  const once = fact.kind === 'contact-decided' || isLaterFact(fact)
  return once ? onceFactKey(contact, fact.kind) : timedFactKey(contact, fact.kind, fact.at)
}
