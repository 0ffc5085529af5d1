import { publishEvent } from '../model/contact-events.ts'
import { agentChanged, changed, type Exchange, type LineAgent, type LineContact, momentOf } from '../model/exchange.ts'

type Slot = LineAgent['contacts'][number]

/** The agent's hold on a contact, or null when she has none. */
export function slotOf(agent: LineAgent, contactId: string): Slot | null {
  return agent.contacts.find((slot) => slot.contactId === contactId) ?? null
}

/** Moves an agent's hold on a contact on to its next state. */
export function moveSlot(exchange: Exchange, agent: LineAgent, move: { contactId: string; state: Slot['state'] }): void {
  const slot = slotOf(agent, move.contactId)
  if (!slot) return
  slot.state = move.state
  slot.since = momentOf(exchange)
  agentChanged(exchange, agent)
}

/** Frees an agent of a contact; she may be offered the next. */
export function dropSlot(exchange: Exchange, agent: LineAgent, contactId: string): void {
  const slot = slotOf(agent, contactId)
  if (!slot) return
  agent.contacts = agent.contacts.filter((other) => other !== slot)
  if (slot.state === 'ENDED') agent.availableSince = momentOf(exchange)
  agentChanged(exchange, agent)
  exchange.route()
}

/** Begins the after-contact work of the agent who spoke with a contact; false when nobody has the contact in hand. */
export function startWork(exchange: Exchange, contact: LineContact): boolean {
  const agent = contact.agent ? exchange.agents.get(contact.agent.username) : undefined
  const slot = agent && slotOf(agent, contact.id)
  // Somebody who was called and did not pick up is written up too; an offer that the agent did not take is not.
  if (!agent || !slot || (contact.agent?.connectedAt === null && slot.state !== 'CONNECTING')) return false
  if (slot.state === 'ENDED') return true
  contact.workStartedAt = momentOf(exchange)
  moveSlot(exchange, agent, { contactId: contact.id, state: 'ENDED' })
  changed(exchange, contact)
  return true
}

/** Closes the book of an ended contact: nobody works on it any more. */
export function completeWork(exchange: Exchange, contact: LineContact): void {
  contact.endedWorkAt ??= momentOf(exchange)
  if (contact.state !== 'ended') return changed(exchange, contact)
  publishEvent(exchange, contact, { type: 'COMPLETED' })
  changed(exchange, contact)
}
