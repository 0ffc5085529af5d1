import type { FlowAction } from '../model/flow-content.ts'

/** The outcome of an action. */
export type Outcome =
  /** Done, without a value for the conditions. */
  | { kind: 'done' }
  /** Done, with a value that the conditions are compared with. */
  | { kind: 'answered'; answer: string }
  | { kind: 'failed'; error: string }
  /** The contact has left this flow: queued, transferred or ended. */
  | { kind: 'moved-on' }
  /** The flow has ended. */
  | { kind: 'over' }

const failed = 'NoMatchingError'

/** The outcome for an error; by default the one for the general error branch. */
export function failure(error: string = failed): Outcome {
  return { kind: 'failed', error }
}

/** The identifier of the next action, or null if the flow has no branch for this outcome. */
export function nextOf(action: FlowAction, outcome: Outcome): string | null {
  const { NextAction = null, Conditions, Errors } = action.Transitions
  const branchFor = (error: string) => Errors.find((branch) => branch.ErrorType === error)?.NextAction
  if (outcome.kind === 'failed') return branchFor(outcome.error) ?? branchFor(failed) ?? null
  if (outcome.kind === 'done' || (outcome.kind === 'answered' && Conditions.length === 0 && branchFor('NoMatchingCondition') === undefined))
    return NextAction
  if (outcome.kind !== 'answered') return null
  const met = Conditions.find(({ Condition }) => isMet(Condition.Operator, outcome.answer, Condition.Operands[0] ?? ''))
  return met?.NextAction ?? branchFor('NoMatchingCondition') ?? branchFor(failed) ?? null
}

function isMet(operator: string, answer: string, operand: string): boolean {
  const text = textOperators[operator]
  if (text) return text(answer, operand)
  const number = numberOperators[operator]
  // A comparison of numbers is false if either side is not a number.
  if (!number || answer.trim() === '' || operand.trim() === '') return false
  const [left, right] = [Number(answer), Number(operand)]
  return !Number.isNaN(left) && !Number.isNaN(right) && number(left, right)
}

const textOperators: Record<string, (answer: string, operand: string) => boolean> = {
  Equals: (answer, operand) => answer === operand,
  TextStartsWith: (answer, operand) => answer.startsWith(operand),
  TextEndsWith: (answer, operand) => answer.endsWith(operand),
  TextContains: (answer, operand) => answer.includes(operand),
}

const numberOperators: Record<string, (answer: number, operand: number) => boolean> = {
  NumberGreaterThan: (answer, operand) => answer > operand,
  NumberGreaterOrEqualTo: (answer, operand) => answer >= operand,
  NumberLessThan: (answer, operand) => answer < operand,
  NumberLessOrEqualTo: (answer, operand) => answer <= operand,
}
