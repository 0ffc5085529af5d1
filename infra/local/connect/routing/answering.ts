import { publishEvent } from '../model/contact-events.ts'
import { endContact } from './contacts.ts'
import { changed, type Exchange, type LineAgent, type LineContact, momentOf, type RunKind, viewOf } from '../model/exchange.ts'
import { stopRun } from '../model/flow-runs.ts'
import { stopDialling } from './outbound.ts'
import { forgetRing, giveBack } from './rings.ts'
import { moveSlot, slotOf, startWork } from './slots.ts'

/** The agent accepts: the agent whisper is played while the customer still waits, then the customer whisper; then both are connected. */
export function accept(exchange: Exchange, agent: LineAgent, contact: LineContact): boolean {
  const ring = exchange.rings.get(contact.id)
  if (!ring || ring.username !== agent.username || ring.accepted) return false
  ring.accepted = true
  ring.stopTimer()
  const whispers = whispersOf(contact)
  if (whispers.length === 0) join(exchange, agent, contact)
  else void whisperThenJoin(exchange, contact, { agent, whispers })
  return true
}

type Whispering = { agent: LineAgent; whispers: { kind: RunKind; flowArn: string }[] }

// Connect's default whisper (the queue's name, on calls) is not played; only flows set as event hooks are.
function whispersOf(contact: LineContact): Whispering['whispers'] {
  const hooked = { 'agent-whisper': contact.hooks.AgentWhisper, 'customer-whisper': contact.hooks.CustomerWhisper } as const
  return (['agent-whisper', 'customer-whisper'] as const).flatMap((kind) => {
    const flowArn = hooked[kind]
    return flowArn === undefined ? [] : [{ kind, flowArn }]
  })
}

async function whisperThenJoin(exchange: Exchange, contact: LineContact, { agent, whispers }: Whispering): Promise<void> {
  for (const { kind, flowArn } of whispers) {
    // The customer leaves the queue flow, with its music, before the customer whisper.
    if (kind === 'customer-whisper') stopRun(exchange, exchange.runs.get(contact.id))
    if ((await exchange.begin({ contact, kind, flowArn })) === 'stopped') return
  }
  if (exchange.rings.get(contact.id)?.username === agent.username) join(exchange, agent, contact)
}

function join(exchange: Exchange, agent: LineAgent, contact: LineContact): void {
  forgetRing(exchange, contact)
  stopRun(exchange, exchange.runs.get(contact.id))
  exchange.waiting.get(contact.id)?.stop()
  exchange.waiting.delete(contact.id)
  contact.state = 'connected'
  contact.agent = {
    arn: agent.arn,
    username: agent.username,
    ringingSince: contact.agent?.ringingSince ?? null,
    connectedAt: momentOf(exchange),
  }
  publishEvent(exchange, contact, { type: 'CONNECTED_TO_AGENT' })
  changed(exchange, contact)
  moveSlot(exchange, agent, { contactId: contact.id, state: 'CONNECTED' })
  exchange.media.agentJoined(contact, viewOf(agent))
}

/** Disconnects the agent; the customer continues in the CustomerRemaining flow, or is disconnected too if there is none. */
export function agentLeaves(exchange: Exchange, agent: LineAgent, contact: LineContact): boolean {
  if (contact.agent?.username === agent.username && stopDialling(exchange, contact, 'agent')) return true
  const ring = exchange.rings.get(contact.id)
  if (ring?.username === agent.username && ring.accepted) {
    stopRun(exchange, exchange.whispers.get(contact.id))
    giveBack(exchange, contact)
    return true
  }
  if (contact.state !== 'connected' || slotOf(agent, contact.id)?.state !== 'CONNECTED') return false
  startWork(exchange, contact)
  exchange.media.agentLeft(contact, viewOf(agent))
  const flowArn = contact.hooks.CustomerRemaining
  if (flowArn === undefined) return endContact(exchange, contact, 'AGENT_DISCONNECT')
  contact.state = 'in-flow'
  contact.flowArn = flowArn
  changed(exchange, contact)
  void exchange.begin({ contact, kind: 'remaining', flowArn })
  return true
}
