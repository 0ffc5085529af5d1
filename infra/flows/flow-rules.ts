import { actionProblems } from './rules/action-problems.ts'
import type { ActionRules, FlowType } from './rules/action-rules.ts'
import { contactActions } from './rules/contact-actions.ts'
import { controlActions } from './rules/control-actions.ts'
import type { FlowContent } from './rules/flow-content.ts'
import { graphProblems } from './rules/graph-problems.ts'
import { participantActions } from './rules/participant-actions.ts'

export type { ActionRules, FlowContent, FlowType }

const rulesByType = new Map(Object.entries({ ...participantActions, ...controlActions, ...contactActions }))

/** The rules for a type of action, or null for a type that this line does not know. */
export function rulesOf(actionType: string): ActionRules | null {
  return rulesByType.get(actionType) ?? null
}

/** Everything for which CreateContactFlow would refuse a flow, worded as the service does; an empty list for a good flow. */
export function problemsOf(flow: FlowContent, flowType: FlowType): { message: string }[] {
  const actions = flow.Actions.flatMap((action, index) => {
    const rules = rulesOf(action.Type)
    return rules
      ? actionProblems(action, rules, { index, flowType })
      : [`Invalid Action type. Type: ${action.Type}, Path: Actions[${index}]`]
  })
  return [...graphProblems(flow), ...actions].map((message) => ({ message }))
}
