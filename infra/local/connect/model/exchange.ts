import type { AgentView, Contact, Media } from './engine-api.ts'
import type { Flow } from './flow-content.ts'
import type { Instance } from './instance.ts'
import type { ConnectDeps } from './deps.ts'

/** A contact with what only the engine needs to know of it. */
export type LineContact = Contact & {
  /** The flow that a restart begins anew. */
  flowArn: string
  name: string | null
  description: string | null
  customerId: string | null
  references: Record<string, string>
  initialMessage: string | null
  voiceId: string
  timeAdjustmentSeconds: number
  callbackNumber: string | null
  /** What GetMetricData last read. */
  metrics: Record<string, unknown>
  /** First time the chat customer opened her connection. */
  customerConnectedAt: string | null
  /** When the service ends a chat that is still open; null for calls. */
  lastsUntil: string | null
  nextContactId: string | null
  workStartedAt: string | null
  updatedAt: string
}

export type LineAgent = AgentView & {
  /** Since when she could have taken a contact: the longest comes first. */
  availableSince: string
}

export type RunKind = 'inbound' | 'queue' | 'remaining' | 'agent-whisper' | 'customer-whisper'

/** One flow at work for one contact. */
export type Run = {
  contact: LineContact
  kind: RunKind
  flow: Flow
  stopped: boolean
  /** What has to be undone when the run is stopped in the middle of a wait. */
  stoppers: Set<() => void>
  onKey: ((key: string) => void) | null
  onCustomerReturn: (() => void) | null
  loops: Map<string, number>
  /** How long functions have kept the caller in silence since the last prompt. */
  silentMilliseconds: number
  /** Steps since something last took time: a flow that turns in circles is ended. */
  stepsInARow: number
}

/** A contact that waits in a queue. */
export type Waiting = {
  /** The longest delay in seconds that has passed: a backup queue joins when its delay is reached. */
  reachedSeconds: number
  stop: () => void
}

/** An offer to an agent that was not yet answered, or whose whispers are being spoken. */
type Ring = { username: string; accepted: boolean; stopTimer: () => void }

/** The telephone exchange: everything the local Connect keeps in its head. */
export type Exchange = {
  deps: ConnectDeps
  instance: Instance
  media: Media
  /** Contacts that are not completed, by id; completed ones are in the store. */
  contacts: Map<string, LineContact>
  agents: Map<string, LineAgent>
  runs: Map<string, Run>
  whispers: Map<string, Run>
  waiting: Map<string, Waiting>
  rings: Map<string, Ring>
  /** Calls of agents that nobody has answered yet; each stops its own end. */
  dials: Map<string, () => void>
  /** Chats whose customer has five minutes to connect, by the first contact of their chain. */
  unconnected: Map<string, () => void>
  stopped: boolean
  /** Offers waiting contacts to free agents, soon; may be called at every change. */
  route(): void
  /** Begins a flow for a contact; resolves when the flow has ended, moved the contact on or was stopped. */
  begin(start: { contact: LineContact; kind: RunKind; flowArn: string }): Promise<RunEnd>
}

/** How a flow came to its end: `over` also when it failed without a branch for it. */
export type RunEnd = 'over' | 'moved-on' | 'stopped'

/** The line's moment as text. */
export function momentOf(exchange: Exchange): string {
  return exchange.deps.clock.now().toISOString()
}

/** A contact by id, also one that was completed long ago. */
export function contactOf(exchange: Exchange, id: string): LineContact | null {
  return exchange.contacts.get(id) ?? (exchange.deps.keyValues.get('connect-past-contact', id) as LineContact | null)
}

/** Keeps a contact as it is now: durable first, then shown. */
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
  // In this order: a kill between the two leaves the contact twice, never nowhere. As in a contact record, the words and the name are not there.
  keyValues.put('connect-past-contact', contact.id, { ...contact, initialMessage: null, customerName: null })
  keyValues.drop('connect-contact', contact.id)
  exchange.contacts.delete(contact.id)
}

/** All contacts of one chain, the first one first; empty when there is no such chain. */
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

/** Keeps an agent as she is now and shows her. */
export function agentChanged(exchange: Exchange, agent: LineAgent): void {
  exchange.deps.keyValues.put('connect-agent', agent.username, agent)
  exchange.media.agentChanged(viewOf(agent))
}

/** The agent as others may see her: a copy, so that nobody changes her from outside. */
export function viewOf(agent: LineAgent): AgentView {
  const { availableSince: _own, ...view } = structuredClone(agent)
  return view
}
