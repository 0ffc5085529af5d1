import { attribute } from '../shared/contracts/connect/flow-events.ts'
import type { ContactEvent } from '../shared/contracts/connect/contact-events.ts'
import { emptyNotes } from '../shared/domain/conversations/coaching.ts'
import type { CallbackReason } from '../shared/domain/callbacks/callback.ts'
import { type ContactFact, type ContactView, foldContact } from '../shared/domain/contacts/contact.ts'
import { identifies } from '../shared/domain/contacts/recognition.ts'
import { CallbackId, type ContactId, contactIdOf, conversationIdOf, type RegionId } from '../shared/domain/ids.ts'
import { openRegion } from '../shared/domain/regions/regions.ts'
import { type CallbackStore, openCallbacks } from '../shared/storage/callbacks/callbacks.ts'
import { type ContactStore, openContacts } from '../shared/storage/contacts/contacts.ts'
import { type ConversationStore, openConversations } from '../shared/storage/conversations/conversations.ts'
import { contactFacts, type LineFact } from '../shared/domain/reports/line-facts.ts'
import type { Table } from '../shared/storage/table/table.ts'
import { openWorkers, type WorkerStore } from '../shared/storage/workers/workers.ts'

/** What recording a contact event needs. */
export type RecordDeps = {
  recordFacts: ContactStore['recordFacts']
  factsOf: ContactStore['factsOf']
  linksOf: ContactStore['linksOf']
  noteUnreached: CallbackStore['noteUnreached']
  closeOfReferrer: CallbackStore['closeOfReferrer']
  newCallbackId(): CallbackId
  byAgentArn: WorkerStore['byAgentArn']
  openLog: ConversationStore['open']
  /** The region of a queue, by the queue's bare id. */
  regionOfQueue(queueId: string): RegionId | null
}

/** Recording in a table, with the region of each queue and the maker of ids. */
export function openRecording(
  table: Table,
  { queues, newId }: { queues: Readonly<Record<string, RegionId>>; newId(): string },
): RecordDeps {
  const { recordFacts, factsOf, linksOf } = openContacts(table)
  const { noteUnreached, closeOfReferrer } = openCallbacks(table)
  return {
    recordFacts,
    factsOf,
    linksOf,
    noteUnreached,
    closeOfReferrer,
    newCallbackId: () => CallbackId.parse(`callback_${newId()}`),
    byAgentArn: openWorkers(table).byAgentArn,
    openLog: openConversations(table).open,
    regionOfQueue: (queueId) => queues[queueId] ?? null,
  }
}

// The ways in which somebody outside starts a contact. Outbound calls, monitoring and contacts after a disconnect are not somebody reaching
// the line.
const cameIn = ['INBOUND', 'API', 'TRANSFER', 'QUEUE_TRANSFER']

/**
 * Records what an event of a contact reports, whether Connect delivered it or was asked for it, and what follows from all that is known of
 * the contact by now. Events may be late, doubled, reordered or missing: the result is the same.
 */
export async function recordEvent(deps: RecordDeps, event: ContactEvent): Promise<void> {
  if (cameIn.includes(event.initiationMethod)) await recordCourse(deps, event)
}

/** Records what is told of a contact that is known to be one of the line. */
export async function recordCourse(deps: RecordDeps, event: ContactEvent): Promise<void> {
  const contact = contactIdOf(event.contactId)
  const facts = await factsIn(deps, event)
  if (facts.length === 0) return
  await deps.recordFacts(contact, facts, 'event')
  await followUp(deps, contact, momentOf(facts))
}

/**
 * Does what the facts of a contact ask for: a conversation to log for the worker who answered, an entry in the ledger for who reached nobody.
 * It goes by everything that is known and not by one event, because the event that completes the picture can be any of them.
 */
export async function followUp(deps: RecordDeps, contact: ContactId, asOf: Date): Promise<void> {
  // Read as of the event's own moment: an event redelivered days late must find what it would have found at once.
  const known = await deps.factsOf(contact, asOf)
  const view = foldContact(contact, contactFacts(known))
  const answeredAt = known.find((fact) => fact.kind === 'contact-answered')?.at
  if (answeredAt === undefined) return noteUnreached(deps, view, known)
  await openLog(deps, view, answeredAt)
  await closeEarlier(deps, view, answeredAt)
}

