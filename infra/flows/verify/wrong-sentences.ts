import type { Block, Channel, GraphFlow } from './call-graph.ts'
import type { Circle } from './rounds.ts'
import type { BadEnd, Trail } from './walk.ts'

const inWords: Record<Channel, string> = { VOICE: 'In a call', CHAT: 'In a chat' }

type Told = { flow: GraphFlow; key: string; failing: readonly Block[]; sentence: string }

/** Bad ends as sentences, without those that another one explains with a subset of its failures. */
export function endSentences(ends: readonly BadEnd[]): { flow: GraphFlow; sentence: string }[] {
  const told: Told[] = []
  // Paths with fewer failures, then shorter ones, explain an error best.
  const plainest = [...ends].sort((one, other) => weightOf(one) - weightOf(other))
  for (const end of plainest) {
    const one = tell(end)
    const explained = told.some(
      (other) => other.key === one.key && other.failing.every((block) => one.failing.some(({ id }) => id === block.id)),
    )
    if (!explained) told.push(one)
  }
  return told
}

function weightOf(end: BadEnd): number {
  const steps = stepsOf(end)
  return new Set(steps.filter((step) => step.fails).map((step) => step.block.id)).size * 1000 + steps.length
}

function tell(end: BadEnd): Told {
  const { block, channel } = end.trail.place
  const steps = stepsOf(end)
  const failing = [...new Map(steps.filter((step) => step.fails).map((step) => [step.block.id, step.block])).values()]
  const names = failing.map((one) => nameOf(one, block.flow)).join(' and ')
  const cause = failing.length === 0 ? 'with nothing failing' : `when ${names} ${failing.length === 1 ? 'fails' : 'fail'}`
  const way = steps.map((step) => `${step.block.action.Identifier}${step.fails ? ' (fails)' : ''}`).join(' → ')
  const sentence = `${inWords[channel]}, ${cause}: ${block.action.Identifier} ${end.wrong}. The way: ${way}.`
  return { flow: block.flow, key: `${channel} ${block.id}`, failing, sentence }
}

function nameOf(block: Block, seenFrom: GraphFlow): string {
  return block.flow === seenFrom ? block.action.Identifier : `${block.action.Identifier} of "${block.flow.name}"`
}

/** The blocks of a path in order, and which of them failed. */
function stepsOf({ trail, byFault }: BadEnd): { block: Block; fails: boolean }[] {
  const steps: { block: Block; fails: boolean }[] = []
  let fails = byFault
  for (let here: Trail | null = trail; here; here = here.before) {
    steps.unshift({ block: here.place.block, fails })
    fails = here.byFault
  }
  return steps
}

/** A loop as a sentence. */
export function circleSentence({ blocks, channel, wrong }: Circle): string {
  const names = [...blocks, ...blocks.slice(0, 1)].map((block) => block.action.Identifier)
  return `${inWords[channel]}: ${names[0] ?? ''} ${wrong}. The circle: ${names.join(' → ')}.`
}
