import { agentWhisper } from '../../../infra/flows/agent-whisper.ts'
import { type DutyLineRefs, dutyLine } from '../../../infra/flows/duty-line.ts'
import type { FlowContent, FlowType } from '../../../infra/flows/flow-rules.ts'
import type { FlowAction } from '../../../infra/flows/rules/flow-content.ts'
import { waiting } from '../../../infra/flows/waiting.ts'
import { workerLeft } from '../../../infra/flows/worker-left.ts'
import { type OpenRegion, openRegions } from '../../../shared/domain/regions/region.ts'
import { regions } from '../../../shared/domain/regions/regions.ts'
import { nl } from '../../../shared/words/nl/nl.ts'

export type ProductFlow = { name: string; type: FlowType; region: OpenRegion; flow: FlowContent }

/** The line flow of a region; the queue, hours and functions that it refers to are made up. */
export function dutyLineOf(region: OpenRegion, otherLanguages: DutyLineRefs['otherLanguages'] = {}): FlowContent {
  return dutyLine(region, nl, {
    routeContactArn: 'arn:route',
    promiseCallbackArn: 'arn:promise',
    otherLanguages,
    hoursArn: 'arn:hours',
    regionQueueArn: 'arn:queue',
    teamQueueArns: Object.fromEntries(region.teams.map(({ id }) => [id, `arn:queue-${id}`])),
    waitingFlowArn: 'arn:waiting',
    whisperFlowArn: 'arn:whisper',
    workerLeftFlowArn: 'arn:left',
  })
}

/** The flow for waiting callers of a region; what it refers to is made up. */
export function waitingOf(region: OpenRegion): FlowContent {
  return waiting(region, nl, { hoursArn: 'arn:hours', queuePositionArn: 'arn:place', promiseCallbackArn: 'arn:promise' })
}

/** Every flow of every open region. */
export const productFlows: readonly ProductFlow[] = openRegions(regions).flatMap((region): ProductFlow[] => [
  { name: `${region.id} line`, type: 'CONTACT_FLOW', region, flow: dutyLineOf(region) },
  { name: `${region.id} waiting`, type: 'CUSTOMER_QUEUE', region, flow: waitingOf(region) },
  { name: `${region.id} whisper`, type: 'AGENT_WHISPER', region, flow: agentWhisper(region, 'nl') },
  { name: `${region.id} worker left`, type: 'CONTACT_FLOW', region, flow: workerLeft(region, nl) },
])

/** The block of a flow with this name. */
export const block = (flow: FlowContent, name: string): FlowAction => {
  const found = flow.Actions.find((action) => action.Identifier === name)
  if (!found) throw new Error(`No block is named ${name}.`)
  return found
}
/** Where a block leads, by answer and by error. */
export const arms = (action: FlowAction) => ({
  ...Object.fromEntries((action.Transitions?.Conditions ?? []).map((one) => [one.Condition.Operands[0], one.NextAction])),
  ...Object.fromEntries((action.Transitions?.Errors ?? []).map((one) => [one.ErrorType, one.NextAction])),
})
