import type { Exchange, LineAgent } from '../model/exchange.ts'
import { waitingIn } from './queues.ts'
import { hasPlace } from './routing.ts'
import { agentQueueArn, isAgentQueue } from '../model/target-queue.ts'

/** Numbers of agents, contacts and slots of one queue, in Connect's terms. */
export type QueueMetrics = {
  online: number
  staffed: number
  available: number
  onContact: number
  afterContactWork: number
  nonProductive: number
  missed: number
  waiting: number
  oldestMilliseconds: number
  slotsActive: number
  slotsAvailable: number
}

/** The metrics of one queue now, for one channel or all. */
export function metricsOf(exchange: Exchange, queueArn: string, channel?: string): QueueMetrics {
  const agents = [...exchange.agents.values()].filter(
    (agent) => agent.signedIn && agent.status !== 'Offline' && serves(exchange, agent, { queueArn, channel }),
  )
  const waiting = waitingIn(exchange, queueArn, channel)
  const now = exchange.deps.clock.now().getTime()
  const count = (test: (agent: LineAgent) => boolean) => agents.filter(test).length
  const inHands = (agent: LineAgent, state: string) => agent.contacts.some((slot) => slot.state === state)
  const channels = channel === undefined ? ['VOICE', 'CHAT'] : [channel]
  const isFree = (agent: LineAgent) => agent.status === 'Available' && channels.some((one) => hasPlace(exchange, agent, one))
  return {
    online: agents.length,
    // An agent with a custom status, or who missed a contact, is online but not staffed.
    staffed: count((agent) => agent.status === 'Available'),
    available: count(isFree),
    onContact: count((agent) => inHands(agent, 'CONNECTED')),
    afterContactWork: count((agent) => inHands(agent, 'ENDED')),
    nonProductive: count((agent) => agent.status !== 'Available' && agent.status !== 'Missed'),
    missed: count((agent) => agent.status === 'Missed'),
    waiting: waiting.length,
    oldestMilliseconds: Math.max(0, ...waiting.map((contact) => now - Date.parse(contact.queue?.enqueuedAt ?? contact.initiatedAt))),
    slotsActive: agents.reduce((sum, agent) => sum + agent.contacts.length, 0),
    slotsAvailable: agents.filter(isFree).length,
  }
}

function serves(exchange: Exchange, agent: LineAgent, wanted: { queueArn: string; channel: string | undefined }): boolean {
  if (isAgentQueue({ arn: wanted.queueArn })) return agentQueueArn(exchange, agent.id) === wanted.queueArn
  const profile = exchange.instance.profiles.get(agent.routingProfileArn)
  return (
    profile?.serves.some((served) => served.queueArn === wanted.queueArn && (wanted.channel ?? served.channel) === served.channel) === true
  )
}