/** The moment of the newest of some facts. */
export function momentOf(facts: readonly LineFact[]): Date {
  return new Date(Math.max(...facts.map(({ at }) => at.getTime())))
}

// The worker who answered has a conversation to log, even without ever opening the desk: an empty draft is created.
async function openLog(deps: RecordDeps, view: ContactView, answeredAt: Date): Promise<void> {
  if (view.answeredBy === null || view.region === null) return
  await deps.openLog({
    id: conversationIdOf(view.id),
    contact: view.id,
    region: view.region,
    openedBy: view.answeredBy,
    openedAt: answeredAt,
    notes: emptyNotes(view),
  })
}

// The referrer reached a worker, so earlier call-backs of the same contact, code or session are settled. Whoever shares a number may be
// somebody else: about those the worker is asked.
async function closeEarlier(deps: RecordDeps, { id: contact, region }: ContactView, at: Date): Promise<void> {
  if (region === null) return
  const certain = (await deps.linksOf(contact, at)).filter(({ by }) => identifies(by))
  const referrerKeys = certain.map((link) => link.referrerKey)
  await deps.closeOfReferrer({ contact, region, referrerKeys, at })
}

// A contact that ended without reaching anybody is recorded as a call-back entry, unless the line said that nobody would answer.
async function noteUnreached(deps: RecordDeps, view: ContactView, known: readonly LineFact[]): Promise<void> {
  const { id: contact, region, channel, alias, referrerType, municipality } = view
  const end = known.find((fact) => fact.kind === 'contact-ended')
  if (region === null || channel === null || !end) return
  const answered = known.some((fact) => fact.kind === 'contact-answered')
  const decision = known.find((fact) => fact.kind === 'contact-decided')?.decision ?? null
  if (answered || decision === 'closed' || decision === 'nobody-on-duty') return
  await deps.noteUnreached({
    id: deps.newCallbackId(),
    contact,
    region,
    channel,
    reason: reasonOf(view),
    at: end.at,
    alias,
    referrerType,
    municipality,
    language: openRegion(region)?.languages[0] ?? 'nl',
  })
}

function reasonOf({ channel, state }: ContactView): CallbackReason {
  if (channel === 'chat') return 'left-chat'
  return state === 'missed' ? 'left-in-queue' : 'left-in-flow'
}

// Every event carries the timestamps of all that happened so far, so any event makes up for an earlier one that was lost. The event type
// adds nothing.
async function factsIn(deps: RecordDeps, event: ContactEvent): Promise<ContactFact[]> {
  const facts: ContactFact[] = []
  const queuedAt = event.queueInfo?.enqueueTimestamp ?? null
  const answeredAt = event.agentInfo?.connectedToAgentTimestamp ?? null
  const endedAt = event.disconnectTimestamp
  const arrival = arrivalIn(deps, event)
  if (arrival) facts.push(arrival)
  if (queuedAt) facts.push({ kind: 'contact-queued', at: queuedAt })
  if (answeredAt) {
    const agentArn = event.agentInfo?.agentArn
    const worker = agentArn === undefined ? null : await deps.byAgentArn(agentArn)
    facts.push({ kind: 'contact-answered', at: answeredAt, worker: worker?.id ?? null })
  }
  if (endedAt) facts.push({ kind: 'contact-ended', at: endedAt })
  // An agent in the event is no proof of an answer: one who was rung and did not answer is named too.
  if (endedAt && queuedAt && !answeredAt) facts.push({ kind: 'contact-missed', at: endedAt })
  return facts
}

function arrivalIn(deps: RecordDeps, event: ContactEvent): ContactFact | null {
  const queueId = event.queueInfo?.queueArn?.split('/').at(-1)
  const region = (queueId === undefined ? null : deps.regionOfQueue(queueId)) ?? taggedRegion(event)
  if (region === null || event.initiationTimestamp === null) return null
  if (event.channel !== 'VOICE' && event.channel !== 'CHAT') return null
  const channel = event.channel === 'VOICE' ? 'phone' : 'chat'
  return { kind: 'contact-arrived', at: event.initiationTimestamp, channel, region, municipality: null, referrerType: null, alias: null }
}

// A caller who hangs up during the welcome was in no queue; the flow set the region tag in its first blocks.
function taggedRegion({ tags }: ContactEvent): RegionId | null {
  return openRegion(tags?.[attribute.region] ?? '')?.id ?? null
}
