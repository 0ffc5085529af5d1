import type { AgentView, Contact, Media } from './engine-api.ts'
import type { Flow } from './flow-content.ts'
import type { Instance } from './instance.ts'
import type { ConnectDeps } from './deps.ts'

/** A contact with the fields that only the engine uses. */
export type LineContact = Contact & {
  /** The flow that is started again after a restart. */
  flowArn: string
  name: string | null
  description: string | null
  customerId: string | null
  references: Record<string, string>
  initialMessage: string | null
  voiceId: string
  timeAdjustmentSeconds: number
  callbackNumber: string | null
  /** The result of the last GetMetricData. */
  metrics: Record<string, unknown>
  /** The first time that the chat customer opened a connection. */
  customerConnectedAt: string | null
  /** The moment at which the service ends a chat that is still open; null for calls. */
  lastsUntil: string | null
  nextContactId: string | null
  workStartedAt: string | null
  updatedAt: string
}

/** An agent with the fields that only the engine uses. */
export type LineAgent = AgentView & {
  /** The agent who has been available longest is offered a contact first. */
  availableSince: string
}

/** For which moment of a contact a flow runs. */
export type RunKind = 'inbound' | 'queue' | 'remaining' | 'agent-whisper' | 'customer-whisper'

/** One flow that runs for one contact. */
export type Run = {
  contact: LineContact
  kind: RunKind
  flow: Flow
  stopped: boolean
  /** Cancel what the run waits for, when it is stopped. */
  stoppers: Set<() => void>
  onKey: ((key: string) => void) | null
  onCustomerReturn: (() => void) | null
  loops: Map<string, number>
  /** How long functions have taken since the last prompt, during which the caller heard nothing. */
  silentMilliseconds: number
  /** Steps since the flow last waited for anything; a flow that takes too many is in an endless loop and is ended. */
  stepsInARow: number
}

/** A contact that waits in a queue. */
export type Waiting = {
  /** The longest delay, in seconds, that has passed: agents whose profile serves the queue with a delay join when it is reached. */
  reachedSeconds: number
  stop: () => void
}

/** An offer to an agent that is not answered yet, or whose whispers are being played. */
type Ring = { username: string; accepted: boolean; stopTimer: () => void }

/** The state of the local Connect in memory. */
export type Exchange = {
  deps: ConnectDeps
  instance: Instance
  media: Media
  /** Contacts that are not completed, by id; completed ones are in the key-value store only. */
  contacts: Map<string, LineContact>
  agents: Map<string, LineAgent>
  runs: Map<string, Run>
  whispers: Map<string, Run>
  waiting: Map<string, Waiting>
  rings: Map<string, Ring>
  /** Outbound calls that are not answered yet; each function cancels the timer that gives up. */
  dials: Map<string, () => void>
  /** Timers of chats whose customer has not connected yet, by the first contact of their chain. */
  unconnected: Map<string, () => void>
  stopped: boolean
  /** Offers waiting contacts to available agents in the next microtask; may be called after every change. */
  route(): void
  /** Starts a flow for a contact; resolves when the flow has ended, moved the contact on or was stopped. */
  begin(start: { contact: LineContact; kind: RunKind; flowArn: string }): Promise<RunEnd>
}

/** How a flow ended; `over` includes an error without a branch. */
export type RunEnd = 'over' | 'moved-on' | 'stopped'

/** The line's current moment, in ISO format. */
export function momentOf(exchange: Exchange): string {
  return exchange.deps.clock.now().toISOString()
}

/** A contact by id, including completed ones. */
export function contactOf(exchange: Exchange, id: string): LineContact | null {
  return exchange.contacts.get(id) ?? (exchange.deps.keyValues.get('connect-past-contact', id) as LineContact | null)
}

/** Stores a contact and tells the media; stored first, so that nobody sees a change that a kill would undo. */
export function changed(exchange: Exchange, contact: LineContact): void {
  contact.updatedAt = momentOf(exchange)
  keep(exchange, contact)
  exchange.media.contactChanged(contact)
}

function keep(exchange: Exchange, contact: LineContact): void {
  const { keyValues } = exchange.deps
  if (contact.state !== 'ended' || contact.endedWorkAt === null) {
    exchange.contacts.set(contact.id, contact)
    keyValues.put('connect-contact', contact.id, contact)
    return
  }
  // In this order, a kill between the two steps leaves the contact twice rather than nowhere. Like a contact record, it has no message or
  // name.
  keyValues.put('connect-past-contact', contact.id, { ...contact, initialMessage: null, customerName: null })
  keyValues.drop('connect-contact', contact.id)
  exchange.contacts.delete(contact.id)
}

/** All contacts of one chain, the first one first; empty if there is no such chain. */
export function chainOf(exchange: Exchange, initialContactId: string): LineContact[] {
  const chain: LineContact[] = []
  let next: string | null = initialContactId
  while (next !== null && chain.length < 100) {
    const contact = contactOf(exchange, next)
    if (!contact) break
    chain.push(contact)
    next = contact.nextContactId
  }
  return chain
}

/** Stores an agent and tells the media. */
export function agentChanged(exchange: Exchange, agent: LineAgent): void {
  exchange.deps.keyValues.put('connect-agent', agent.username, agent)
  exchange.media.agentChanged(viewOf(agent))
}

/** The agent as others may see it: a copy, so that they cannot change the original. */
export function viewOf(agent: LineAgent): AgentView {
  const { availableSince: _own, ...view } = structuredClone(agent)
  return view
}
