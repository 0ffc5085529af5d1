import { type ActionRules, type FlowContent, type FlowType, rulesOf } from '../flow-rules.ts'
import { type FlowAction, targetsOf } from '../rules/flow-content.ts'

/** The channels that the line answers. */
export const channels = ['VOICE', 'CHAT'] as const
export type Channel = (typeof channels)[number]

/** When a flow runs for a contact. The role matters because the same type of flow runs at the start and after a worker has left. */
export type Role = 'inbound' | 'queue' | 'whisper' | 'remaining'

/** A flow of the graph; `arn` is a name made of stack and logical id. */
export type GraphFlow = { arn: string; name: string; type: FlowType; content: FlowContent }

/** Everything that a call to one region can meet: the first flow, all flows, and the resources they may refer to. */
export type CallGraph = {
  name: string
  startArn: string
  flows: ReadonlyMap<string, GraphFlow>
  queues: ReadonlySet<string>
  hours: ReadonlySet<string>
  /** Functions that are associated with the instance; Connect cannot invoke any other. */
  functions: ReadonlySet<string>
}

/** An action with its flow; `id` is unique in the graph. */
export type Block = {
  id: string
  flow: GraphFlow
  action: FlowAction
  rules: ActionRules | null
  /** The attributes that some prompt in the graph reads out. For others it does not matter whether they hold a text. */
  readOut: ReadonlySet<string>
}

/** A call graph with an index of its blocks and of which blocks can follow which. */
export type GraphMap = {
  graph: CallGraph
  block(flow: GraphFlow, name: string): Block | null
  /** Whether a contact at `from` can later be at the block with this id. */
  canReach(from: Block, id: string): boolean
  /** Whether a contact at this block can still leave its flow by a transfer; its event hooks matter only then. */
  canLeave(from: Block): boolean
}

/** Indexes a call graph for the walk. */
export function mapOf(graph: CallGraph): GraphMap {
  const blocks = new Map<string, Block>()
  const readOut = attributesReadOut(graph)
  for (const flow of graph.flows.values()) {
    for (const action of flow.content.Actions) {
      const rules = rulesOf(action.Type)
      const id = idOf(flow, action.Identifier)
      blocks.set(id, { id, flow, action, rules: rules && { ...rules, ...rules.given?.(action.Parameters ?? {}) }, readOut })
    }
  }
  const hung = hookedFlows(graph)
  const reached = new Map<string, ReadonlySet<string>>()
  const leaving = new Map<string, boolean>()
  const reach = (from: Block) => {
    const found = reached.get(from.id) ?? everythingAfter({ graph, blocks, hung }, from)
    reached.set(from.id, found)
    return found
  }
  return {
    graph,
    block: (flow, name) => blocks.get(idOf(flow, name)) ?? null,
    canReach: (from, id) => from.id === id || reach(from).has(id),
    canLeave: (from) => {
      const known = leaving.get(from.id) ?? (leaves(from) || [...reach(from)].some((id) => leaves(blocks.get(id))))
      leaving.set(from.id, known)
      return known
    },
  }
}

function idOf(flow: GraphFlow, name: string): string {
  return `${flow.arn} ${name}`
}

type Known = { graph: CallGraph; blocks: ReadonlyMap<string, Block>; hung: readonly GraphFlow[] }

function everythingAfter(known: Known, from: Block): ReadonlySet<string> {
  const found = new Set<string>()
  const ahead = [from]
  for (let block = ahead.pop(); block; block = ahead.pop()) {
    for (const id of idsAfter(known, block)) {
      const next = known.blocks.get(id)
      if (!next || found.has(id)) continue
      found.add(id)
      ahead.push(next)
    }
  }
  return found
}

const leavingTypes = ['TransferContactToQueue', 'DequeueContactAndTransferToQueue', 'TransferContactToAgent', 'TransferToFlow']

function leaves(block: Block | undefined): boolean {
  return block !== undefined && leavingTypes.includes(block.action.Type)
}

// A transfer can start any flow that is set as an event hook somewhere, because the hooks depend on the path: the queue flow, the whisper
// and the flow for when the worker has left.
function idsAfter({ graph, hung }: Known, block: Block): string[] {
  const { flow, action } = block
  const within = targetsOf(action).map((name) => idOf(flow, name))
  if (!leaves(block)) return within
  const named = action.Type === 'TransferToFlow' ? graph.flows.get(String(action.Parameters?.['ContactFlowId'])) : undefined
  const others = action.Type === 'TransferToFlow' ? (named ? [named] : []) : hung
  return [...within, ...others.map((other) => idOf(other, other.content.StartAction))]
}

function hookedFlows(graph: CallGraph): GraphFlow[] {
  const actions = [...graph.flows.values()].flatMap(({ content }) => content.Actions)
  const arns = new Set(actions.flatMap(({ Parameters }) => Object.values(Parameters?.['EventHooks'] ?? {}).map(String)))
  return [...graph.flows.values()].filter(({ arn }) => arns.has(arn))
}

function attributesReadOut(graph: CallGraph): ReadonlySet<string> {
  const actions = [...graph.flows.values()].flatMap(({ content }) => content.Actions)
  const prompts = actions.map(({ Parameters }) => JSON.stringify([Parameters?.['Text'], Parameters?.['SSML'], Parameters?.['Messages']]))
  return new Set(prompts.flatMap((prompt) => [...prompt.matchAll(/\$\.Attributes\.(\w+)/g)].map(([, name = '']) => name)))
}
