import type { Exchange } from './exchange.ts'
import { found, type Queue } from './instance.ts'

/** The queue an ARN or id names: one of the instance, or the queue that every agent has of her own. */
export function queueNamed(exchange: Exchange, reference: string): Queue | null {
  const standard = found(exchange.instance.queues, reference)
  if (standard) return standard
  for (const agent of exchange.agents.values()) {
    if (agentQueueArn(exchange, agent.id) !== reference) continue
    return { arn: reference, id: agent.id, name: '', hoursArn: '', maximumContacts: null, callerNumber: null }
  }
  return null
}

/** The queue of one agent, named by her ARN or id. */
export function agentQueueNamed(exchange: Exchange, reference: string): Queue | null {
  for (const agent of exchange.agents.values()) {
    if (agent.arn === reference || agent.id === reference) return queueNamed(exchange, agentQueueArn(exchange, agent.id))
  }
  return null
}

/** The ARN of an agent's own queue. */
export function agentQueueArn(exchange: Exchange, agentId: string): string {
  return `${exchange.instance.arn}/queue/agent/${agentId}`
}

/** Whether a queue is an agent's own. */
export function isAgentQueue(queue: { arn: string }): boolean {
  return queue.arn.includes('/queue/agent/')
}
