import * as z from 'zod'
import type { FlowType } from '../../../flows/flow-rules.ts'
import { flowTypes } from '../../../flows/rules/action-rules.ts'

/** The types of flow. */
export const FlowTypeName = z.enum(flowTypes)

const Transitions = z.object({
  NextAction: z.string().optional(),
  Errors: z.array(z.object({ ErrorType: z.string(), NextAction: z.string() })).default([]),
  Conditions: z
    .array(z.object({ NextAction: z.string(), Condition: z.object({ Operator: z.string(), Operands: z.array(z.string()) }) }))
    .default([]),
})

const FlowAction = z.object({
  Identifier: z.string(),
  Type: z.string(),
  // The console omits empty fields.
  Parameters: z.record(z.string(), z.unknown()).default({}),
  Transitions: Transitions.default({ Errors: [], Conditions: [] }),
})
export type FlowAction = z.infer<typeof FlowAction>

/** The flow language (version 2019-10-30), as far as running a flow needs it. */
export const FlowContent = z.object({
  Version: z.string(),
  StartAction: z.string(),
  Metadata: z.unknown().optional(),
  Actions: z.array(FlowAction),
})
export type FlowContent = z.infer<typeof FlowContent>

/** A flow of the instance with its actions by identifier. */
export type Flow = { arn: string; id: string; name: string; type: FlowType; text: string; start: string; actions: Map<string, FlowAction> }

/** Reads a flow's JSON; throws an error with the flow's name if it is invalid. */
export function readFlow(flow: { arn: string; id: string; name: string; type: FlowType; text: string }): Flow {
  let content: FlowContent
  try {
    content = FlowContent.parse(JSON.parse(flow.text))
  } catch (error) {
    throw new Error(`The flow "${flow.name}" is not flow JSON.`, { cause: error })
  }
  return { ...flow, start: content.StartAction, actions: new Map(content.Actions.map((action) => [action.Identifier, action])) }
}
