import type { Exchange, LineAgent, LineContact } from '../model/exchange.ts'
import type { QueueServed } from '../model/instance.ts'
import { byTurn } from './queues.ts'
import { offer } from './rings.ts'
import { agentQueueArn } from '../model/target-queue.ts'

/** Makes the function that offers contacts; called at any change, it runs once, after the change is complete. */
export function createRouting(exchange: Exchange): () => void {
  let planned = false
  return () => {
    if (planned) return
    planned = true
    queueMicrotask(() => {
      planned = false
      if (!exchange.stopped) routeAll(exchange)
    })
  }
}

/** Offers waiting contacts: the agent who is available longest first, with the contact that the routing profile ranks first. */
function routeAll(exchange: Exchange): void {
  const free = [...exchange.agents.values()]
    .filter((agent) => agent.signedIn && agent.status === 'Available')
    .sort((one, other) => one.availableSince.localeCompare(other.availableSince))
  let offered = true
  while (offered) {
    offered = false
    for (const agent of free) {
      const first = firstFor(exchange, agent)
      if (!first) continue
      offer(exchange, first, agent)
      offered = true
    }
  }
}

function firstFor(exchange: Exchange, agent: LineAgent): LineContact | null {
  const candidates: { contact: LineContact; served: Pick<QueueServed, 'priority'> }[] = []
  for (const contact of exchange.contacts.values()) {
    if (contact.state !== 'queued' || !hasPlace(exchange, agent, contact.channel)) continue
    const served = servedBy(exchange, agent, contact)
    if (served) candidates.push({ contact, served })
  }
  candidates.sort((one, other) => one.served.priority - other.served.priority || byTurn(one.contact, other.contact))
  return candidates[0]?.contact ?? null
}

/** How the agent's profile serves this contact now, or null if it does not, or not yet. */
function servedBy(exchange: Exchange, agent: LineAgent, contact: LineContact): Pick<QueueServed, 'priority'> | null {
  // An agent's own queue has priority over all others and no delay.
  if (contact.queue?.arn === agentQueueArn(exchange, agent.id)) return { priority: 0 }
  const reached = exchange.waiting.get(contact.id)?.reachedSeconds ?? 0
  const profile = exchange.instance.profiles.get(agent.routingProfileArn)
  return (
    profile?.serves.find(
      (served) => served.queueArn === contact.queue?.arn && served.channel === contact.channel && served.delaySeconds <= reached,
    ) ?? null
  )
}

/** Whether an agent can take another contact of a channel; missed contacts and after-contact work take a slot too. */
export function hasPlace(exchange: Exchange, agent: LineAgent, channel: string): boolean {
  const concurrency = exchange.instance.profiles.get(agent.routingProfileArn)?.concurrency
  const place = concurrency?.[channel]
  if (!concurrency || !place) return false
  const mine = agent.contacts.filter((slot) => slot.channel === channel).length
  const othersAllow = agent.contacts.every((slot) => slot.channel === channel || concurrency[slot.channel]?.alsoOthers === true)
  return mine < place.maximum && othersAllow
}
