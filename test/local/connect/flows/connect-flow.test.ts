import { afterEach, describe, expect, it } from 'vitest'
import type { Invocation } from '../../../../infra/local/functions/invocation.ts'
import { found, type Line, type LineOptions, openLine } from '../fixtures/line.ts'
import { bye, failing, flow, type Row, say } from '../fixtures/small-flows.ts'
import { arns, functionArn, otherNumber } from '../fixtures/small-plan.ts'

let line: Line
const open = async (rows: Record<string, Row>, options: LineOptions = {}) => {
  line = await openLine({ ...options, other: flow(rows) })
}
const dial = async (milliseconds = 5000) => {
  const { id } = found(line.engineApi.dial({ from: '+32471000001', to: otherNumber }))
  await line.pass(milliseconds)
  return id
}
const badEnds = { bad: say('slecht', 'bye'), bye }
const ends = { good: say('goed', 'bye'), ...badEnds }
const ask = (type: 'STRING_MAP' | 'JSON' = 'STRING_MAP', seconds = '1'): Row => ({
  type: 'InvokeLambdaFunction',
  with: {
    LambdaFunctionARN: functionArn,
    InvocationTimeLimitSeconds: seconds,
    LambdaInvocationAttributes: { purpose: 'route', number: '$.SystemEndpoint.Address' },
    ResponseValidation: { ResponseType: type },
  },
  next: 'good',
  errors: failing('bad'),
})
const answered = (payload: unknown): Invocation => ({ kind: 'answered', payload })
afterEach(() => line.close())

describe('a function', () => {
  it.each([
    ['answers in texts', answered({ kind: 'open' }), { said: 'goed', calls: 1 }],
    ['answers a list', answered([1]), { said: 'slecht', calls: 1 }],
    ['answers a nested value', answered({ a: { b: 'c' } }), { said: 'slecht', calls: 1 }],
    ['throws', { kind: 'failed', errorType: 'TypeError' }, { said: 'slecht', calls: 1 }],
    ['is throttled', { kind: 'throttled' }, { said: 'slecht', calls: 3 }],
    ['meets a fault of the service', { kind: 'failed', errorType: 'ServiceException' }, { said: 'slecht', calls: 3 }],
    ['is too late', { kind: 'timed-out' }, { said: 'slecht', calls: 1 }],
    ['says too much', answered({ text: 'x'.repeat(33_000) }), { said: 'slecht', calls: 1 }],
  ] as const)('that %s is heard so', async (_what, invocation, { said, calls }) => {
    await open({ ask: ask(), ...ends }, { invoke: () => invocation })
    await dial()
    await expect.poll(() => line.heard[0]).toBe(said)
    expect(line.calls).toHaveLength(calls)
  })

  it('is asked in the service’s own words', async () => {
    await open({ ask: ask(), ...ends })
    const id = await dial()
    expect(line.calls[0]?.event).toMatchObject({
      Name: 'ContactFlowEvent',
      Details: {
        ContactData: {
          ContactId: id,
          Channel: 'VOICE',
          CustomerEndpoint: { Address: '+32471000001', Type: 'TELEPHONE_NUMBER' },
          Queue: null,
        },
        Parameters: { purpose: 'route', number: otherNumber },
      },
    })
    expect(line.calls[0]?.limit).toBeLessThanOrEqual(1000)
  })

  it('is overwritten by the next answer', async () => {
    let times = 0
    const again = { ...ask(), next: 'say' }
    const rows = { first: { ...ask(), next: 'second' }, second: again, say: say('$.External.a/$.External.b', 'bye'), bad: bye, bye }
    await open(rows, { invoke: () => answered(times++ === 0 ? { a: '1' } : { b: '2' }) })
    await dial()
    expect(line.heard[0]).toBe('/2')
  })

  it('that the instance may not call is not called', async () => {
    await open({ ask: { ...ask(), with: { ...ask().with, LambdaFunctionARN: `${functionArn}-other` } }, ...ends })
    await dial()
    expect([line.heard[0], line.calls.length]).toEqual(['slecht', 0])
  })
})

