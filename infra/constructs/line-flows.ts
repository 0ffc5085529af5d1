import type { Stack } from 'aws-cdk-lib'
import { CfnContactFlow } from 'aws-cdk-lib/aws-connect'
import type { Language, OpenRegion } from '../../shared/domain/regions/region.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import { agentWhisper } from '../flows/agent-whisper.ts'
import { type DutyLineRefs, dutyLine } from '../flows/duty-line.ts'
import { type FlowContent, type FlowType, problemsOf } from '../flows/flow-rules.ts'
import { waiting, type WaitingRefs } from '../flows/waiting.ts'
import { workerLeft } from '../flows/worker-left.ts'

type HookedFlows = 'waitingFlowArn' | 'whisperFlowArn' | 'workerLeftFlowArn' | 'otherLanguages'

/** The ARNs of the resources that a region's flows refer to. */
export type FlowReferences = Omit<DutyLineRefs, HookedFlows> & WaitingRefs & { instanceArn: string }

export type LineFlows = Record<'dutyLine' | 'waiting' | 'agentWhisper' | 'workerLeft', CfnContactFlow>

type FlowProps = { id: string; name: string; type: FlowType; content: FlowContent }
type Make = (props: FlowProps) => CfnContactFlow

/**
 * Makes a region's flows: four for each language. Flows to which others refer are made first, so that there are no circular references; the
 * number begins in the flow of the first language, which refers to the flows of the others.
 */
export function lineFlows(stack: Stack, region: OpenRegion, refs: FlowReferences): LineFlows {
  const make: Make = ({ id, name, type, content }) => {
    const [problem] = problemsOf(content, type)
    if (problem) throw new Error(`Connect would refuse the flow "${name}": ${problem.message}`)
    return new CfnContactFlow(stack, id, { instanceArn: refs.instanceArn, name, type, content: stack.toJsonString(content) })
  }
  const [first = 'nl', ...others] = region.languages
  const made = others.map((language) => [language, flowsIn(make, region, { refs, language, otherLanguages: {} })] as const)
  const otherLanguages = Object.fromEntries(made.map(([language, flows]) => [language, flows.dutyLine.attrContactFlowArn]))
  return flowsIn(make, region, { refs, language: first, otherLanguages })
}

type LanguageProps = { refs: FlowReferences; language: Language; otherLanguages: DutyLineRefs['otherLanguages'] }

function flowsIn(make: Make, region: OpenRegion, { refs, language, otherLanguages }: LanguageProps): LineFlows {
  const words = wordsIn(language)
  // Resources of the first language have no suffix, so that a region that adds a language keeps its existing flows.
  const isFirst = language === region.languages[0]
  const mark = isFirst ? '' : language.toUpperCase()
  const line = `${region.brand} ${region.name}${isFirst ? '' : ` (${language})`}`
  const hooked = {
    agentWhisper: make({
      id: `WhisperFlow${mark}`,
      name: `${line}, in the worker's ear`,
      type: 'AGENT_WHISPER',
      content: agentWhisper(region, language),
    }),
    waiting: make({ id: `WaitingFlow${mark}`, name: `${line}, waiting`, type: 'CUSTOMER_QUEUE', content: waiting(region, words, refs) }),
    workerLeft: make({
      id: `WorkerLeftFlow${mark}`,
      name: `${line}, worker left`,
      type: 'CONTACT_FLOW',
      content: workerLeft(region, words),
    }),
  }
  const content = dutyLine(region, words, {
    ...refs,
    otherLanguages,
    waitingFlowArn: hooked.waiting.attrContactFlowArn,
    whisperFlowArn: hooked.agentWhisper.attrContactFlowArn,
    workerLeftFlowArn: hooked.workerLeft.attrContactFlowArn,
  })
  return { ...hooked, dutyLine: make({ id: `DutyLineFlow${mark}`, name: line, type: 'CONTACT_FLOW', content }) }
}
