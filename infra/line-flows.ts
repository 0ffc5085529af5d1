import type { Stack } from 'aws-cdk-lib'
import { CfnContactFlow } from 'aws-cdk-lib/aws-connect'
import type { OpenRegion } from '../shared/domain/region.ts'
import { nl } from '../shared/words/nl.ts'
import { agentWhisper } from './flows/agent-whisper.ts'
import { type DutyLineRefs, dutyLine } from './flows/duty-line.ts'
import { type FlowContent, type FlowType, problemsOf } from './flows/flow-rules.ts'
import { waiting } from './flows/waiting.ts'
import { workerLeft } from './flows/worker-left.ts'

/** What the flows stand on. */
export type FlowGround = Omit<DutyLineRefs, 'waitingFlowArn' | 'whisperFlowArn' | 'workerLeftFlowArn'> & { instanceArn: string }

export type LineFlows = Record<'dutyLine' | 'waiting' | 'agentWhisper' | 'workerLeft', CfnContactFlow>

type FlowWish = { id: string; name: string; type: FlowType; content: FlowContent }

/** A region's four flows. Those that the first hangs on a contact are made before it, so that no two wait for each other. */
export function lineFlows(stack: Stack, region: OpenRegion, ground: FlowGround): LineFlows {
  const line = `${region.brand} ${region.name}`
  const make = ({ id, name, type, content }: FlowWish) => {
    const [problem] = problemsOf(content, type)
    if (problem) throw new Error(`Connect would refuse the flow "${name}": ${problem.message}`)
    return new CfnContactFlow(stack, id, { instanceArn: ground.instanceArn, name, type, content: stack.toJsonString(content) })
  }
  const hung = {
    agentWhisper: make({
      id: 'WhisperFlow',
      name: `${line}, in the worker's ear`,
      type: 'AGENT_WHISPER',
      content: agentWhisper(region, nl),
    }),
    waiting: make({ id: 'WaitingFlow', name: `${line}, waiting`, type: 'CUSTOMER_QUEUE', content: waiting(region, nl, ground) }),
    workerLeft: make({ id: 'WorkerLeftFlow', name: `${line}, worker left`, type: 'CONTACT_FLOW', content: workerLeft(region, nl) }),
  }
  const content = dutyLine(region, nl, {
    ...ground,
    waitingFlowArn: hung.waiting.attrContactFlowArn,
    whisperFlowArn: hung.agentWhisper.attrContactFlowArn,
    workerLeftFlowArn: hung.workerLeft.attrContactFlowArn,
  })
  return { ...hung, dutyLine: make({ id: 'DutyLineFlow', name: line, type: 'CONTACT_FLOW', content }) }
}
