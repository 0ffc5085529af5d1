import { describe, expect, it } from 'vitest'
import { type FlowContent, type FlowType, problemsOf, rulesOf } from '../../../infra/flows/flow-rules.ts'
import type { FlowAction } from '../../../infra/flows/rules/flow-content.ts'
import agentWhisper from './fixtures/agent-whisper.json' with { type: 'json' }
import customerQueue from './fixtures/customer-queue.json' with { type: 'json' }
import customerRemaining from './fixtures/customer-remaining.json' with { type: 'json' }
import inbound from './fixtures/inbound.json' with { type: 'json' }

const messages = (flow: FlowContent, type: FlowType) => problemsOf(flow, type).map((problem) => problem.message)
const end: FlowAction = { Identifier: 'end', Type: 'DisconnectParticipant' }
const say: FlowAction = { Identifier: 'say', Type: 'MessageParticipant', Parameters: { Text: 'Dag' }, Transitions: { NextAction: 'end' } }
const flowOf = (...Actions: FlowAction[]): FlowContent => ({ Version: '2019-10-30', StartAction: Actions[0]?.Identifier ?? '', Actions })

/** A flow in which only one action is wrong: each of its transitions leads to a valid end. */
const planted = (
  Type: string,
  Parameters: Record<string, unknown>,
  arms: { errors?: string[]; results?: string[]; next?: boolean } = {},
) => {
  const Errors = (arms.errors ?? []).map((ErrorType) => ({ ErrorType, NextAction: 'end' }))
  const Conditions = (arms.results ?? []).map((result) => {
    const [Operator = '', ...operand] = result.split(' ')
    return { NextAction: 'end', Condition: { Operator, Operands: [operand.join(' ')] } }
  })
  const next = arms.next === false ? {} : { NextAction: 'end' }
  return flowOf({ Identifier: 'wrong', Type, Parameters, Transitions: { ...next, Errors, Conditions } }, end)
}
const failing = ['NoMatchingError']

describe('a flow that the service takes has no problems:', () => {
  it.each([
    ['an inbound flow', inbound, 'CONTACT_FLOW'],
    ['a queue flow', customerQueue, 'CUSTOMER_QUEUE'],
    ['a flow for who is left alone', customerRemaining, 'CONTACT_FLOW'],
    ['a whisper', agentWhisper, 'AGENT_WHISPER'],
  ] as const)('%s', (_title, flow, type) => {
    expect(messages(flow, type)).toEqual([])
  })
})

describe('a flow as a whole is refused for', () => {
  const named = (Identifier: string) => flowOf({ ...say, Identifier }, end)
  it.each([
    ['another version', { ...flowOf(say, end), Version: '2020-01-01' }, 'Invalid Version. Version: 2020-01-01'],
    ['a start that is not there', { ...flowOf(say, end), StartAction: 'gone' }, 'Invalid StartAction. No action is named: gone'],
    ['no actions', flowOf(), 'JSON field is missing or null for field name: actions'],
    ['a sign that names may not have', named('say:now'), 'Invalid Action identifier. Identifier: say:now, Path: Actions[0].Identifier'],
    ['a name that JavaScript took', named('toString'), 'Invalid Action identifier. Identifier: toString, Path: Actions[0].Identifier'],
    ['a name of 51 characters', named('n'.repeat(51)), 'Invalid Action identifier length. Path: Actions[0].Identifier'],
    ['two of one name', flowOf(say, end, end), 'Duplicate Action identifier. Identifier: end, Path: Actions[2].Identifier'],
    ['an arm that leads nowhere', flowOf(say), 'Invalid Action transition. No action is named: end, Path: Actions[0].Transitions'],
    ['an action that nobody reaches', flowOf(say, end, { ...say, Identifier: 'apart' }), 'Action is not reachable. Path: Actions[2]'],
    ['an unknown type of action', planted('SetWorkingQueue', {}), 'Invalid Action type. Type: SetWorkingQueue, Path: Actions[0]'],
  ])('%s', (_title, flow, message) => {
    expect(messages(flow, 'CONTACT_FLOW')).toContain(message)
  })

  it('more actions than it may have', () => {
    const many = Array.from(
      { length: 251 },
      (_, place): FlowAction => ({ ...say, Identifier: `say${place}`, Transitions: { NextAction: `say${place + 1}` } }),
    )
    expect(messages(flowOf(...many, { ...end, Identifier: 'say251' }), 'CONTACT_FLOW')).toEqual([
      'Too many actions. Actions: 252, at most 250',
    ])
  })

  it('more text than it may hold', () => {
    const long = Array.from({ length: 50 }, (_, place): FlowAction => {
      return { ...say, Identifier: `s${place}`, Parameters: { Text: 'a'.repeat(5500) }, Transitions: { NextAction: `s${place + 1}` } }
    })
    expect(messages(flowOf(...long, { ...end, Identifier: 's50' }), 'CONTACT_FLOW')[0]).toMatch(
      /^Content is too long\. Characters: \d+, at most 256000$/,
    )
  })
})

