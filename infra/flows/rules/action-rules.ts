import { type Check, filled, isRecord, spoken } from './parameter-checks.ts'

/** Connect's types of flow. */
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

/** Flow types that run when a contact comes in. */
export const inbound = ['CONTACT_FLOW', 'CAMPAIGN'] as const
/** Flow types that run during a transfer. */
export const transfer = ['AGENT_TRANSFER', 'QUEUE_TRANSFER'] as const
/** Flow types that one party hears before the parties are connected. */
export const whisper = ['CUSTOMER_WHISPER', 'OUTBOUND_WHISPER', 'AGENT_WHISPER'] as const
/** Flow types that run while a party is on hold. */
export const hold = ['CUSTOMER_HOLD', 'AGENT_HOLD'] as const
/** The flow type that runs while a contact waits in a queue. */
export const queue = ['CUSTOMER_QUEUE'] as const

/** The operators of conditions, on numbers and on texts. */
export const operators = {
  number: ['NumberGreaterThan', 'NumberGreaterOrEqualTo', 'NumberLessThan', 'NumberLessOrEqualTo'],
  text: ['Equals', 'TextStartsWith', 'TextEndsWith', 'TextContains'],
}

/** Rules for an action that may be used anywhere, has no parameters and cannot fail; others extend it. */
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
/** Rules for an action whose error branch is optional. */
export const mayFail: ActionRules = { ...anything, optionalErrors: ['NoMatchingError'] }
/** Rules for an action whose error branch is required. */
export const mustFail: ActionRules = { ...anything, requiredErrors: ['NoMatchingError'] }
/** Rules for an action that ends its flow. */
export const last: ActionRules = { ...anything, terminal: true }

/** The parameters of a prompt. */
export const prompt = { 'Text?': spoken, 'SSML?': spoken, 'PromptId?': filled, 'Media?': isRecord }
/** The parameters of which a prompt needs exactly one. */
export const promptKeys = ['Text', 'SSML', 'PromptId', 'Media']
/** The parameters that name a queue. */
export const target = { 'QueueId?': filled, 'AgentId?': filled }
/** The parameters of which a target queue needs exactly one. */
export const targetKeys = ['QueueId', 'AgentId']
