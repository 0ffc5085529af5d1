import { failure, type Outcome } from './branches.ts'
import { chainOf, changed, type Exchange, type LineContact } from '../model/exchange.ts'
import { endContact, succeed } from '../routing/contacts.ts'
import { found, type Queue } from '../model/instance.ts'
import { filledIn, scopeOf } from './json-path.ts'
import { enqueue, waitingIn } from '../routing/queues.ts'
import { type Act, mapParameter, numberParameter, parameter, type Step } from './step.ts'
import { agentQueueNamed, queueNamed } from '../model/target-queue.ts'

// The first contact and eleven transfers from queue to queue.
const longestChain = 12

/** The queue that an action names by queue or agent; null if it does not exist. */
export function namedQueue(step: Step): Queue | null {
  const queue = parameter(step, 'QueueId')
  const agent = parameter(step, 'AgentId')
  if (queue !== null) return queueNamed(step.exchange, queue)
  return agent === null ? null : agentQueueNamed(step.exchange, agent)
}

function updateContactTargetQueue(step: Step): Outcome {
  const queue = namedQueue(step)
  if (!queue) return failure()
  step.run.contact.targetQueueArn = queue.arn
  changed(step.exchange, step.run.contact)
  return { kind: 'done' }
}

/** TransferContactToQueue: the contact is queued and leaves this flow. */
function transferContactToQueue({ exchange, run }: Step): Outcome {
  const { contact } = run
  if (contact.targetQueueArn === null) return failure()
  // A customer whose agent has left is queued as a new contact in the chain.
  if (run.kind === 'remaining') return moveChain(exchange, contact, { queueArn: contact.targetQueueArn, method: 'DISCONNECT' })
  return outcomeOf(enqueue(exchange, contact, contact.targetQueueArn))
}

function dequeueContactAndTransferToQueue(step: Step): Outcome {
  const queue = namedQueue(step)
  if (!queue || step.run.kind !== 'queue') return failure()
  return moveChain(step.exchange, step.run.contact, { queueArn: queue.arn, method: 'QUEUE_TRANSFER' })
}

function moveChain(exchange: Exchange, contact: LineContact, move: { queueArn: string; method: 'DISCONNECT' | 'QUEUE_TRANSFER' }): Outcome {
  const queue = queueNamed(exchange, move.queueArn)
  if (!queue || chainOf(exchange, contact.initialContactId).length >= longestChain) return failure()
  if (isFull(exchange, queue)) return failure('QueueAtCapacity')
  const next = succeed(exchange, contact, move.method)
  // Not expected to fail, but if it does the contact must end, since no flow runs for it.
  if (enqueue(exchange, next, move.queueArn) !== 'queued') endContact(exchange, next, 'OTHER')
  return { kind: 'moved-on' }
}

function isFull(exchange: Exchange, queue: Queue): boolean {
  if (queue.maximumContacts === null) return false
  return waitingIn(exchange, queue.arn).length >= queue.maximumContacts
}

function outcomeOf(queued: ReturnType<typeof enqueue>): Outcome {
  if (queued === 'full') return failure('QueueAtCapacity')
  return queued === 'queued' ? { kind: 'moved-on' } : failure()
}

function updateContactRoutingBehavior(step: Step): Outcome {
  const { contact } = step.run
  contact.priority = numberParameter(step, 'QueuePriority') ?? contact.priority
  contact.timeAdjustmentSeconds = numberParameter(step, 'QueueTimeAdjustmentSeconds') ?? contact.timeAdjustmentSeconds
  changed(step.exchange, contact)
  step.exchange.route()
  return { kind: 'done' }
}

const hookNames = ['CustomerQueue', 'AgentWhisper', 'CustomerWhisper', 'CustomerRemaining'] as const

/** UpdateContactEventHooks: sets which flow runs when. Hooks for hold and pause are accepted but never run. */
function updateContactEventHooks(step: Step): Outcome {
  const { contact } = step.run
  for (const [hook, value] of Object.entries(mapParameter(step, 'EventHooks'))) {
    if (contact.channel === 'CHAT' && (hook === 'CustomerHold' || hook === 'AgentHold')) return failure()
    const reference = typeof value === 'string' ? filledIn(value, scopeOf(step.exchange, contact)) : ''
    const flow = found(step.exchange.instance.flows, reference)
    if (!flow) return failure()
    const known = hookNames.find((name) => name === hook)
    if (known) contact.hooks[known] = flow.arn
  }
  changed(step.exchange, contact)
  return { kind: 'done' }
}

/** The actions that queue and transfer the contact. */
export const queueActions: Record<string, Act> = {
  UpdateContactTargetQueue: updateContactTargetQueue,
  TransferContactToQueue: transferContactToQueue,
  DequeueContactAndTransferToQueue: dequeueContactAndTransferToQueue,
  UpdateContactRoutingBehavior: updateContactRoutingBehavior,
  UpdateContactEventHooks: updateContactEventHooks,
}
