/** One block of a flow, as it stands in the JSON. The console leaves out what is empty. */
export type FlowAction = {
  Identifier: string
  Type: string
  Parameters?: Readonly<Record<string, unknown>> | undefined
  Transitions?: FlowTransitions | undefined
}

export type FlowTransitions = {
  NextAction?: string | undefined
  Errors?: readonly { ErrorType: string; NextAction: string }[] | undefined
  Conditions?: readonly FlowCondition[] | undefined
}

export type FlowCondition = { NextAction: string; Condition: { Operator: string; Operands: readonly string[] } }

/** The document that CreateContactFlow takes as its Content (flow language 2019-10-30). */
export type FlowContent = { Version: string; StartAction: string; Metadata?: unknown; Actions: readonly FlowAction[] }

/** Every block that a block can go to, in the order written. */
export function targetsOf(action: FlowAction): string[] {
  const { NextAction, Errors = [], Conditions = [] } = action.Transitions ?? {}
  return [
    ...(NextAction === undefined ? [] : [NextAction]),
    ...Conditions.map((one) => one.NextAction),
    ...Errors.map((one) => one.NextAction),
  ]
}
