import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PositionAnswer, positionAnswerExample, task } from '../../../shared/contracts/connect/flow-events.ts'
import { queuePosition } from '../../../functions/queue-position/queue-position.ts'
import { at } from '../../support/time/at.ts'
import { itIs } from '../../support/time/clock.ts'
import { silenceHandlerLogs, logOf } from '../../support/fixtures/captured-logs.ts'
import { flowEvent } from '../../support/fixtures/lambda-events.ts'
import { type Asked, startStandIn } from '../../support/fixtures/stand-ins.ts'

type Answer = ReturnType<Parameters<typeof startStandIn>[0]>
const now = at('2026-11-24 10:33')
const position = (Number: number): Answer => ({ status: 200, body: { MetricResults: [{ Name: 'POSITION_IN_QUEUE', Value: { Number } }] } })
const since = (moment: string): Answer => ({
  status: 200,
  body: { Contact: { QueueInfo: { EnqueueTimestamp: at(moment).getTime() / 1000 } } },
})
const gone: Answer = { status: 400, body: { Message: 'not in a queue' }, error: 'InvalidRequestException' }

let connect: Awaited<ReturnType<typeof startStandIn>>
let place: Answer
let described: Answer
let handler: (event: unknown) => Promise<PositionAnswer>
beforeAll(async () => {
  connect = await startStandIn((asked: Asked) => (asked.path.startsWith('/metrics/contact') ? place : described))
  Object.assign(process.env, { INSTANCE_ID: '0b1f8a52-1d7e-4c0e-9a44-7a2f6d6b1e01', AWS_ENDPOINT_URL_CONNECT: connect.url })
  Object.assign(process.env, { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' })
  silenceHandlerLogs()
  handler = (await import('../../../functions/queue-position/handler.ts')).handler
})
afterAll(() => connect.stop())

const ask = (given: Parameters<typeof flowEvent>[0] = {}, language = 'nl') => {
  const event = flowEvent(given)
  const Parameters = { task: task.queuePosition, region: 'limburg-oost', language }
  return { ...event, Details: { ...event.Details, Parameters } }
}
const answerTo = async (event: unknown) => {
  itIs(now)
  return PositionAnswer.parse(await handler(event))
}

describe('whoever waits', () => {
  it.each([
    ['the first', 1, 'Jij bent de eerste in de rij.'],
    ['the second', 2, 'Er wacht nog één persoon voor jou.'],
    ['the third', 3, 'Er wachten nog twee mensen voor jou.'],
    ['far behind', 40, ''],
  ])('hears her place: %s', async (_which, place_, sentence) => {
    place = position(place_)
    described = since('2026-11-24 10:30')
    expect(await answerTo(ask())).toEqual({ sentence, waited: 'Wacht al drie minuten.' })
  })

  it.each([
    ['in her own language', ask({}, 'fr'), 'Une personne attend avant vous.'],
    ['in figures in a chat', ask({ channel: 'CHAT', attributes: { language: 'nl' } }), 'Er wacht nog 1 persoon voor jou.'],
    ['in the language of her chat', ask({ channel: 'CHAT', attributes: { language: 'en' } }), 'There is 1 person before you.'],
  ])('hears it %s, and the worker in Dutch', async (_how, event, sentence) => {
    place = position(2)
    described = since('2026-11-24 10:32')
    expect(await answerTo(event)).toEqual({ sentence, waited: 'Wacht al één minuut.' })
  })
})

it('the agreed example is what it answers', async () => {
  place = position(3)
  described = since('2026-11-24 10:30')
  expect(await answerTo(ask())).toEqual(positionAnswerExample)
})

describe('what is not known is left unsaid', () => {
  it.each([
    ['she waits no more', gone, since('2026-11-24 10:30'), { sentence: '', waited: 'Wacht al drie minuten.' }],
    ['Connect is broken', { status: 500, body: {}, error: 'InternalServiceException' }, gone, { sentence: '', waited: '' }],
    ['Connect answers something else', { status: 200, body: {} }, { status: 200, body: {} }, { sentence: '', waited: '' }],
  ] as const)('when %s', async (_why, metrics, contact, answer) => {
    place = metrics
    described = contact
    expect(await answerTo(ask())).toEqual(answer)
  })

  it.each([
    ['an empty event', {}],
    ['nothing', null],
    ['no task', flowEvent()],
  ])('when the flow sends %s', async (_what, event) => {
    expect(await answerTo(event)).toEqual({ sentence: '', waited: '' })
  })

  it('when Connect never answers', async () => {
    const never = () => new Promise<never>(() => undefined)
    const requestLog = { contactId: null, kind: 'done', errorName: null }
    expect(await queuePosition({ positionOf: never, waitsSince: never, now: () => now }, ask(), requestLog)).toEqual({
      sentence: '',
      waited: '',
    })
    expect(requestLog).toMatchObject({ kind: 'not-known', errorName: 'TooLate' })
  })
})

describe('the log of this door', () => {
  it('says no number and no place', async () => {
    place = position(3)
    described = since('2026-11-24 10:30')
    const lines = await logOf(() => answerTo(ask({ number: '+32000000077' })))
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ function: 'queue-position', kind: 'told', errorName: null })
    expect(lines.join()).not.toContain('00000077')
  })
})
