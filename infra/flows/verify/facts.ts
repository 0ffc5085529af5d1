import { isRecord } from '../rules/parameter-checks.ts'
import type { Block } from './call-graph.ts'
import type { Facts, Hooks, Turn } from './model.ts'
import { hasWords, isHeard } from './texts.ts'

/** The facts of a contact that has just come in. */
export const atFirst: Facts = {
  heard: 'nothing',
  external: 'empty',
  known: [],
  hooks: { CustomerQueue: null, CustomerRemaining: null, AgentWhisper: null },
  hasQueue: false,
  promising: false,
  promised: false,
  silentSeconds: 0,
}

/** The facts at the start of another flow: earlier prompts do not count as its closing sentence, and `$.External` may be lost. */
export function handedOver(facts: Facts): Facts {
  const heard = facts.heard === 'nothing' ? 'nothing' : 'something'
  return { ...facts, heard, external: facts.external === 'empty' ? 'empty' : 'unsure', promising: false, promised: false }
}

/** The facts after a worker has spoken with the contact. */
export function afterWorker(facts: Facts): Facts {
  return { ...handedOver(facts), heard: 'something', hasQueue: true, silentSeconds: 0 }
}

/** The facts without event hooks, for a contact that can no longer be transferred. */
export function withoutHooks(facts: Facts): Facts {
  return facts.hooks === atFirst.hooks && !facts.hasQueue ? facts : { ...facts, hooks: atFirst.hooks, hasQueue: false }
}

/** The facts after a block has succeeded or failed. */
export function factsAfter(facts: Facts, block: Block, turn: Turn): Facts {
  const { action } = block
  const parameters = action.Parameters ?? {}
  const spoke = speaks(block, facts, turn)
  const next = { ...facts, heard: heardAfter(block, facts, turn), silentSeconds: spoke ? 0 : facts.silentSeconds }
  if (action.Type === 'InvokeLambdaFunction') return afterAsking(next, block, turn)
  if (turn.kind !== 'done') return next
  // A function before a wait and one after it do not add up to one silence.
  if (action.Type === 'Wait') return { ...next, silentSeconds: 0 }
  if (saysNoted(block, turn)) return { ...next, promised: facts.promised || facts.promising }
  if (action.Type === 'UpdateContactTargetQueue') return { ...next, hasQueue: true }
  if (action.Type === 'UpdateContactEventHooks') return { ...next, hooks: { ...next.hooks, ...hooksOf(block) } }
  if (action.Type === 'UpdateContactAttributes' && isRecord(parameters['Attributes'])) {
    return { ...next, known: knownAfter(facts, block, parameters['Attributes']) }
  }
  return next
}

function speaks({ action }: Block, facts: Facts, turn: Turn): boolean {
  const { Parameters = {} } = action
  if (action.Type === 'MessageParticipant') return turn.kind === 'done' && isHeard(Parameters, facts)
  // The prompt of a menu is also heard when nobody presses a key, which takes an error arm although nothing is broken.
  if (action.Type === 'GetParticipantInput') return !turn.fault && turn.sounded && isHeard(Parameters, facts)
  return action.Type === 'MessageParticipantIteratively' && turn.kind === 'done'
}

function heardAfter(block: Block, facts: Facts, turn: Turn): Facts['heard'] {
  const { Type } = block.action
  const spoke = speaks(block, facts, turn)
  if (Type === 'MessageParticipant') return spoke ? 'closing' : facts.heard
  if (spoke) return 'something'
  return Type === 'Compare' || facts.heard !== 'closing' ? facts.heard : 'something'
}

/** The parameter that identifies the function that records call-backs: `LambdaInvocationAttributes: { task: 'promise-callback' }`. */
export const promiseMark = 'promise-callback'
const promiseKept = 'noted'

function afterAsking(facts: Facts, { action }: Block, turn: Turn): Facts {
  const { InvocationTimeLimitSeconds, InvocationType, LambdaInvocationAttributes } = action.Parameters ?? {}
  const waits = InvocationType !== 'ASYNCHRONOUS'
  const silentSeconds = facts.silentSeconds + (waits ? Number(InvocationTimeLimitSeconds ?? 3) : 0)
  if (turn.kind !== 'done') return { ...facts, external: 'empty', promising: false, silentSeconds }
  const promising = isRecord(LambdaInvocationAttributes) && LambdaInvocationAttributes['task'] === promiseMark
  return { ...facts, external: waits ? 'full' : 'empty', promising: waits && promising, silentSeconds }
}

// An answer alone is no promise, since the function may have refused the number; only the arm for `noted` is.
function saysNoted({ action }: Block, { arm }: Turn): boolean {
  return action.Type === 'Compare' && action.Parameters?.['ComparisonValue'] === '$.External.result' && arm === promiseKept
}

/** The flow ARNs that a block sets as event hooks, by hook; hooks that the line does not use are left out. */
export function hooksOf({ action }: Block): Partial<Hooks> {
  const { EventHooks } = action.Parameters ?? {}
  const entries = isRecord(EventHooks) ? Object.entries(EventHooks) : []
  return Object.fromEntries(entries.filter(([hook]) => hook in atFirst.hooks).map(([hook, arn]) => [hook, String(arn)]))
}

function knownAfter(facts: Facts, { readOut }: Block, attributes: Readonly<Record<string, unknown>>): string[] {
  const known = new Set(facts.known)
  for (const [name, value] of Object.entries(attributes)) {
    if (readOut.has(name) && hasWords(String(value), facts)) known.add(name)
    else known.delete(name)
  }
  return [...known].sort()
}
