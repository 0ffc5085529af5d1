import { agentLeaves } from './answering.ts'
import { agentChanged, type Exchange, type LineAgent, momentOf } from '../model/exchange.ts'
import { miss } from './rings.ts'
import { completeWork, dropSlot, slotOf } from './slots.ts'
import { stableId } from '../model/stable-id.ts'

/** Makes agents of the seeded users, with their state from the last run. */
export function readAgents(exchange: Exchange): void {
  const { instance, deps } = exchange
  for (const user of deps.users) {
    const known = deps.keyValues.get('connect-agent', user.username) as LineAgent | null
    const id = stableId(`${instance.arn}/agent/${user.username}`)
    const now = momentOf(exchange)
    const agent: LineAgent = {
      arn: `${instance.arn}/agent/${id}`,
      id,
      username: user.username,
      firstName: user.firstName,
      lastName: user.lastName,
      // The roster may have changed the profile; one that is no longer in the template is replaced.
      routingProfileArn: known && instance.profiles.has(known.routingProfileArn) ? known.routingProfileArn : user.routingProfileArn,
      status: known?.status ?? 'Offline',
      statusSince: known?.statusSince ?? now,
      signedIn: known?.signedIn ?? false,
      contacts: known?.contacts ?? [],
      availableSince: known?.availableSince ?? now,
    }
    exchange.agents.set(agent.username, agent)
    deps.keyValues.put('connect-agent', agent.username, agent)
  }
}

/** Signs an agent in, with status Offline as in Connect until the agent changes it; no effect if already signed in. */
export function signIn(exchange: Exchange, agent: LineAgent): void {
  if (agent.signedIn) return
  agent.signedIn = true
  agentChanged(exchange, agent)
}

/** Signs an agent out: offers are missed, calls disconnected, after-contact work completed. Chats stay with the agent. */
export function signOut(exchange: Exchange, agent: LineAgent): void {
  for (const { contactId, channel, state } of agent.contacts) {
    const contact = exchange.contacts.get(contactId)
    if (contact && state === 'INCOMING' && !agentLeaves(exchange, agent, contact)) miss(exchange, contact)
    if (contact && (state === 'CONNECTED' || state === 'CONNECTING') && channel === 'VOICE') agentLeaves(exchange, agent, contact)
    clear(exchange, agent, contactId)
  }
  agent.signedIn = false
  agent.status = 'Offline'
  agent.statusSince = momentOf(exchange)
  agentChanged(exchange, agent)
}

/** Sets an agent's status. Becoming available removes missed calls; a missed chat stays until the agent clears it. */
export function setStatus(exchange: Exchange, agent: LineAgent, status: string): boolean {
  if (!agent.signedIn || !exchange.instance.statuses.some((known) => known.name === status)) return false
  if (agent.status !== status) {
    agent.status = status
    agent.statusSince = momentOf(exchange)
    agent.availableSince = agent.statusSince
  }
  if (status === 'Available') agent.contacts = agent.contacts.filter((slot) => slot.state !== 'MISSED' || slot.channel === 'CHAT')
  agentChanged(exchange, agent)
  exchange.route()
  return true
}

/** Clears a contact, which completes its after-contact work. */
export function clear(exchange: Exchange, agent: LineAgent, contactId: string): boolean {
  const slot = slotOf(agent, contactId)
  if (slot?.state !== 'MISSED' && slot?.state !== 'ENDED') return false
  const contact = exchange.contacts.get(contactId)
  if (contact && slot.state === 'ENDED') completeWork(exchange, contact)
  dropSlot(exchange, agent, contactId)
  return true
}

/** Sets an agent's routing profile, for contacts that are offered from now on. */
export function setRoutingProfile(exchange: Exchange, agent: LineAgent, routingProfileArn: string): void {
  agent.routingProfileArn = routingProfileArn
  agentChanged(exchange, agent)
  exchange.route()
}
