import { blockWrongs } from './block-wrongs.ts'
import { countPaths, type PathCount, type Reach, sum } from './count.ts'
import { channels, type CallGraph, mapOf, type GraphFlow, type GraphMap } from './call-graph.ts'
import { badCircles } from './rounds.ts'
import { firstPlaces, type Place } from './steps.ts'
import { walk, type Walked } from './walk.ts'
import { circleSentence, endSentences } from './wrong-sentences.ts'

/** The result for one flow, or for whole calls. */
export type Account = {
  name: string
  blocks: number
  paths: PathCount | null
  singleFaults: number
  pairsOfFaults: number
  wrongs: string[]
}

/** The results of a region: each flow by itself, and the calls that pass through several flows. */
export type GraphAccount = { flows: Account[]; wholeCall: Account }

/** Proves that every call and chat ends at a person, a call-back or a closing sentence, with any set of at most two broken blocks. */
export function verify(graph: CallGraph): GraphAccount {
  const map = mapOf(graph)
  const first = walk(map, { eachCause: false })
  // Telling all causes apart is slower, and is needed only to report errors.
  const walked = first.badEnds.length === 0 ? first : walk(map, { eachCause: true })
  const wrongs = wrongsByFlow(graph, walked)
  const flows = [...graph.flows.values()].map((flow) => accountOf(map, walked, { flow, wrongs: wrongs.get(flow.arn) ?? [] }))
  const start = graph.flows.has(graph.startArn) ? [] : [`The line of ${graph.name} begins at a flow that does not exist: ${graph.startArn}`]
  const blocks = [...graph.flows.values()].reduce((total, flow) => total + flow.content.Actions.length, 0)
  const paths = countAll(map, firstPlaces(map, channels), 'whole-call')
  return { flows, wholeCall: { name: `${graph.name}, whole calls`, blocks, paths, ...faultCounts(walked.broken.size), wrongs: start } }
}

function accountOf(map: GraphMap, walked: Walked, { flow, wrongs }: { flow: GraphFlow; wrongs: string[] }): Account {
  const blocks = flow.content.Actions.length
  const broken = flow.content.Actions.filter((action) => walked.broken.has(map.block(flow, action.Identifier)?.id ?? '')).length
  const paths = countAll(map, entriesOf(walked, flow), 'this-flow')
  return { name: flow.name, blocks, paths, ...faultCounts(broken), wrongs }
}

/** One entry for each channel and role in which the flow is reached: the one with the fewest failures. */
function entriesOf({ entries }: Walked, flow: GraphFlow): Place[] {
  const here = entries.filter(({ block }) => block.flow === flow)
  return here.filter(({ channel, role }, index) => here.findIndex((other) => other.channel === channel && other.role === role) === index)
}

function countAll(map: GraphMap, places: readonly Place[], reach: Reach): PathCount | null {
  const counts = places.map((place) => countPaths(map, place, reach))
  const ended = counts.filter((count) => count !== null)
  return ended.length === counts.length ? sum(ended) : null
}

function faultCounts(broken: number): { singleFaults: number; pairsOfFaults: number } {
  return { singleFaults: broken, pairsOfFaults: (broken * (broken - 1)) / 2 }
}

function wrongsByFlow(graph: CallGraph, walked: Walked): Map<string, string[]> {
  const wrongs = new Map([...graph.flows.values()].map((flow) => [flow.arn, [...blockWrongs(graph, flow), ...unmet(walked, flow)]]))
  const add = (flow: GraphFlow, sentence: string) => wrongs.get(flow.arn)?.push(sentence)
  for (const { flow, sentence } of endSentences(walked.badEnds)) add(flow, sentence)
  for (const circle of channels.flatMap((channel) => badCircles(walked.passages, channel))) {
    const [first] = circle.blocks
    if (first) add(first.flow, circleSentence(circle))
  }
  return wrongs
}

// A flow that is never reached is not proved.
function unmet({ entries }: Walked, flow: GraphFlow): string[] {
  return entries.some(({ block }) => block.flow === flow) ? [] : ['No call or chat ever comes here.']
}
