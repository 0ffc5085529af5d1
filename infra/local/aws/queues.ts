import { createHash } from 'node:crypto'
import type { LineClock } from '../machine/clock.ts'
import type { Functions } from '../functions/functions.ts'
import type { Invocation } from '../functions/invocation.ts'
import type { KeyValueStore } from '../machine/key-value-store.ts'
import type { CloudAssembly } from '../template/cloud-assembly.ts'

/** A message as it is stored, before the first delivery is tried. */
type Message = { queueArn: string; body: string; receives: number; sentAt: string }
export type DeadLetter = Message & { reason: string; diedAt: string }

export type Queues = {
  /** Stores the message and makes it visible after a delay in line time; false if there is no such queue. */
  send(queueArn: string, body: string, delayMilliseconds: number): boolean
  deadLetters(): { id: string; letter: DeadLetter }[]
  stop(): void
}
export type QueuesOptions = {
  assembly: CloudAssembly
  clock: LineClock
  keyValues: KeyValueStore
  invoke: Functions['invoke']
  newId(): string
}

type Queue = {
  arn: string
  visibilityMilliseconds: number
  maxReceives: number
  consumer: { functionArn: string; batchSize: number; tellsFailures: boolean } | null
  ready: string[]
  busy: boolean
}
type OpenQueues = QueuesOptions & { queues: Map<string, Queue>; stopped: boolean }

/** SQS with its event source mappings. Messages that were not delivered when the process was killed are delivered at the next start. */
export function openQueues(options: QueuesOptions): Queues {
  const open: OpenQueues = { ...options, queues: queuesOf(options.assembly), stopped: false }
  for (const { id } of options.keyValues.all('queue-message')) makeVisible(open, id, 0)
  return {
    send: (queueArn, body, delayMilliseconds) => {
      if (!open.queues.has(queueArn)) return false
      const id = open.newId()
      open.keyValues.put('queue-message', id, { queueArn, body, receives: 0, sentAt: open.clock.now().toISOString() } satisfies Message)
      makeVisible(open, id, delayMilliseconds)
      return true
    },
    deadLetters: () => open.keyValues.all('dead-letter').map(({ id, value }) => ({ id, letter: value as DeadLetter })),
    stop: () => {
      open.stopped = true
    },
  }
}

function queuesOf(assembly: CloudAssembly): Map<string, Queue> {
  const mappings = new Map(
    assembly.ofType('AWS::Lambda::EventSourceMapping').map(({ properties }) => [String(properties['EventSourceArn']), properties]),
  )
  return new Map(
    assembly.ofType('AWS::SQS::Queue').map(({ arn, properties }) => {
      const mapping = mappings.get(arn)
      const redrive = Object(properties['RedrivePolicy'])
      const tells = mapping?.['FunctionResponseTypes']
      const consumer = mapping
        ? {
            functionArn: functionArnOf(String(mapping['FunctionName'])),
            batchSize: Number(mapping['BatchSize'] ?? 10),
            tellsFailures: Array.isArray(tells) && tells.includes('ReportBatchItemFailures'),
          }
        : null
      const visibilityMilliseconds = Number(properties['VisibilityTimeout'] ?? 30) * 1000
      return [
        arn,
        { arn, visibilityMilliseconds, maxReceives: Number(redrive.maxReceiveCount ?? Infinity), consumer, ready: [], busy: false },
      ]
    }),
  )
}

function functionArnOf(name: string): string {
  return name.startsWith('arn:') ? name : `arn:aws:lambda:eu-central-1:111122223333:function:${name}`
}

function makeVisible(open: OpenQueues, id: string, delayMilliseconds: number): void {
  open.clock.after(delayMilliseconds, () => {
    const message = messageOf(open, id)
    const queue = message ? open.queues.get(message.queueArn) : undefined
    if (!queue) return
    queue.ready.push(id)
    void drain(open, queue)
  })
}

/** Delivers one batch at a time, like an event source mapping with a concurrency of one. */
async function drain(open: OpenQueues, queue: Queue): Promise<void> {
  if (queue.busy || !queue.consumer) return
  queue.busy = true
  // Messages that become visible at the same moment form one batch.
  await new Promise((resolve) => setImmediate(resolve))
  while (queue.ready.length > 0 && !open.stopped) await deliver(open, queue, queue.ready.splice(0, queue.consumer.batchSize))
  queue.busy = false
}

async function deliver(open: OpenQueues, queue: Queue, ids: string[]): Promise<void> {
  const batch = ids.flatMap((id) => {
    const message = messageOf(open, id)
    if (!message) return []
    const received = { ...message, receives: message.receives + 1 }
    open.keyValues.put('queue-message', id, received)
    return [{ id, message: received }]
  })
  if (batch.length === 0 || !queue.consumer) return
  const records = batch.map(({ id, message }) => recordOf(open, id, message))
  const outcome = await open.invoke(queue.consumer.functionArn, { Records: records })
  if (open.stopped) return
  const failed = failuresIn(outcome, ids, queue.consumer.tellsFailures)
  for (const { id, message } of batch) {
    if (!failed.has(id)) open.keyValues.drop('queue-message', id)
    else if (message.receives >= queue.maxReceives) bury(open, { id, message }, outcome)
    else makeVisible(open, id, queue.visibilityMilliseconds)
  }
}

function bury(open: OpenQueues, { id, message }: { id: string; message: Message }, outcome: Invocation): void {
  const reason = outcome.kind === 'failed' ? outcome.errorType : outcome.kind
  open.keyValues.put('dead-letter', id, { ...message, reason, diedAt: open.clock.now().toISOString() } satisfies DeadLetter)
  open.keyValues.drop('queue-message', id)
}

/** The failed messages of a batch, as Lambda reads them: none if the answer lists none, all if the answer is not understood. */
function failuresIn(outcome: Invocation, ids: string[], tellsFailures: boolean): Set<string> {
  const everything = new Set(ids)
  if (outcome.kind !== 'answered') return everything
  if (!tellsFailures || outcome.payload === null) return new Set()
  if (typeof outcome.payload !== 'object' || Array.isArray(outcome.payload)) return everything
  const listed: unknown = 'batchItemFailures' in outcome.payload ? outcome.payload.batchItemFailures : []
  if (listed === null || listed === undefined) return new Set()
  if (!Array.isArray(listed)) return everything
  const failed = listed.map((failure) => String(Object(failure).itemIdentifier))
  return failed.every((id) => everything.has(id)) ? new Set(failed) : everything
}

function recordOf(open: OpenQueues, id: string, message: Message) {
  return {
    messageId: id,
    receiptHandle: `${id}#${message.receives}`,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receives),
      SentTimestamp: String(Date.parse(message.sentAt)),
      SenderId: '111122223333',
      ApproximateFirstReceiveTimestamp: String(open.clock.now().getTime()),
    },
    messageAttributes: {},
    md5OfBody: createHash('md5').update(message.body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: message.queueArn,
    awsRegion: 'eu-central-1',
  }
}

function messageOf(open: OpenQueues, id: string): Message | null {
  return open.keyValues.get('queue-message', id) as Message | null
}
