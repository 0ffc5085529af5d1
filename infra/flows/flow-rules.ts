import { actionProblems } from './rules/action-problems.ts'
import type { ActionRules, FlowType } from './rules/action-rules.ts'
import { contactActions } from './rules/contact-actions.ts'
import { controlActions } from './rules/control-actions.ts'
import type { FlowContent } from './rules/flow-content.ts'
import { graphProblems } from './rules/graph-problems.ts'
import { participantActions } from './rules/participant-actions.ts'

export type { ActionRules, FlowContent, FlowType }

const rulesByType = new Map(Object.entries({ ...participantActions, ...controlActions, ...contactActions }))

/** The rules for a type of action, or null for a type that this project does not use. */
export function rulesOf(actionType: string): ActionRules | null {
  return rulesByType.get(actionType) ?? null
}

/** All problems for which CreateContactFlow would refuse a flow, in the service's wording; empty for a valid flow. */
export function problemsOf(flow: FlowContent, flowType: FlowType): { message: string }[] {
  const actions = flow.Actions.flatMap((action, index) => {
    const rules = rulesOf(action.Type)
    return rules
      ? actionProblems(action, rules, { index, flowType })
      : [`Invalid Action type. Type: ${action.Type}, Path: Actions[${index}]`]
  })
  return [...graphProblems(flow), ...actions].map((message) => ({ message }))
}
