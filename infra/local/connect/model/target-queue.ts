import type { Exchange } from './exchange.ts'
import { found, type Queue } from './instance.ts'

/** The queue with this ARN or id: a standard queue, or an agent's own one. */
export function queueNamed(exchange: Exchange, reference: string): Queue | null {
  const standard = found(exchange.instance.queues, reference)
  if (standard) return standard
  for (const agent of exchange.agents.values()) {
    if (agentQueueArn(exchange, agent.id) !== reference) continue
    return { arn: reference, id: agent.id, name: '', hoursArn: '', maximumContacts: null, callerNumber: null }
  }
  return null
}

/** An agent's own queue, by the agent's ARN or id. */
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
