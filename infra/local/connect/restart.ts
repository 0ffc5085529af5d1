import { awaitCustomer, awaitEnd } from './routing/arrivals.ts'
import { endContact } from './routing/contacts.ts'
import { agentChanged, type Exchange, type LineContact } from './model/exchange.ts'
import { wait } from './routing/queues.ts'
import { completeWork } from './routing/slots.ts'

/**
 * Continues after a stop or a kill: calls are disconnected, chats continue. Queued chats restart their queue flow, chats in a flow restart
 * that flow, and chats with an agent stay connected.
 */
export function takeUpAgain(exchange: Exchange): void {
  const contacts = [...exchange.contacts.values()]
  clearOffers(exchange)
  for (const contact of contacts) {
    if (contact.state === 'ended') settle(exchange, contact)
    else if (contact.channel === 'VOICE') endContact(exchange, contact, 'TELECOM_PROBLEM')
    else resume(exchange, contact)
  }
  exchange.route()
}

/** A contact that had ended: completes it, unless an agent still has after-contact work for it. */
function settle(exchange: Exchange, contact: LineContact): void {
  const inHands = [...exchange.agents.values()].some((agent) => agent.contacts.some((slot) => slot.contactId === contact.id))
  if (inHands && contact.endedWorkAt === null) return
  completeWork(exchange, contact)
}

function resume(exchange: Exchange, contact: LineContact): void {
  awaitEnd(exchange, contact)
  if (contact.customerConnectedAt === null) awaitCustomer(exchange, contact)
  if (contact.state === 'connected') return
  if (contact.state === 'in-flow') {
    const kind = contact.agent?.connectedAt ? 'remaining' : 'inbound'
    void exchange.begin({ contact, kind, flowArn: contact.flowArn })
    return
  }
  contact.state = 'queued'
  contact.agent = null
  wait(exchange, contact)
}

/** Withdraws offers that rang when the process stopped, and removes agents' slots of contacts that no longer exist. */
function clearOffers(exchange: Exchange): void {
  for (const agent of exchange.agents.values()) {
    agent.contacts = agent.contacts.filter(
      (slot) => slot.state !== 'INCOMING' && (slot.state === 'MISSED' || exchange.contacts.has(slot.contactId)),
    )
    const isKnown = agent.status === 'Missed' || exchange.instance.statuses.some((status) => status.name === agent.status)
    if (!isKnown) agent.status = 'Offline'
    agentChanged(exchange, agent)
  }
}