describe('keys', () => {
  const one: Row = {
    type: 'GetParticipantInput',
    with: { Text: 'Druk 1.', InputTimeLimitSeconds: '5', StoreInput: 'False' },
    when: { 1: 'good' },
    errors: { InputTimeLimitExceeded: 'late', NoMatchingCondition: 'bad', NoMatchingError: 'bad' },
  }
  it.each([
    ['the right one', '1', 'goed'],
    ['another', '2', 'slecht'],
    ['none', null, 'laat'],
  ])('are heard: %s', async (_which, key, said) => {
    await open({ one, late: say('laat', 'bye'), ...ends })
    const id = await dial(100)
    expect(line.heard).toEqual(['Druk 1.', 'asks 1'])
    if (key !== null) line.engineApi.pressKey(id, key)
    await line.pass(6000)
    expect(line.heard.slice(2, 4)).toEqual(['stops asking', said])
    expect(line.engineApi.pressKey(id, '1')).toBe(false)
  })

  it.each([
    ['until the end key', ['9', '8', '#'], '98'],
    ['until there are enough', ['1', '2', '3', '4'], '1234'],
    ['again after the cancel key', ['1', '*', '7', '#'], '7'],
    ['until she stops', ['5'], '5'],
    ['in vain', [], 'Timeout'],
  ])('are stored %s', async (_how, keys, stored) => {
    const store: Row = {
      type: 'GetParticipantInput',
      with: {
        Text: 'Uw code?',
        InputTimeLimitSeconds: '5',
        StoreInput: 'True',
        InputValidation: { CustomValidation: { MaximumLength: '4' } },
      },
      next: 'say',
      errors: { InputValidation: 'bad', NoMatchingError: 'bad' },
    }
    await open({ store, say: say('$.StoredCustomerInput', 'bye'), ...badEnds })
    const id = await dial(100)
    for (const key of keys) line.engineApi.pressKey(id, key)
    await line.pass(6000)
    expect(line.heard).toContain(stored)
  })

  it('are no matter for a chat', async () => {
    await open({ one, late: say('laat', 'bye'), ...ends })
    line.engineApi.startChat({ flowId: arns.other, displayName: 'A', attributes: {}, initialMessage: null })
    await line.pass(0)
    expect(line.heard[0]).toBe('slecht')
  })
})

describe('a flow', () => {
  it.each([
    ['waits on the telephone', { type: 'Wait', with: { TimeLimitSeconds: '5' }, when: { WaitCompleted: 'good' }, errors: failing('bad') }],
    [
      'queues without a queue',
      { type: 'TransferContactToQueue', next: 'good', errors: { QueueAtCapacity: 'good', NoMatchingError: 'bad' } },
    ],
    [
      'names a queue that is empty text',
      { type: 'UpdateContactTargetQueue', with: { QueueId: '$.External.no' }, next: 'good', errors: failing('bad') },
    ],
    ['looks at the hours of no queue', { type: 'CheckHoursOfOperation', when: { True: 'good', False: 'good' }, errors: failing('bad') }],
    [
      'sets an attribute with a space',
      {
        type: 'UpdateContactAttributes',
        with: { Attributes: { 'a b': 'c' }, TargetContact: 'Current' },
        next: 'good',
        errors: failing('bad'),
      },
    ],
    [
      'calls back by the service’s own queue',
      {
        type: 'CreateCallbackContact',
        with: { InitialCallDelaySeconds: '5', RetryDelaySeconds: '60', MaximumConnectionAttempts: '1' },
        next: 'good',
        errors: failing('bad'),
      },
    ],
  ] satisfies [string, Row][])('takes its error branch when it %s', async (_what, row) => {
    await open({ row, ...ends })
    await dial()
    expect(line.heard[0]).toBe('slecht')
  })

  it('fills in what it knows', async () => {
    const set: Row = {
      type: 'UpdateContactAttributes',
      with: { Attributes: { regio: 'oost', 'uit-nummer': '$.CustomerEndpoint.Address' }, TargetContact: 'Current' },
      next: 'own',
      errors: failing('bad'),
    }
    const own: Row = {
      type: 'UpdateFlowAttributes',
      with: { FlowAttributes: { f: { Value: 'x$.Channel' } } },
      next: 'say',
      errors: failing('bad'),
    }
    await open({
      set,
      own,
      say: say("$.Attributes.regio. $['Attributes']['uit-nummer'] $.FlowAttributes.f $.Attributes.niets!", 'bye'),
      ...badEnds,
    })
    await dial()
    expect(line.heard[0]).toBe('oost. +32471000001 xVOICE !')
  })

  it('that turns in a circle is ended', async () => {
    const turn: Row = {
      type: 'Compare',
      with: { ComparisonValue: '$.Channel' },
      when: { CHAT: 'turn' },
      errors: { NoMatchingCondition: 'turn' },
    }
    const leave: Row = { ...turn, when: { CHAT: 'bye' } }
    await open({ leave, turn, bye })
    const id = await dial()
    expect(line.engineApi.contact(id)?.state).toBe('ended')
  })

  it('goes on in another flow', async () => {
    await open({ move: { type: 'TransferToFlow', with: { ContactFlowId: arns.inbound }, next: 'bad', errors: failing('bad') }, ...badEnds })
    const id = await dial()
    expect(line.engineApi.contact(id)?.state).toBe('queued')
  })

  it('logs its steps without what was said', async () => {
    await open({ ask: ask(), ...ends })
    const id = await dial()
    expect(line.steps.slice(0, 2)).toEqual([
      { contactId: id, flow: 'Flow 5', action: 'ask', type: 'InvokeLambdaFunction', result: 'done' },
      { contactId: id, flow: 'Flow 5', action: 'good', type: 'MessageParticipant', result: 'done' },
    ])
  })

  it('that the service would refuse stops the start', async () => {
    await open({ bye })
    const broken = flow({ transfer: { type: 'TransferContactToQueue', next: 'bye', errors: failing('bye') }, bye })
    await expect(openLine({ other: broken })).rejects.toThrow('Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]')
  })
})
