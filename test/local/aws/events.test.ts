import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startClock, type LineClock } from '../../../infra/local/machine/clock.ts'
import { matches } from '../../../infra/local/aws/event-pattern.ts'
import { openEvents } from '../../../infra/local/aws/events.ts'
import type { Invocation } from '../../../infra/local/functions/invocation.ts'
import { openKeyValueStore, type KeyValueStore } from '../../../infra/local/machine/key-value-store.ts'
import { openQueues } from '../../../infra/local/aws/queues.ts'
import { openSchedules } from '../../../infra/local/aws/schedules.ts'
import type { CloudAssembly, AssemblyResource } from '../../../infra/local/template/cloud-assembly.ts'

const functionArn = 'arn:aws:lambda:eu-central-1:111122223333:function:record-contact'
const queueArn = 'arn:aws:sqs:eu-central-1:111122223333:contact-events'
const part = (type: string, properties: Record<string, unknown>, arn = `arn:${type}`): AssemblyResource => ({
  stack: 'line',
  logicalId: 'It',
  type,
  arn,
  id: type,
  properties,
  metadata: {},
})
const assembly = (...resources: AssemblyResource[]): CloudAssembly => ({
  resources,
  ofType: (type) => resources.filter((one) => one.type === type),
  byArn: () => null,
})
const line = assembly(
  part('AWS::SQS::Queue', { VisibilityTimeout: 60, RedrivePolicy: { deadLetterTargetArn: 'arn:dead', maxReceiveCount: 3 } }, queueArn),
  part('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: queueArn,
    FunctionName: functionArn,
    BatchSize: 5,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  }),
  part('AWS::Events::Rule', {
    EventPattern: { source: ['aws.connect'], detail: { eventType: [{ 'anything-but': ['AMD_DISABLED'] }] } },
    Targets: [{ Arn: queueArn }],
  }),
)
const contactEvent = (id: number, eventType = 'QUEUED') => ({ source: 'aws.connect', detail: { contactId: String(id), eventType } })

type Batch = { Records: { messageId: string; body: string; attributes: { ApproximateReceiveCount: string } }[] }
let clock: LineClock
let keyValues: KeyValueStore
let received: string[][]
let answer: (batch: Batch) => Invocation
const invoke = async (_arn: string, event: unknown): Promise<Invocation> => {
  const batch = event as Batch
  received.push(batch.Records.map((record) => JSON.parse(record.body).detail.contactId))
  return answer(batch)
}
const open = (seed = 1) => {
  const queues = openQueues({ assembly: line, clock, keyValues, invoke, newId: randomUUID })
  return { queues, events: openEvents({ assembly: line, clock, queues, invoke, seed, log: () => undefined }) }
}
const seen = async (milliseconds: number) => {
  await clock.advance(milliseconds)
  await new Promise((resolve) => setTimeout(resolve, 20))
  return received.flat()
}

beforeEach(() => {
  clock = startClock(null)
  keyValues = openKeyValueStore(null)
  received = []
  answer = () => ({ kind: 'answered', payload: { batchItemFailures: [] } })
})
afterEach(() => {
  clock.stop()
  keyValues.close()
})

describe('a pattern', () => {
  it.each([
    ['an exact value', { source: ['aws.connect'] }, true],
    ['one of two values', { source: ['aws.s3', 'aws.connect'] }, true],
    ['another value', { source: ['aws.s3'] }, false],
    ['a nested value', { detail: { channel: ['VOICE', 'CHAT'] } }, true],
    ['a nested value that is absent', { detail: { queue: ['x'] } }, false],
    ['a prefix', { detail: { instanceArn: [{ prefix: 'arn:aws:connect' }] } }, true],
    ['a suffix', { detail: { instanceArn: [{ suffix: '/2' }] } }, false],
    ['anything but this', { detail: { channel: [{ 'anything-but': ['CHAT'] }] } }, false],
    ['anything but that', { detail: { channel: [{ 'anything-but': { prefix: 'VO' } }] } }, true],
    ['a member of a list', { resources: ['arn:two'] }, true],
    ['something that is there', { detail: { channel: [{ exists: true }], queue: [{ exists: false }] } }, true],
    ['capitals or not', { detail: { channel: [{ 'equals-ignore-case': 'chat' }] } }, true],
  ])('matches or not: %s', (_title, pattern, expected) => {
    const event = {
      source: 'aws.connect',
      resources: ['arn:one', 'arn:two'],
      detail: { channel: 'CHAT', instanceArn: 'arn:aws:connect:/1' },
    }
    expect(matches(pattern, event)).toBe(expected)
  })

  it('with a rule that nobody knows is refused', () => {
    expect(() => matches({ source: [{ cidr: '10.0.0.0/8' }] }, { source: 'x' })).toThrow('knows no pattern rule "cidr"')
  })
})

