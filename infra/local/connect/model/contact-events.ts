import type { Exchange, LineContact } from './exchange.ts'
import { isAgentQueue } from './target-queue.ts'

type ContactEventType =
  | 'INITIATED'
  | 'CONNECTED_TO_SYSTEM'
  | 'QUEUED'
  | 'CONNECTED_TO_AGENT'
  | 'CONTACT_DATA_UPDATED'
  | 'DISCONNECTED'
  | 'COMPLETED'

// In an update of a chat, the service writes this instead of omitting a moment; consumers must not read it as a moment.
const neverHappened = '1970-01-01T00:00:00.001Z'

/** Publishes a contact event in EventBridge's envelope; `updated` names what changed in an update. */
export function publishEvent(exchange: Exchange, contact: LineContact, event: { type: ContactEventType; updated?: string[] }): void {
  const { instance, deps } = exchange
  deps.publish({
    version: '0',
    id: deps.newId(),
    'detail-type': 'Amazon Connect Contact Event',
    source: 'aws.connect',
    account: instance.account,
    time: `${deps.clock.now().toISOString().slice(0, 19)}Z`,
    region: instance.region,
    resources: [`${instance.arn}/contact/${contact.id}`, instance.arn],
    detail: {
      eventType: event.type,
      contactId: contact.id,
      initialContactId: contact.initialContactId,
      ...(contact.previousContactId !== null && { previousContactId: contact.previousContactId }),
      channel: contact.channel,
      instanceArn: instance.arn,
      initiationMethod: contact.initiationMethod,
      initiationTimestamp: contact.initiatedAt,
      tags: tagsOf(exchange, contact),
      segmentAttributes: { 'connect:Subtype': { valueString: contact.channel === 'VOICE' ? 'connect:Telephony' : 'connect:Chat' } },
      ...(event.type === 'INITIATED' ? {} : placesOf(contact, event.type)),
      ...(event.updated && { updatedProperties: event.updated }),
    },
  })
}

/** The moments and resources of the contact so far: system, queue, agent, disconnect. */
function placesOf(contact: LineContact, type: ContactEventType): Record<string, unknown> {
  const places: Record<string, unknown> = {}
  const unset = type === 'CONTACT_DATA_UPDATED' && contact.channel === 'CHAT' ? neverHappened : null
  const connectedToSystem = unset ?? contact.connectedToSystemAt
  if (connectedToSystem !== null) places['connectedToSystemTimestamp'] = connectedToSystem
  if (contact.queue) {
    const queueType = isAgentQueue(contact.queue) ? 'AGENT' : 'STANDARD'
    places['queueInfo'] = { queueArn: contact.queue.arn, queueType, enqueueTimestamp: contact.queue.enqueuedAt }
  }
  if (contact.agent && (contact.agent.connectedAt !== null || unset !== null)) {
    const work = type === 'COMPLETED' ? workOf(contact) : {}
    places['agentInfo'] = { agentArn: contact.agent.arn, connectedToAgentTimestamp: contact.agent.connectedAt ?? unset, ...work }
  }
  if (contact.disconnectedAt !== null) places['disconnectTimestamp'] = contact.disconnectedAt
  return places
}

function workOf(contact: LineContact): Record<string, unknown> {
  if (contact.workStartedAt === null || contact.endedWorkAt === null) return {}
  return {
    afterContactWorkDuration: Math.max(0, Math.floor((Date.parse(contact.endedWorkAt) - Date.parse(contact.workStartedAt)) / 1000)),
    afterContactWorkStartTimestamp: contact.workStartedAt,
    afterContactWorkEndTimestamp: contact.endedWorkAt,
  }
}

/** A contact's tags, with the two that the service adds. */
export function tagsOf(exchange: Exchange, contact: LineContact): Record<string, string> {
  return {
    'aws:connect:instanceId': exchange.instance.id,
    ...(contact.dialledNumber !== null && { 'aws:connect:systemEndpoint': contact.dialledNumber }),
    ...contact.tags,
  }
}
