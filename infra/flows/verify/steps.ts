import { atFirst, afterWorker, factsAfter, handedOver } from './facts.ts'
import { fitnessOf } from './fitness.ts'
import type { Role, GraphFlow, GraphMap } from './call-graph.ts'
import type { Facts, Hooks, Standing, Turn } from './model.ts'
import { transfers, turnsOf } from './turns.ts'

/** A contact's position in the walk: its block, what is known of it, and the blocks that have failed. */
export type Place = Standing & { failed: readonly string[]; failures: number }

/** How one position leads to the next: by an arm, a counter's loop, a transfer, or a worker who answers. */
export type Link = 'arm' | 'round' | 'other-flow' | 'queue' | 'worker'

/** What follows a position: another one, or an end with its error (null for a good end). */
export type Next = { kind: 'place'; place: Place; link: Link; turn: Turn } | { kind: 'end'; wrong: string | null; turn: Turn | null }

/** The most blocks that the walk breaks on one path. */
export const failuresAtMost = 2

// The longest silence, in seconds, that consecutive functions without a prompt in between may cause.
const silenceAtMost = 20

/** The position at the first block of a flow; null if the flow's StartAction does not exist. */
export function placeAtStart(map: GraphMap, flow: GraphFlow, from: Omit<Place, 'block'>): Place | null {
  const block = map.block(flow, flow.content.StartAction)
  return block && { ...from, block }
}

/** Everything that can follow a position, with the block working or failing. */
export function nextsOf(map: GraphMap, place: Place): Next[] {
  const { action } = place.block
  if (action.Type === 'DisconnectParticipant' && place.role !== 'whisper')
    return [{ kind: 'end', wrong: hangUpWrong(place.facts), turn: null }]
  if (action.Type === 'EndFlowExecution') return [{ kind: 'end', wrong: place.role === 'queue' ? waitsInSilence : null, turn: null }]
  const turns = turnsOf(place).filter((turn) => !turn.fault || place.failures < failuresAtMost || place.failed.includes(place.block.id))
  const stays: Next[] = playsForEver(place) ? [{ kind: 'end', wrong: waitsForEver, turn: null }] : []
  return [...stays, ...turns.flatMap((turn) => afterTurn(map, place, turn))]
}

function playsForEver({ block, channel }: Place): boolean {
  const { Type, Transitions } = block.action
  return Type === 'MessageParticipantIteratively' && !Transitions?.Conditions?.length && fitnessOf(block, channel) !== 'no'
}

const waitsInSilence = 'leaves the contact waiting in silence'
const waitsForEver = 'plays prompts for ever and never asks the opening hours again'
const unwatched = "puts the contact in a queue with Connect's own queue flow, which never asks the opening hours"

function hangUpWrong({ heard, promised }: Facts): string | null {
  if (heard === 'closing' || (promised && heard === 'something')) return null
  return heard === 'nothing' ? 'hangs up without having said a word' : 'hangs up without a closing sentence'
}

function afterTurn(map: GraphMap, place: Place, turn: Turn): Next[] {
  const { block, role } = place
  const repeated = place.failed.includes(block.id)
  const failures = place.failures + (turn.fault && !repeated ? 1 : 0)
  const failed = turn.fault && !repeated ? [...place.failed, block.id].sort() : place.failed
  const after = { ...place, facts: factsAfter(place.facts, block, turn), failed, failures }
  if (after.facts.silentSeconds > silenceAtMost) return [{ kind: 'end', wrong: longSilence(after.facts), turn }]
  if (turn.kind === 'done' && leaves(after)) return elsewhere(map, after, turn)
  if (turn.to === null) return [{ kind: 'end', wrong: brokenOff(role, after.facts, turn), turn }]
  const next = map.block(block.flow, turn.to)
  if (!next) return []
  const link = block.action.Type === 'Loop' && turn.arm === 'ContinueLooping' ? 'round' : 'arm'
  return [{ kind: 'place', place: { ...after, block: next }, link, turn }]
}

function longSilence({ silentSeconds }: Facts): string {
  return `lets functions be waited for ${silentSeconds} seconds without a word; ${silenceAtMost} is the most`
}

function brokenOff(role: Role, facts: Facts, { arm }: Turn): string | null {
  if (role === 'whisper') return null
  if (role === 'queue') return `breaks off without an arm for ${arm} and ${waitsInSilence}`
  const silent = hangUpWrong(facts)
  return silent && `breaks off without an arm for ${arm}, and so ${silent}`
}

function leaves({ block: { action } }: Place): boolean {
  return transfers.includes(action.Type) || action.Type === 'TransferToFlow' || action.Type === 'TransferContactToAgent'
}

function elsewhere(map: GraphMap, place: Place, turn: Turn): Next[] {
  const { action } = place.block
  if (action.Type === 'TransferContactToAgent') return [{ kind: 'end', wrong: null, turn }, ...withWorker(map, place, turn)]
  if (action.Type === 'TransferToFlow') {
    const facts = { ...place.facts, heard: handedOver(place.facts).heard }
    return inFlow(map, { place: { ...place, facts }, arn: String(action.Parameters?.['ContactFlowId']), link: 'other-flow', turn })
  }
  const { CustomerQueue } = place.facts.hooks
  const waiting: Place = { ...place, role: 'queue', facts: handedOver(place.facts) }
  const queued: Next[] =
    CustomerQueue === null
      ? [{ kind: 'end', wrong: unwatched, turn }]
      : inFlow(map, { place: waiting, arn: CustomerQueue, link: 'queue', turn })
  return [...queued, ...withWorker(map, place, turn)]
}

/** A worker may answer at any moment from here: the flows set for the worker's whisper and for when the worker has left. */
function withWorker(map: GraphMap, place: Place, turn: Turn): Next[] {
  const hung = (hook: keyof Hooks, role: Role): Next[] => {
    const arn = place.facts.hooks[hook]
    const met: Place = { ...place, role, facts: afterWorker(place.facts) }
    return arn === null ? [] : inFlow(map, { place: met, arn, link: 'worker', turn })
  }
  return [...hung('AgentWhisper', 'whisper'), ...hung('CustomerRemaining', 'remaining')]
}

// A missing flow is reported by blockWrongs; here the walk only stops.
function inFlow(map: GraphMap, to: { place: Place; arn: string; link: Link; turn: Turn }): Next[] {
  const flow = map.graph.flows.get(to.arn)
  const place = flow ? placeAtStart(map, flow, to.place) : null
  return place ? [{ kind: 'place', place, link: to.link, turn: to.turn }] : []
}

/** The positions of a new contact at the first block of the graph, one for each channel. */
export function firstPlaces(map: GraphMap, channels: readonly Standing['channel'][]): Place[] {
  const flow = map.graph.flows.get(map.graph.startArn)
  if (!flow) return []
  const places = channels.map((channel) => placeAtStart(map, flow, { role: 'inbound', channel, facts: atFirst, failed: [], failures: 0 }))
  return places.filter((place) => place !== null)
}
