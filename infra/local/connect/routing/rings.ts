import { agentChanged, changed, type Exchange, type LineAgent, type LineContact, momentOf } from '../model/exchange.ts'
import { dropSlot, moveSlot } from './slots.ts'

// Twenty seconds to answer, for voice and chat alike; Connect has no setting for it.
const ringMilliseconds = 20_000

/** Offers a waiting contact to an agent; the queue flow goes on meanwhile. */
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

/** The agent did not answer, or would not: she is shown as Missed until she says she is available, and the next one rings. */
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

/** The agent was lost between answering and being joined: the customer never left the queue. */
export function giveBack(exchange: Exchange, contact: LineContact): void {
  stopRinging(exchange, contact)
  backToQueue(exchange, contact)
}

/** Ends an offer because the contact goes elsewhere; the agent is not to blame and stays available. */
export function stopRinging(exchange: Exchange, contact: LineContact): void {
  const ring = exchange.rings.get(contact.id)
  const agent = ring && exchange.agents.get(ring.username)
  if (!ring || !agent) return
  forgetRing(exchange, contact)
  contact.agent = null
  dropSlot(exchange, agent, contact.id)
}

/** Forgets the offer without changing contact or agent. */
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
