import { publishEvent } from '../model/contact-events.ts'
import { agentChanged, changed, type Exchange, type LineAgent, type LineContact, momentOf } from '../model/exchange.ts'

type Slot = LineAgent['contacts'][number]

/** The agent's slot for a contact, or null. */
export function slotOf(agent: LineAgent, contactId: string): Slot | null {
  return agent.contacts.find((slot) => slot.contactId === contactId) ?? null
}

/** Sets the state of an agent's slot for a contact. */
export function moveSlot(exchange: Exchange, agent: LineAgent, move: { contactId: string; state: Slot['state'] }): void {
  const slot = slotOf(agent, move.contactId)
  if (!slot) return
  slot.state = move.state
  slot.since = momentOf(exchange)
  agentChanged(exchange, agent)
}

/** Removes an agent's slot, so that the agent can be offered another contact. */
export function dropSlot(exchange: Exchange, agent: LineAgent, contactId: string): void {
  const slot = slotOf(agent, contactId)
  if (!slot) return
  agent.contacts = agent.contacts.filter((other) => other !== slot)
  if (slot.state === 'ENDED') agent.availableSince = momentOf(exchange)
  agentChanged(exchange, agent)
  exchange.route()
}

/** Starts the after-contact work of the agent of a contact; false if no agent has it. */
export function startWork(exchange: Exchange, contact: LineContact): boolean {
  const agent = contact.agent ? exchange.agents.get(contact.agent.username) : undefined
  const slot = agent && slotOf(agent, contact.id)
  // An outbound call that was not answered has after-contact work too; an offer that was not accepted has none.
  if (!agent || !slot || (contact.agent?.connectedAt === null && slot.state !== 'CONNECTING')) return false
  if (slot.state === 'ENDED') return true
  contact.workStartedAt = momentOf(exchange)
  moveSlot(exchange, agent, { contactId: contact.id, state: 'ENDED' })
  changed(exchange, contact)
  return true
}

/** Ends the after-contact work of a contact, which completes the contact. */
export function completeWork(exchange: Exchange, contact: LineContact): void {
  contact.endedWorkAt ??= momentOf(exchange)
  if (contact.state !== 'ended') return changed(exchange, contact)
  publishEvent(exchange, contact, { type: 'COMPLETED' })
  changed(exchange, contact)
}
