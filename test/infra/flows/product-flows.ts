import { agentWhisper } from '../../../infra/flows/agent-whisper.ts'
import { type DutyLineRefs, dutyLine } from '../../../infra/flows/duty-line.ts'
import type { FlowContent, FlowType } from '../../../infra/flows/flow-rules.ts'
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
