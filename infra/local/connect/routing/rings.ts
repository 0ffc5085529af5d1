import { agentChanged, changed, type Exchange, type LineAgent, type LineContact, momentOf } from '../model/exchange.ts'
import { dropSlot, moveSlot } from './slots.ts'

// Connect's fixed time to answer, for calls and chats alike.
const ringMilliseconds = 20_000

/** Offers a waiting contact to an agent; the queue flow continues meanwhile. */
export function offer(exchange: Exchange, contact: LineContact, agent: LineAgent): void {
  const now = momentOf(exchange)
  contact.state = 'ringing'
  contact.agent = { arn: agent.arn, username: agent.username, ringingSince: now, connectedAt: null }
  contact.connectionAttempts += 1
  agent.contacts = agent.contacts.filter((slot) => slot.contactId !== contact.id)
  agent.contacts.push({ contactId: contact.id, channel: contact.channel, state: 'INCOMING', since: now })
  const stopTimer = exchange.deps.clock.after(ringMilliseconds, () => miss(exchange, contact))
  exchange.rings.set(contact.id, { username: agent.username, accepted: false, stopTimer })
  changed(exchange, contact)
  agentChanged(exchange, agent)
}

/** The agent did not answer or rejected: gets the status Missed until choosing another, and the contact is offered to the next agent. */
export function miss(exchange: Exchange, contact: LineContact): void {
  const ring = exchange.rings.get(contact.id)
  const agent = ring && exchange.agents.get(ring.username)
  if (!ring || !agent) return
  forgetRing(exchange, contact)
  agent.status = 'Missed'
  agent.statusSince = momentOf(exchange)
  moveSlot(exchange, agent, { contactId: contact.id, state: 'MISSED' })
  backToQueue(exchange, contact)
}

/** Returns a contact to the queue when its agent leaves during the whispers; its queue position is unchanged. */
export function giveBack(exchange: Exchange, contact: LineContact): void {
  stopRinging(exchange, contact)
  backToQueue(exchange, contact)
}

/** Withdraws an offer because the contact goes elsewhere; the agent stays available. */
export function stopRinging(exchange: Exchange, contact: LineContact): void {
  const ring = exchange.rings.get(contact.id)
  const agent = ring && exchange.agents.get(ring.username)
  if (!ring || !agent) return
  forgetRing(exchange, contact)
  contact.agent = null
  dropSlot(exchange, agent, contact.id)
}

/** Removes the offer without changing contact or agent. */
export function forgetRing(exchange: Exchange, contact: LineContact): void {
  exchange.rings.get(contact.id)?.stopTimer()
  exchange.rings.delete(contact.id)
}

function backToQueue(exchange: Exchange, contact: LineContact): void {
  contact.state = 'queued'
  contact.agent = null
  changed(exchange, contact)
  exchange.route()
}
