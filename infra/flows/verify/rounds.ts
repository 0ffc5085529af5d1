import type { Block, Channel } from './call-graph.ts'
import type { Passage } from './walk.ts'

/** A loop, with its blocks in the order in which they are met. */
export type Circle = { blocks: readonly Block[]; channel: Channel; wrong: string }

type Graph = Map<string, { block: Block; to: Map<string, Block> }>

/** Loops without a counter, and loops in a queue that do not check the opening hours. */
export function badCircles(passages: readonly Passage[], channel: Channel): Circle[] {
  const here = passages.filter(({ from, link }) => from.channel === channel && link !== 'queue' && link !== 'worker')
  const uncounted = circlesIn(graphOf(here.filter(({ link }) => link !== 'round')))
  const endless = uncounted.map((blocks) => ({ blocks, channel, wrong: 'goes round without a counter' }))
  return [...endless, ...hourless(here, channel)]
}

// Connect leaves contacts in the queue after closing time, so each loop of a queue flow must check the hours.
function hourless(passages: readonly Passage[], channel: Channel): Circle[] {
  const unasked = passages.filter(({ from, to }) => from.role === 'queue' && !asksHours(from.block) && !asksHours(to.block))
  return circlesIn(graphOf(unasked), takesTime).map((blocks) => ({
    blocks,
    channel,
    wrong: 'goes round in the queue without asking the opening hours again',
  }))
}

// A menu that leaves this much time for its answer is a pause of the queue; a question and its answer take less.
const pauseSeconds = 15

function takesTime({ action: { Type, Parameters = {} } }: Block): boolean {
  if (Type === 'GetParticipantInput') return Number(Parameters['InputTimeLimitSeconds']) >= pauseSeconds
  return Type === 'Wait' || Type === 'MessageParticipantIteratively'
}

function asksHours({ action }: Block): boolean {
  return action.Type === 'CheckHoursOfOperation'
}

function graphOf(passages: readonly Passage[]): Graph {
  const graph: Graph = new Map()
  for (const { from, to } of passages) {
    const entry = graph.get(from.block.id) ?? { block: from.block, to: new Map() }
    entry.to.set(to.block.id, to.block)
    graph.set(from.block.id, entry)
  }
  return graph
}

/** One loop for each set of blocks that lie on a common loop, through a block for which `matters` is true. */
function circlesIn(graph: Graph, matters: (block: Block) => boolean = () => true): Block[][] {
  const found: Block[][] = []
  for (const { block } of graph.values()) {
    if (!matters(block) || found.some((circle) => circle.some((one) => one.id === block.id))) continue
    const circle = circleFrom(graph, block)
    if (circle) found.push(circle)
  }
  return found
}

/** The shortest path from a block back to itself, or null. */
function circleFrom(graph: Graph, start: Block): Block[] | null {
  const ways: Block[][] = [[start]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const next of graph.get(way.at(-1)?.id ?? '')?.to.values() ?? []) {
      if (next.id === start.id) return way
      if (seen.has(next.id)) continue
      seen.add(next.id)
      ways.push([...way, next])
    }
  }
  return null
}
