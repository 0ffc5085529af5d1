import { type Check, filled, isRecord, spoken } from './parameter-checks.ts'

export const flowTypes = [
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'CUSTOMER_HOLD',
  'CUSTOMER_WHISPER',
  'OUTBOUND_WHISPER',
  'AGENT_HOLD',
  'AGENT_WHISPER',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'CAMPAIGN',
] as const
export type FlowType = (typeof flowTypes)[number]

/** The conditions an action may have: `exact` requires every operand and no other, `some` at least one with any of the operators. */
export type Results =
  | { kind: 'none' }
  | { kind: 'any' }
  | { kind: 'exact'; operands: readonly string[] }
  | { kind: 'among'; operands: readonly string[] }
  | { kind: 'some'; operators: readonly string[]; operands: Check }

/** What Connect requires of one type of action. */
export type ActionRules = {
  flowTypes: readonly FlowType[]
  parameters: Readonly<Record<string, Check>>
  /** Exactly one of these parameters must be given; an empty list requires nothing. */
  exactlyOneOf: readonly string[]
  /** Whether all of `exactlyOneOf` may be absent. */
  noneOfIsFine: boolean
  results: Results
  requiredErrors: readonly string[]
  /** Errors that may have a branch besides the required ones. */
  optionalErrors: readonly string[]
  terminal: boolean
  /** Rules that depend on the values of the parameters. */
  given?: (parameters: Readonly<Record<string, unknown>>) => Partial<ActionRules>
}

export const inbound = ['CONTACT_FLOW', 'CAMPAIGN'] as const
export const transfer = ['AGENT_TRANSFER', 'QUEUE_TRANSFER'] as const
export const whisper = ['CUSTOMER_WHISPER', 'OUTBOUND_WHISPER', 'AGENT_WHISPER'] as const
export const hold = ['CUSTOMER_HOLD', 'AGENT_HOLD'] as const
export const queue = ['CUSTOMER_QUEUE'] as const

export const operators = {
  number: ['NumberGreaterThan', 'NumberGreaterOrEqualTo', 'NumberLessThan', 'NumberLessOrEqualTo'],
  text: ['Equals', 'TextStartsWith', 'TextEndsWith', 'TextContains'],
}

export const anything: ActionRules = {
  flowTypes,
  parameters: {},
  exactlyOneOf: [],
  noneOfIsFine: false,
  results: { kind: 'none' },
  requiredErrors: [],
  optionalErrors: [],
  terminal: false,
}
export const mayFail: ActionRules = { ...anything, optionalErrors: ['NoMatchingError'] }
export const mustFail: ActionRules = { ...anything, requiredErrors: ['NoMatchingError'] }
export const last: ActionRules = { ...anything, terminal: true }

export const prompt = { 'Text?': spoken, 'SSML?': spoken, 'PromptId?': filled, 'Media?': isRecord }
export const promptKeys = ['Text', 'SSML', 'PromptId', 'Media']
export const target = { 'QueueId?': filled, 'AgentId?': filled }
export const targetKeys = ['QueueId', 'AgentId']
