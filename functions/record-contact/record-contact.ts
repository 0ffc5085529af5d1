import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import { ContactEvent, contactEventSource, contactEventType, EventEnvelope } from '../../shared/contracts/connect/contact-events.ts'
import { emptyNotes } from '../../shared/domain/conversations/coaching.ts'
import type { CallbackReason } from '../../shared/domain/callbacks/callback.ts'
import { type ContactFact, type ContactView, foldContact } from '../../shared/domain/contacts/contact.ts'
import { type CallbackId, contactIdOf, conversationIdOf, type RegionId } from '../../shared/domain/ids.ts'
import { openRegion } from '../../shared/domain/regions/regions.ts'
import type { CallbackStore } from '../../shared/storage/callbacks/callbacks.ts'
import type { ContactStore } from '../../shared/storage/contacts/contacts.ts'
import type { ConversationStore } from '../../shared/storage/conversations/conversations.ts'
import { contactFacts, type LineFact } from '../../shared/domain/reports/line-facts.ts'
import type { WorkerStore } from '../../shared/storage/workers/workers.ts'
import { nameOf, type RequestLog } from '../lambda.ts'

/** What recording a contact event needs. */
export type Deps = {
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

// The ways in which somebody outside starts a contact. Outbound calls, monitoring and contacts after a disconnect are not somebody reaching
// the line.
const cameIn = ['INBOUND', 'API', 'TRANSFER', 'QUEUE_TRANSFER']

/** Turns Connect's contact events into facts. An event that cannot be recorded goes back to the queue, without the rest of its batch. */
export async function recordContacts(deps: Deps, batch: SQSEvent, requestLog: RequestLog): Promise<SQSBatchResponse> {
  const outcomes = await Promise.all(
    batch.Records.map(async ({ messageId, body }) => {
      try {
        await recordContact(deps, body)
        return null
      } catch (error) {
        // One bad event must not hold back the others; the queue retries it and moves it to the dead-letter queue in the end.
        requestLog.errorName = nameOf(error)
        return { itemIdentifier: messageId }
      }
    }),
  )
  const batchItemFailures = outcomes.filter((outcome) => outcome !== null)
  requestLog.kind = batchItemFailures.length === 0 ? 'recorded' : 'recorded-in-part'
  return { batchItemFailures }
}

async function recordContact(deps: Deps, body: string): Promise<void> {
  const envelope = EventEnvelope.parse(JSON.parse(body))
  if (envelope.source !== contactEventSource || envelope['detail-type'] !== contactEventType) return
  const event = ContactEvent.parse(envelope.detail)
  if (!cameIn.includes(event.initiationMethod)) return
  const contact = contactIdOf(event.contactId)
  const facts = await factsIn(deps, event)
  await deps.recordFacts(contact, facts, 'event')
  if (!facts.some(({ kind }) => kind === 'contact-answered' || kind === 'contact-ended')) return
  // Read as of the event's own moment: an event redelivered days late must find what it would have found at once.
  const asOf = new Date(Math.max(...facts.map(({ at }) => at.getTime())))
  const known = await deps.factsOf(contact, asOf)
  const view = foldContact(contact, contactFacts(known))
  const answered = facts.find((fact) => fact.kind === 'contact-answered')
  if (answered && event.eventType === 'CONNECTED_TO_AGENT') await openLog(deps, view, answered.at)
  if (answered) await closeEarlier(deps, view, answered.at)
  else await noteUnreached(deps, view, known)
}

// The worker who answered has a conversation to log, even without ever opening the desk: an empty draft is created.
async function openLog(deps: Deps, view: ContactView, answeredAt: Date): Promise<void> {
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

// The referrer reached a worker, so earlier call-backs of the same contact, number or code are settled.
async function closeEarlier(deps: Deps, { id: contact, region }: ContactView, at: Date): Promise<void> {
  if (region === null) return
  const referrerKeys = (await deps.linksOf(contact, at)).map((link) => link.referrerKey)
  await deps.closeOfReferrer({ contact, region, referrerKeys, at })
}

// A contact that ended without reaching anybody is recorded as a call-back entry, unless the line said that nobody would answer.
async function noteUnreached(deps: Deps, view: ContactView, known: readonly LineFact[]): Promise<void> {
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
async function factsIn(deps: Deps, event: ContactEvent): Promise<ContactFact[]> {
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

function arrivalIn(deps: Deps, event: ContactEvent): ContactFact | null {
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
