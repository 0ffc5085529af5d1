import { problemsOf } from '../flow-rules.ts'
import type { FlowAction } from '../rules/flow-content.ts'
import { isRecord } from '../rules/parameter-checks.ts'
import type { CallGraph, GraphFlow } from './call-graph.ts'

/**
 * Errors that do not depend on the path: Connect would refuse the flow, it refers to something that does not exist, or it stores what is
 * said.
 */
export function blockWrongs(graph: CallGraph, flow: GraphFlow): string[] {
  const refusals = problemsOf(flow.content, flow.type).map(({ message }) => `Connect would refuse it: ${message}`)
  return [...refusals, ...flow.content.Actions.flatMap((action) => wrongsOf(graph, action).map((wrong) => `${action.Identifier} ${wrong}`))]
}

const lambdaSecondsAtMost = 8

function wrongsOf(graph: CallGraph, action: FlowAction): string[] {
  const { Parameters = {}, Type } = action
  const seconds = Number(Parameters['InvocationTimeLimitSeconds'])
  const tooLong = Type === 'InvokeLambdaFunction' && seconds > lambdaSecondsAtMost
  return [
    ...(tooLong ? [`waits ${seconds} seconds for a function; ${lambdaSecondsAtMost} is the most`] : []),
    ...(keeps(action) ? ['turns recording, analysis or a log on'] : []),
    ...(keepsNumber(action) ? ['keeps a telephone number'] : []),
    ...namedBy(action).flatMap((named) => unknownIn(graph, named)),
  ]
}

const keepingTypes = [
  'UpdateContactRecordingBehavior',
  'UpdateContactRecordingAndAnalyticsBehavior',
  'UpdateContactMediaStreamingBehavior',
  'UpdateContactMediaProcessing',
  'UpdateFlowLoggingBehavior',
]

// An empty list and "Disabled" mean that nothing is recorded; any other text in these actions stores something.
function keeps({ Parameters = {}, Type }: FlowAction): boolean {
  return keepingTypes.includes(Type) && wordsIn(Parameters).some((word) => word !== 'Disabled' && word !== 'False')
}

const keepsForLong = ['UpdateContactAttributes', 'UpdateContactData', 'TagContact']

// Connect keeps a contact's attributes, data and tags for years. Parameters of a function are not stored.
function keepsNumber({ Parameters = {}, Type }: FlowAction): boolean {
  return keepsForLong.includes(Type) && wordsIn(Parameters).some((word) => /\$\.(StoredCustomerInput|CustomerEndpoint)/.test(word))
}

function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  return isRecord(value) ? Object.values(value).flatMap(wordsIn) : [String(value)]
}

type Named = { kind: 'queue' | 'hours' | 'function' | 'flow'; arn: string; mustBe: string | null }

const parameterKinds = { QueueId: 'queue', HoursOfOperationId: 'hours', LambdaFunctionARN: 'function', ContactFlowId: 'flow' } as const
const hookTypes: Readonly<Record<string, string>> = {
  AgentWhisper: 'AGENT_WHISPER',
  CustomerWhisper: 'CUSTOMER_WHISPER',
  CustomerQueue: 'CUSTOMER_QUEUE',
  CustomerHold: 'CUSTOMER_HOLD',
  AgentHold: 'AGENT_HOLD',
  CustomerRemaining: 'CONTACT_FLOW',
}

function namedBy({ Parameters = {} }: FlowAction): Named[] {
  const { EventHooks } = Parameters
  const plainly = Object.entries(parameterKinds).flatMap(([name, kind]): Named[] =>
    Parameters[name] === undefined ? [] : [{ kind, arn: String(Parameters[name]), mustBe: kind === 'flow' ? 'CONTACT_FLOW' : null }],
  )
  const hooks = Object.entries(isRecord(EventHooks) ? EventHooks : {})
  return [...plainly, ...hooks.map(([hook, arn]): Named => ({ kind: 'flow', arn: String(arn), mustBe: hookTypes[hook] ?? null }))]
}

// A reference that is known only during the call cannot be resolved here, and counts as missing.
function unknownIn(graph: CallGraph, { kind, arn, mustBe }: Named): string[] {
  if (kind === 'flow') {
    const flow = graph.flows.get(arn)
    if (!flow) return [`names a flow that does not exist: ${arn}`]
    return mustBe === null || flow.type === mustBe ? [] : [`leads to a flow of type ${flow.type} where ${mustBe} is wanted: ${arn}`]
  }
  if (kind === 'function') return graph.functions.has(arn) ? [] : [`asks a function that the instance does not know: ${arn}`]
  const known = kind === 'queue' ? graph.queues : graph.hours
  return known.has(arn) ? [] : [`names ${kind === 'queue' ? 'a queue' : 'hours'} that the region does not have: ${arn}`]
}
