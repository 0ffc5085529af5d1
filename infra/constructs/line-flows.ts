import type { Stack } from 'aws-cdk-lib'
import { CfnContactFlow } from 'aws-cdk-lib/aws-connect'
import type { Language, OpenRegion } from '../../shared/domain/regions/region.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import { agentWhisper } from '../flows/agent-whisper.ts'
import { type DutyLineRefs, dutyLine } from '../flows/duty-line.ts'
import { type FlowContent, type FlowType, problemsOf } from '../flows/flow-rules.ts'
import { waiting, type WaitingRefs } from '../flows/waiting.ts'
import { workerLeft } from '../flows/worker-left.ts'

type Hung = 'waitingFlowArn' | 'whisperFlowArn' | 'workerLeftFlowArn' | 'otherLanguages'

/** What the flows stand on. */
export type FlowReferences = Omit<DutyLineRefs, Hung> & WaitingRefs & { instanceArn: string }

export type LineFlows = Record<'dutyLine' | 'waiting' | 'agentWhisper' | 'workerLeft', CfnContactFlow>

type FlowProps = { id: string; name: string; type: FlowType; content: FlowContent }
type Make = (props: FlowProps) => CfnContactFlow

/**
 * A region's flows: four for each language it offers. Those that another one names are made before it, so that no two wait for each other; the
 * number leads to the flow of the first language, and that one to the others.
 */
export function lineFlows(stack: Stack, region: OpenRegion, ground: FlowReferences): LineFlows {
  const make: Make = ({ id, name, type, content }) => {
    const [problem] = problemsOf(content, type)
    if (problem) throw new Error(`Connect would refuse the flow "${name}": ${problem.message}`)
    return new CfnContactFlow(stack, id, { instanceArn: ground.instanceArn, name, type, content: stack.toJsonString(content) })
  }
  const [first = 'nl', ...others] = region.languages
  const made = others.map((language) => [language, flowsIn(make, region, { ground, language, otherLanguages: {} })] as const)
  const otherLanguages = Object.fromEntries(made.map(([language, flows]) => [language, flows.dutyLine.attrContactFlowArn]))
  return flowsIn(make, region, { ground, language: first, otherLanguages })
}

type LanguageProps = { ground: FlowReferences; language: Language; otherLanguages: DutyLineRefs['otherLanguages'] }

function flowsIn(make: Make, region: OpenRegion, { ground, language, otherLanguages }: LanguageProps): LineFlows {
  const words = wordsIn(language)
  // The first language has no mark of its own: a region that comes to offer more keeps the flows it has.
  const isFirst = language === region.languages[0]
  const mark = isFirst ? '' : language.toUpperCase()
  const line = `${region.brand} ${region.name}${isFirst ? '' : ` (${language})`}`
  const hung = {
    agentWhisper: make({
      id: `WhisperFlow${mark}`,
      name: `${line}, in the worker's ear`,
      type: 'AGENT_WHISPER',
      content: agentWhisper(region, language),
    }),
    waiting: make({ id: `WaitingFlow${mark}`, name: `${line}, waiting`, type: 'CUSTOMER_QUEUE', content: waiting(region, words, ground) }),
    workerLeft: make({
      id: `WorkerLeftFlow${mark}`,
      name: `${line}, worker left`,
      type: 'CONTACT_FLOW',
      content: workerLeft(region, words),
    }),
  }
  const content = dutyLine(region, words, {
    ...ground,
    otherLanguages,
    waitingFlowArn: hung.waiting.attrContactFlowArn,
    whisperFlowArn: hung.agentWhisper.attrContactFlowArn,
    workerLeftFlowArn: hung.workerLeft.attrContactFlowArn,
  })
  return { ...hung, dutyLine: make({ id: `DutyLineFlow${mark}`, name: line, type: 'CONTACT_FLOW', content }) }
}
