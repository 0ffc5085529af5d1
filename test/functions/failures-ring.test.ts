import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactEventExample } from '../../shared/contracts/connect/contact-events.ts'
import { task } from '../../shared/contracts/connect/flow-events.ts'
import { functionsOf, madeApp, resourcesOf } from '../infra/synthesised.ts'
import { awsEnvironment } from '../support/fixtures/database.ts'
import { logOf } from '../support/fixtures/captured-logs.ts'
import { matchesPattern } from '../support/fixtures/filter-pattern.ts'
import { flowEvent, sqsBatch, v2Event } from '../support/fixtures/lambda-events.ts'
import { startFaulty } from '../support/fixtures/stand-ins.ts'
import { itIs } from '../support/time/clock.ts'

// Database, Connect and notices refuse everything. Whether a function fails or goes on, its log line must match the pattern of its own alarm.

const { core, operations, api } = madeApp()
const stacks = [core, operations, api]
type Filter = {
  FilterPattern: string
  LogGroupName: { Ref: string }
  MetricTransformations: { MetricName: string; MetricNamespace: string }[]
}
const filters = stacks.flatMap((stack) =>
  resourcesOf(stack, 'AWS::Logs::MetricFilter').map(({ Properties }) => Properties as unknown as Filter),
)
const alarmed = stacks.flatMap((stack) => resourcesOf(stack, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties['MetricName']))
const functions = new Map(stacks.flatMap((stack) => [...functionsOf(stack)]))

/** The pattern of the alarm on what a function passes over, found by the function's log group. */
function patternOf(name: string): string {
  const resource = functions.get(`functions/${name}/handler.ts`)?.resource
  const { LogGroup } = (resource?.Properties['LoggingConfig'] ?? {}) as { LogGroup?: { Ref: string } }
  const filter = filters.find((one) => one.LogGroupName.Ref === LogGroup?.Ref)
  if (!filter || !alarmed.includes(filter.MetricTransformations[0]?.MetricName)) throw new Error(`nothing rings for ${name}`)
  return filter.FilterPattern
}

const asked = (parameters: object) => {
  const event = flowEvent()
  return { ...event, Details: { ...event.Details, Parameters: { ...event.Details.Parameters, ...parameters } } }
}
const scheduled = { source: 'aws.events' }
const row = ['limburg-oost', 'x'] as const
const events: Record<string, { event: unknown; settings?: Record<string, string> }> = {
  'route-contact': { event: flowEvent() },
  'promise-callback': { event: asked({ task: task.promiseCallback, number: '+32470000001', reason: 'busy', mayOthersAnswer: 'no' }) },
  'queue-position': { event: asked({ task: task.queuePosition }) },
  'record-contact': { event: sqsBatch([contactEventExample, 'no event']), settings: { QUEUES: '{"q":"limburg-oost"}' } },
  'sweep-contacts': { event: {}, settings: { QUEUES: '{"q":"limburg-oost"}' } },
  'send-notices': { event: scheduled, settings: { TOPIC_ARN: 'arn:aws:sns:eu-central-1:111122223333:topic' } },
  'apply-hours': { event: scheduled, settings: { HOURS: JSON.stringify({ [row[0]]: 'hours' }) } },
  'apply-roster': {
    event: scheduled,
    settings: { PROFILES: JSON.stringify({ [row[0]]: { 'on-duty': { all: 'on' }, backup: 'backup', 'off-duty': 'off' } }) },
  },
  'watch-line': { event: scheduled, settings: { LINES: JSON.stringify({ [row[0]]: { queues: ['q'], flow: 'f', hours: 'h' } }) } },
  'widget-api': {
    event: v2Event({ path: '/api/widget/regions/limburg-oost' }),
    settings: {
      CHAT_FLOWS: JSON.stringify({ [row[0]]: 'flow' }),
      QUEUES: JSON.stringify({ [row[0]]: 'queue' }),
      CALL_BACKS_AN_HOUR: '60',
      PARTICIPANT_ENDPOINT: '',
    },
  },
}

let faulty: Awaited<ReturnType<typeof startFaulty>>
beforeAll(async () => {
  itIs('2026-11-24 10:30')
  faulty = await startFaulty(() => 'broken')
  Object.assign(process.env, awsEnvironment(faulty.url, 'line'), {
    AWS_ENDPOINT_URL_CONNECT: faulty.url,
    AWS_ENDPOINT_URL_SNS: faulty.url,
    CALLER_KEY: 'a-key-for-tests',
    INSTANCE_ID: 'instance',
  })
})
afterAll(() => faulty?.stop())

async function brokenLines(name: string): Promise<string[]> {
  const { event, settings = {} } = events[name] ?? { event: {} }
  Object.assign(process.env, settings)
  const { handler } = await import(`../../functions/${name}/handler.ts`)
  return logOf(async () => {
    try {
      await handler(event, {})
    } catch (error) {
      expect(error).toBeInstanceOf(Error)
    }
  })
}

describe('what a function passes over rings at its alarm:', () => {
  it.each(Object.keys(events))(
    '%s',
    async (name) => {
      const lines = await brokenLines(name)
      expect(lines.filter((line) => matchesPattern(patternOf(name), line))).not.toEqual([])
      for (const line of lines) expect(JSON.parse(line)).toMatchObject({ errorName: expect.stringMatching(/^[A-Za-z]+$/) })
    },
    30_000,
  )

  it('every function of the line is broken here, except the desk, whose errors are those of any HTTP app', () => {
    const all = [...functions.keys()].flatMap((entry) => /^functions\/([a-z-]+)\/handler\.ts$/.exec(entry)?.[1] ?? [])
    expect(all.filter((name) => !(name in events))).toEqual(['desk-api'])
    for (const name of all) expect(patternOf(name)).toContain('errorName')
  })
})

describe('the pattern', () => {
  const pattern = '{ $.errorName = "*" }'
  it.each([
    ['a line with an error', '{"function":"x","errorName":"TooLate"}', true],
    ['an item set aside', '{"function":"storage","kind":"set-aside-callback","errorName":"ItemSetAside","count":1}', true],
    ['a line without an error', '{"function":"x","kind":"done","errorName":null}', false],
    ['a line without the field (a planted wrong)', '{"function":"x","error":"TooLate"}', false],
    ['a line that is no JSON', 'TooLate', false],
  ])('%s', (_title, line, expected) => {
    expect(matchesPattern(pattern, line)).toBe(expected)
  })
})
