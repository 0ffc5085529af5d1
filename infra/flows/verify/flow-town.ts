import { type ActionRules, type FlowContent, type FlowType, rulesOf } from '../flow-rules.ts'
import { type FlowAction, targetsOf } from '../rules/flow-content.ts'

/** The channels that the line answers. */
export const channels = ['VOICE', 'CHAT'] as const
export type Channel = (typeof channels)[number]

/** At what moment of a contact a flow runs; the same inbound flow means something else once a worker has left. */
export type Role = 'inbound' | 'queue' | 'whisper' | 'remaining'

export type TownFlow = { arn: string; name: string; type: FlowType; content: FlowContent }

/** Everything that a call to one region can meet: where it begins, the flows, and what those may name. */
export type FlowTown = {
  name: string
  startArn: string
  flows: ReadonlyMap<string, TownFlow>
  queues: ReadonlySet<string>
  hours: ReadonlySet<string>
  /** Functions that exist and are associated with the instance; others Connect may not ask. */
  functions: ReadonlySet<string>
}

/** A block with the flow it stands in; `id` is unique in the town. */
export type Block = { id: string; flow: TownFlow; action: FlowAction; rules: ActionRules | null }

/** A town with its blocks looked up once, and which blocks can come after which. */
export type TownMap = {
  town: FlowTown
  block(flow: TownFlow, name: string): Block | null
  /** Whether a contact that stands at a block can ever be at the other one again. */
  canReach(from: Block, id: string): boolean
}

/** Prepares a town for the walk. */
export function mapOf(town: FlowTown): TownMap {
  const blocks = new Map<string, Block>()
  for (const flow of town.flows.values()) {
    for (const action of flow.content.Actions) {
      const rules = rulesOf(action.Type)
      const id = idOf(flow, action.Identifier)
      blocks.set(id, { id, flow, action, rules: rules && { ...rules, ...rules.given?.(action.Parameters ?? {}) } })
    }
  }
  const reached = new Map<string, ReadonlySet<string>>()
  const reach = (from: Block) => {
    const found = reached.get(from.id) ?? everythingAfter(town, blocks, from)
    reached.set(from.id, found)
    return found
  }
  return {
    town,
    block: (flow, name) => blocks.get(idOf(flow, name)) ?? null,
    canReach: (from, id) => from.id === id || reach(from).has(id),
  }
}

function idOf(flow: TownFlow, name: string): string {
  return `${flow.arn} ${name}`
}

function everythingAfter(town: FlowTown, blocks: ReadonlyMap<string, Block>, from: Block): ReadonlySet<string> {
  const found = new Set<string>()
  const ahead = [from]
  for (let block = ahead.pop(); block; block = ahead.pop()) {
    for (const id of idsAfter(town, block)) {
      const next = blocks.get(id)
      if (!next || found.has(id)) continue
      found.add(id)
      ahead.push(next)
    }
  }
  return found
}

// A block that leaves its flow may begin any flow of the town: which one depends on what was hung on the contact.
const leaving = ['TransferContactToQueue', 'DequeueContactAndTransferToQueue', 'TransferContactToAgent', 'TransferToFlow']

function idsAfter(town: FlowTown, { flow, action }: Block): string[] {
  const within = targetsOf(action).map((name) => idOf(flow, name))
  // In a queue a worker may answer at any block; what runs after her comes after that block too.
  const leaves = leaving.includes(action.Type) || flow.type === 'CUSTOMER_QUEUE'
  return leaves ? [...within, ...[...town.flows.values()].map((other) => idOf(other, other.content.StartAction))] : within
}
