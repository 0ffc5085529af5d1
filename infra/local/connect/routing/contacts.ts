import { publishEvent } from '../model/contact-events.ts'
import { chainOf, changed, contactOf, type Exchange, type LineContact, momentOf } from '../model/exchange.ts'
import { stopRun } from '../model/flow-runs.ts'
import { stopRinging } from './rings.ts'
import { completeWork, startWork } from './slots.ts'

/** The initial fields of a new contact. */
export type Arrival = Pick<LineContact, 'channel' | 'initiationMethod' | 'flowArn'> &
  Partial<
    Pick<
      LineContact,
      | 'attributes'
      | 'customerNumber'
      | 'dialledNumber'
      | 'customerName'
      | 'initialMessage'
      | 'lastsUntil'
      | 'connectedToSystemAt'
      | 'state'
      | 'agent'
    >
  >

/** Makes a new contact, without storing or publishing it. */
export function newContact(exchange: Exchange, arrival: Arrival): LineContact {
  const id = exchange.deps.newId()
  const now = momentOf(exchange)
  return {
    id,
    initialContactId: id,
    previousContactId: null,
    attributes: {},
    flowAttributes: {},
    external: {},
    storedInput: '',
    tags: {},
    languageCode: 'en-US',
    customerNumber: null,
    dialledNumber: null,
    customerName: null,
    initiatedAt: now,
    connectedToSystemAt: now,
    targetQueueArn: null,
    queue: null,
    priority: 5,
    hooks: {},
    state: 'in-flow',
    agent: null,
    connectionAttempts: 0,
    disconnectedAt: null,
    disconnectReason: null,
    endedWorkAt: null,
    name: null,
    description: null,
    customerId: null,
    references: {},
    initialMessage: null,
    voiceId: 'Joanna',
    timeAdjustmentSeconds: 0,
    callbackNumber: null,
    metrics: {},
    customerConnectedAt: null,
    lastsUntil: null,
    nextContactId: null,
    workStartedAt: null,
    updatedAt: now,
    ...arrival,
  }
}

/** Ends a contact in any state; an agent who was connected has after-contact work until clearing it. */
export function endContact(exchange: Exchange, contact: LineContact, reason: string): boolean {
  if (contact.state === 'ended') return false
  release(exchange, contact)
  exchange.unconnected.get(contact.initialContactId)?.()
  exchange.unconnected.delete(contact.initialContactId)
  disconnect(exchange, contact, reason)
  exchange.media.ended(contact)
  return true
}

/** Stops everything that runs for a contact: flows, waiting, dialling and offers. */
function release(exchange: Exchange, contact: LineContact): void {
  stopRun(exchange, exchange.runs.get(contact.id))
  stopRun(exchange, exchange.whispers.get(contact.id))
  exchange.waiting.get(contact.id)?.stop()
  exchange.waiting.delete(contact.id)
  exchange.dials.get(contact.id)?.()
  exchange.dials.delete(contact.id)
  stopRinging(exchange, contact)
}

function disconnect(exchange: Exchange, contact: LineContact, reason: string): void {
  contact.state = 'ended'
  contact.disconnectedAt = momentOf(exchange)
  contact.disconnectReason = reason
  publishEvent(exchange, contact, { type: 'DISCONNECTED' })
  changed(exchange, contact)
  // The contact is completed at once, unless an agent has after-contact work for it.
  if (!startWork(exchange, contact)) completeWork(exchange, contact)
}

/**
 * Makes the next contact of a chain, for transfers to which the service gives a new contact id: from a queue flow to another queue, or from
 * a disconnect flow to a queue. The old contact ends, the customer stays connected.
 */
export function succeed(exchange: Exchange, contact: LineContact, method: 'DISCONNECT' | 'QUEUE_TRANSFER'): LineContact {
  const next: LineContact = {
    ...newContact(exchange, { channel: contact.channel, initiationMethod: method, flowArn: contact.flowArn }),
    ...inherited(contact),
  }
  contact.nextContactId = next.id
  release(exchange, contact)
  exchange.contacts.set(next.id, next)
  disconnect(exchange, contact, contact.agent?.connectedAt ? 'AGENT_DISCONNECT' : 'CONTACT_FLOW_DISCONNECT')
  publishEvent(exchange, next, { type: 'INITIATED' })
  changed(exchange, next)
  return next
}

function inherited(contact: LineContact): Partial<LineContact> {
  return {
    initialContactId: contact.initialContactId,
    previousContactId: contact.id,
    attributes: { ...contact.attributes },
    tags: { ...contact.tags },
    languageCode: contact.languageCode,
    customerNumber: contact.customerNumber,
    dialledNumber: contact.dialledNumber,
    customerName: contact.customerName,
    targetQueueArn: contact.targetQueueArn,
    hooks: { ...contact.hooks },
    priority: contact.priority,
    name: contact.name,
    description: contact.description,
    customerId: contact.customerId,
    references: { ...contact.references },
    initialMessage: contact.initialMessage,
    voiceId: contact.voiceId,
    customerConnectedAt: contact.customerConnectedAt,
    lastsUntil: contact.lastsUntil,
  }
}

/** Sets attributes on all contacts of a chain, as the service does. */
export function updateAttributes(exchange: Exchange, contact: LineContact, attributes: Record<string, string>): void {
  for (const member of chainOf(exchange, contact.initialContactId)) {
    Object.assign(member.attributes, attributes)
    changed(exchange, member)
  }
  const newest = newestOf(exchange, contact.id) ?? contact
  publishEvent(exchange, newest, { type: 'CONTACT_DATA_UPDATED', updated: ['UserDefinedAttributes'] })
}

/** The newest contact of a chain, or null if the given one does not exist. */
export function newestOf(exchange: Exchange, id: string): LineContact | null {
  let contact = contactOf(exchange, id)
  for (let steps = 0; contact?.nextContactId && steps < 100; steps++) contact = contactOf(exchange, contact.nextContactId)
  return contact
}