describe('an action is refused for', () => {
  const [path, at] = ['Path: Actions[0]', 'Path: Actions[0].Parameters']
  it.each([
    [
      'a required error without a branch',
      planted('TransferContactToQueue', {}, { errors: failing }),
      `Action is missing required error. Error: QueueAtCapacity, ${path}`,
    ],
    [
      'a branch for an error it has not',
      planted('UpdateContactRecordingBehavior', { RecordingBehavior: { RecordedParticipants: [] } }, { errors: failing }),
      `Invalid Action error. Error: NoMatchingError, ${path}`,
    ],
    [
      'one error twice',
      planted('CheckHoursOfOperation', {}, { errors: [...failing, ...failing], results: ['Equals True', 'Equals False'] }),
      `Duplicate Action error. Error: NoMatchingError, ${path}`,
    ],
    [
      'a comparison that could fail',
      planted(
        'Compare',
        { ComparisonValue: '$.Channel' },
        { errors: ['NoMatchingCondition', 'NoMatchingError'], results: ['Equals CHAT'] },
      ),
      `Invalid Action error. Error: NoMatchingError, ${path}`,
    ],
    [
      'a comparison of a fixed text',
      planted('Compare', { ComparisonValue: 'CHAT' }, { errors: ['NoMatchingCondition'], results: ['Equals CHAT'] }),
      `Invalid Action property value. ${at}.ComparisonValue`,
    ],
    [
      'a property that is not there',
      planted('Loop', {}, { results: ['Equals ContinueLooping', 'Equals DoneLooping'] }),
      `Action is missing required property. Property: LoopCount, ${at}`,
    ],
    [
      'the wait by its documented name',
      planted('Wait', { TimeoutSeconds: '60' }, { results: ['Equals WaitCompleted'] }),
      `Invalid Action property name. ${at}.TimeoutSeconds`,
    ],
    [
      'a number that is not text',
      planted('Wait', { TimeLimitSeconds: 60 }, { results: ['Equals WaitCompleted'] }),
      `Invalid Action property value. ${at}.TimeLimitSeconds`,
    ],
    [
      'an event without its branch',
      planted('Wait', { TimeLimitSeconds: '60', Events: ['CustomerReturned'] }, { results: ['Equals WaitCompleted'] }),
      `Action is missing required condition. Condition: CustomerReturned, ${path}`,
    ],
    [
      'nine seconds of waiting for a function',
      planted('InvokeLambdaFunction', { LambdaFunctionARN: 'arn', InvocationTimeLimitSeconds: '9' }, { errors: failing }),
      `Invalid Action property value. ${at}.InvocationTimeLimitSeconds`,
    ],
    [
      'hours without a closed branch',
      planted('CheckHoursOfOperation', {}, { errors: failing, results: ['Equals True'] }),
      `Action is missing required condition. Condition: False, ${path}`,
    ],
    [
      'a result that never comes',
      planted('CheckHoursOfOperation', {}, { errors: failing, results: ['Equals True', 'Equals False', 'Equals Maybe'] }),
      `Invalid Action condition. Condition: Equals Maybe, ${path}.Transitions.Conditions[2]`,
    ],
    [
      'conditions where it has no result',
      planted('MessageParticipant', { Text: 'Dag' }, { results: ['Equals 1'] }),
      `Action does not support conditions. ${path}`,
    ],
    ['something after the end', planted('DisconnectParticipant', {}), `Action does not support transitions. ${path}`],
    [
      'no next action',
      planted('MessageParticipant', { Text: 'Dag' }, { next: false }),
      `Action is missing required property. Property: NextAction, ${path}.Transitions`,
    ],
    [
      'nothing to say',
      planted('MessageParticipant', {}),
      `Action is missing required property. Property: Text or SSML or PromptId or Media, ${at}`,
    ],
    [
      'two things to say',
      planted('MessageParticipant', { Text: 'Dag', SSML: '<speak/>' }),
      `Invalid Action property name. Only one of Text, SSML, PromptId, Media, ${at}.SSML`,
    ],
    [
      'a text that is too long to speak',
      planted('MessageParticipant', { Text: 'a'.repeat(6001) }),
      `Invalid Action property value. ${at}.Text`,
    ],
    [
      'two hooks at once',
      planted('UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'a', AgentWhisper: 'b' } }, { errors: failing }),
      `Invalid Action property value. ${at}.EventHooks`,
    ],
    [
      'the hook setting of the console',
      planted('UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'a' }, EventHooksConfiguration: {} }, { errors: failing }),
      `Invalid Action property name. ${at}.EventHooksConfiguration`,
    ],
    [
      'flow attributes without their value',
      planted('UpdateFlowAttributes', { FlowAttributes: { a: 'b' } }, { errors: failing }),
      `Invalid Action property value. ${at}.FlowAttributes`,
    ],
    [
      'keys pressed without a way for silence',
      planted(
        'GetParticipantInput',
        { InputTimeLimitSeconds: '5', StoreInput: 'False' },
        { errors: ['NoMatchingCondition', 'NoMatchingError'] },
      ),
      `Action is missing required error. Error: InputTimeLimitExceeded, ${path}`,
    ],
    [
      'stored input with conditions',
      planted(
        'GetParticipantInput',
        { InputTimeLimitSeconds: '5', StoreInput: 'True' },
        { errors: ['InputValidation', 'NoMatchingError'], results: ['Equals 1'] },
      ),
      `Action does not support conditions. ${path}`,
    ],
    [
      'staffing against more than nobody',
      planted(
        'CheckMetricData',
        { MetricType: 'NumberOfAgentsStaffed' },
        { errors: ['NoMatchingError', 'NoMatchingCondition'], results: ['NumberGreaterThan 2'] },
      ),
      `Invalid Action condition. Condition: NumberGreaterThan 2, ${path}.Transitions.Conditions[0]`,
    ],
    [
      'a queue and an agent',
      planted('UpdateContactTargetQueue', { QueueId: 'a', AgentId: 'b' }, { errors: failing }),
      `Invalid Action property name. Only one of QueueId, AgentId, ${at}.AgentId`,
    ],
    [
      'a call-back number that is fixed',
      planted(
        'UpdateContactCallbackNumber',
        { CallbackNumber: '+32000000099' },
        { errors: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'] },
      ),
      `Invalid Action property value. ${at}.CallbackNumber`,
    ],
  ])('%s', (_title, flow, message) => {
    expect(messages(flow, 'CONTACT_FLOW')).toContain(message)
  })
})

describe('an action stands only where its kind of flow allows it:', () => {
  const held = planted('MessageParticipantIteratively', { Messages: [{ Text: 'Dag' }] }, { results: ['Equals MessagesInterrupted'] })
  it.each([
    ['no hanging up in a whisper', flowOf(end), 'AGENT_WHISPER', 'DisconnectParticipant'],
    ['no prompt in a hold flow', flowOf(say, end), 'CUSTOMER_HOLD', 'MessageParticipant'],
    ['no loop prompts before the queue', held, 'CONTACT_FLOW', 'MessageParticipantIteratively'],
    [
      'no queueing while in the queue',
      planted('TransferContactToQueue', {}, { errors: ['QueueAtCapacity', ...failing] }),
      'CUSTOMER_QUEUE',
      'TransferContactToQueue',
    ],
    ['no quiet end of an inbound flow', flowOf({ Identifier: 'end', Type: 'EndFlowExecution' }), 'CONTACT_FLOW', 'EndFlowExecution'],
  ] as const)('%s', (...[, flow, type, action]) => {
    expect(messages(flow, type)[0]).toBe(`Action is not supported in this flow type. Type: ${action}, Flow type: ${type}, Path: Actions[0]`)
  })
})

describe('the rules of an action', () => {
  it('are known for what the line uses', () => {
    expect(rulesOf('TransferContactToQueue')?.requiredErrors).toEqual(['QueueAtCapacity', 'NoMatchingError'])
  })

  it('are not invented for what it does not', () => {
    expect(rulesOf('CheckStaffing')).toBeNull()
  })
})
