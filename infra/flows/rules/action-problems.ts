import type { ActionRules, FlowType, Results } from './action-rules.ts'
import type { FlowAction, FlowCondition } from './flow-content.ts'
import { type ShapeProblem, shapeProblems } from './parameter-checks.ts'

/** The position of an action in the flow document, and the flow's type. */
export type Place = { index: number; flowType: FlowType }

/** The problems of one action, by the rules of its type. */
export function actionProblems(action: FlowAction, base: ActionRules, { index, flowType }: Place): string[] {
  const rules = { ...base, ...base.given?.(action.Parameters ?? {}) }
  const path = `Actions[${index}]`
  const fits = rules.flowTypes.includes(flowType)
  return [
    ...(fits ? [] : [`Action is not supported in this flow type. Type: ${action.Type}, Flow type: ${flowType}, Path: ${path}`]),
    ...parameterProblems(action, rules, path),
    ...(rules.terminal ? terminalProblems(action, path) : transitionProblems(action, rules, path)),
  ]
}

const parameterSentence = {
  missing: (key: string, path: string) => `Action is missing required property. Property: ${key}, Path: ${path}.Parameters`,
  unknown: (key: string, path: string) => `Invalid Action property name. Path: ${path}.Parameters.${key}`,
  wrong: (key: string, path: string) => `Invalid Action property value. Path: ${path}.Parameters.${key}`,
} satisfies Record<ShapeProblem['kind'], (key: string, path: string) => string>

function parameterProblems(action: FlowAction, rules: ActionRules, path: string): string[] {
  const parameters = action.Parameters ?? {}
  const given = rules.exactlyOneOf.filter((key) => parameters[key] !== undefined)
  const needed = rules.exactlyOneOf.length > 0 && !rules.noneOfIsFine
  return [
    ...shapeProblems(parameters, rules.parameters).map(({ kind, key }) => parameterSentence[kind](key, path)),
    ...(given.length === 0 && needed ? [parameterSentence.missing(rules.exactlyOneOf.join(' or '), path)] : []),
    ...given
      .slice(1)
      .map((key) => `Invalid Action property name. Only one of ${rules.exactlyOneOf.join(', ')}, Path: ${path}.Parameters.${key}`),
  ]
}

function terminalProblems({ Transitions = {} }: FlowAction, path: string): string[] {
  const { NextAction, Errors = [], Conditions = [] } = Transitions
  const goesOn = NextAction !== undefined || Errors.length > 0 || Conditions.length > 0
  return goesOn ? [`Action does not support transitions. Path: ${path}`] : []
}

function transitionProblems({ Transitions = {} }: FlowAction, rules: ActionRules, path: string): string[] {
  const errors = (Transitions.Errors ?? []).map((error) => error.ErrorType)
  const allowed = [...rules.requiredErrors, ...rules.optionalErrors]
  const needsNext = rules.results.kind === 'none' && Transitions.NextAction === undefined
  return [
    ...(needsNext ? [`Action is missing required property. Property: NextAction, Path: ${path}.Transitions`] : []),
    ...rules.requiredErrors
      .filter((error) => !errors.includes(error))
      .map((error) => `Action is missing required error. Error: ${error}, Path: ${path}`),
    ...errors.filter((error) => !allowed.includes(error)).map((error) => `Invalid Action error. Error: ${error}, Path: ${path}`),
    ...errors
      .filter((error, place) => errors.indexOf(error) !== place)
      .map((error) => `Duplicate Action error. Error: ${error}, Path: ${path}`),
    ...conditionProblems(Transitions.Conditions ?? [], rules.results, path),
  ]
}

function conditionProblems(conditions: readonly FlowCondition[], results: Results, path: string): string[] {
  if (results.kind === 'any') return []
  if (results.kind === 'none') return conditions.length === 0 ? [] : [`Action does not support conditions. Path: ${path}`]
  const operandCount = conditions.flatMap(({ Condition }, place) =>
    Condition.Operands.length === 1
      ? []
      : [`Invalid Action condition. One operand is wanted, Path: ${path}.Transitions.Conditions[${place}]`],
  )
  const missing = missingResults(conditions, results).map(
    (operand) => `Action is missing required condition. Condition: ${operand}, Path: ${path}`,
  )
  const wrong = conditions.flatMap(({ Condition }, place) =>
    isResult(Condition, results)
      ? []
      : [
          `Invalid Action condition. Condition: ${Condition.Operator} ${Condition.Operands.join(' ')}, Path: ${path}.Transitions.Conditions[${place}]`,
        ],
  )
  return [...operandCount, ...missing, ...wrong]
}

function missingResults(conditions: readonly FlowCondition[], results: Exclude<Results, { kind: 'none' | 'any' }>): readonly string[] {
  if (results.kind === 'among') return []
  if (results.kind === 'some') return conditions.length === 0 ? ['any'] : []
  return results.operands.filter((operand) => !conditions.some(({ Condition }) => Condition.Operands[0] === operand))
}

function isResult({ Operator, Operands }: FlowCondition['Condition'], results: Exclude<Results, { kind: 'none' | 'any' }>): boolean {
  const operand = Operands[0] ?? ''
  if (results.kind === 'some') return results.operators.includes(Operator) && results.operands(operand)
  return Operator === 'Equals' && results.operands.includes(operand)
}