describe('contact events', () => {
  it('all arrive, out of order and some twice', async () => {
    const { events } = open(7)
    for (let id = 0; id < 40; id += 1) events.publish(contactEvent(id))
    const arrived = (await seen(5_000)).map(Number)
    expect(new Set(arrived).size).toBe(40)
    expect(arrived.length).toBeGreaterThan(40)
    expect(arrived).not.toEqual([...arrived].sort((a, b) => a - b))
    expect(Math.max(...received.map((batch) => batch.length))).toBeLessThanOrEqual(5)
    expect(keyValues.all('queue-message')).toEqual([])
  })

  it('arrive alike for the same seed', async () => {
    const arrivals = async () => {
      received = []
      const { events } = open(11)
      for (let id = 0; id < 20; id += 1) events.publish(contactEvent(id))
      return (await seen(5_000)).toSorted()
    }
    expect(await arrivals()).toEqual(await arrivals())
  })

  it('that the rule leaves out do not arrive', async () => {
    const { events } = open()
    events.publish(contactEvent(1, 'AMD_DISABLED'))
    events.publish({ source: 'aws.s3', detail: { eventType: 'QUEUED' } })
    expect(await seen(5_000)).toEqual([])
  })

  it('come back alone when one of a batch failed', async () => {
    const { queues } = open()
    answer = ({ Records }) => {
      const failed = Records.filter((record) => record.body.includes('"2"') && record.attributes.ApproximateReceiveCount === '1')
      return { kind: 'answered', payload: { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.messageId })) } }
    }
    for (const id of [1, 2, 3]) queues.send(queueArn, JSON.stringify(contactEvent(id)), 0)
    expect((await seen(1_000)).toSorted()).toEqual(['1', '2', '3'])
    expect((await seen(60_000)).toSorted()).toEqual(['1', '2', '2', '3'])
    expect(queues.deadLetters()).toEqual([])
  })

  it.each<[string, Invocation]>([
    ['fails', { kind: 'failed', errorType: 'TypeError' }],
    ['is not understood', { kind: 'answered', payload: ['?'] }],
  ])('become a dead letter after three tries when the function %s', async (_title, outcome) => {
    const { queues } = open()
    answer = () => outcome
    queues.send(queueArn, JSON.stringify(contactEvent(1)), 0)
    for (let tries = 0; tries < 5; tries += 1) await seen(61_000)
    expect(received).toHaveLength(3)
    expect(queues.deadLetters().map(({ letter }) => letter.receives)).toEqual([3])
    expect(keyValues.all('queue-message')).toEqual([])
  })

  it('that a kill left undelivered come after the restart', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'queue-')), 'connect.sqlite')
    keyValues = openKeyValueStore(file)
    open().queues.send(queueArn, JSON.stringify(contactEvent(1)), 60_000)
    clock.stop()
    keyValues.close()
    keyValues = openKeyValueStore(file)
    clock = startClock(null)
    open()
    expect(await seen(10)).toEqual(['1'])
  })
})

describe('a schedule', () => {
  const scheduled = (ScheduleExpression: string) =>
    assembly(part('AWS::Events::Rule', { ScheduleExpression, Targets: [{ Arn: functionArn }] }, 'arn:rule'))
  const runs: unknown[] = []
  const openWith = (expression: string, outcome: Invocation = { kind: 'answered', payload: null }) => {
    runs.length = 0
    const count = async (_arn: string, event: unknown): Promise<Invocation> => {
      runs.push(event)
      return outcome
    }
    return openSchedules({ assembly: scheduled(expression), clock, invoke: count, newId: randomUUID, log: () => undefined })
  }

  it('runs in line time with a scheduled event', async () => {
    openWith('rate(5 minutes)')
    await clock.advance(4 * 60_000)
    expect(runs).toEqual([])
    await clock.advance(60_000)
    expect(runs).toMatchObject([{ source: 'aws.events', resources: ['arn:rule'] }])
  })

  it('is tried twice more when it fails', async () => {
    const schedules = openWith('rate(1 day)', { kind: 'failed', errorType: 'Error' })
    await schedules.runAll()
    for (let minutes = 0; minutes < 10; minutes += 1) await clock.advance(60_000)
    expect(runs).toHaveLength(3)
  })

  it('at an hour of every day runs once a day', async () => {
    openWith('cron(17 2 * * ? *)')
    await clock.advance(86_400_000 - 60_000)
    expect(runs).toEqual([])
    await clock.advance(60_000)
    expect(runs).toHaveLength(1)
  })

  it('of another kind is refused', () => {
    expect(() => openWith('cron(0 9 ? * MON *)')).toThrow('know rate(...) and a daily cron(...) only')
  })
})
