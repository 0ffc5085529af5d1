import * as z from 'zod'
import type { FlowType } from '../../../flows/flow-rules.ts'
import { flowTypes } from '../../../flows/rules/action-rules.ts'

/** The types of flow there are. */
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
  // The console leaves out what is empty.
  Parameters: z.record(z.string(), z.unknown()).default({}),
  Transitions: Transitions.default({ Errors: [], Conditions: [] }),
})
export type FlowAction = z.infer<typeof FlowAction>

/** The flow language, version 2019-10-30, as far as running it needs. */
export const FlowContent = z.object({
  Version: z.string(),
  StartAction: z.string(),
  Metadata: z.unknown().optional(),
  Actions: z.array(FlowAction),
})
export type FlowContent = z.infer<typeof FlowContent>

/** A flow of the instance, read once and looked up by action. */
export type Flow = { arn: string; id: string; name: string; type: FlowType; text: string; start: string; actions: Map<string, FlowAction> }

/** Reads a flow's JSON text; throws with the flow's name when it is no flow at all. */
export function readFlow(flow: { arn: string; id: string; name: string; type: FlowType; text: string }): Flow {
  let content: FlowContent
  try {
    content = FlowContent.parse(JSON.parse(flow.text))
  } catch (error) {
    throw new Error(`The flow "${flow.name}" is not flow JSON.`, { cause: error })
  }
  return { ...flow, start: content.StartAction, actions: new Map(content.Actions.map((action) => [action.Identifier, action])) }
}
