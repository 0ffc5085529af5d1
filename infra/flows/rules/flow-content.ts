/** One action (block) of a flow. The console omits empty fields. */
export type FlowAction = {
  Identifier: string
  Type: string
  Parameters?: Readonly<Record<string, unknown>> | undefined
  Transitions?: FlowTransitions | undefined
}

/** Where an action leads: by default, for each error, and for each condition. */
export type FlowTransitions = {
  NextAction?: string | undefined
  Errors?: readonly { ErrorType: string; NextAction: string }[] | undefined
  Conditions?: readonly FlowCondition[] | undefined
}

/** A condition on an action's result, and the action to which it leads. */
export type FlowCondition = { NextAction: string; Condition: { Operator: string; Operands: readonly string[] } }

/** The document that CreateContactFlow takes as its Content (flow language 2019-10-30). */
export type FlowContent = { Version: string; StartAction: string; Metadata?: unknown; Actions: readonly FlowAction[] }

/** The identifiers of all actions to which an action can lead, in document order. */
export function targetsOf(action: FlowAction): string[] {
  const { NextAction, Errors = [], Conditions = [] } = action.Transitions ?? {}
  return [
    ...(NextAction === undefined ? [] : [NextAction]),
    ...Conditions.map((one) => one.NextAction),
    ...Errors.map((one) => one.NextAction),
  ]
}
