import type { FlowAction } from '../rules/flow-content.ts'
import { type Fitness, fitnessOf, transferFitness } from './fitness.ts'
import type { Block, Channel } from './call-graph.ts'
import type { Facts, Standing, Turn } from './model.ts'
import { isExternal, isHeard } from './texts.ts'

/** The actions that move a contact to a queue. */
export const transfers = ['TransferContactToQueue', 'DequeueContactAndTransferToQueue']

/** Every way a contact can leave its block, with the block working or broken. */
export function turnsOf(standing: Standing): Turn[] {
  const { block, channel, facts, role } = standing
  const fits = worst(
    fitnessOf(block, channel),
    transfers.includes(block.action.Type) ? transferFitness(block, facts, role) : 'yes',
    isMute(block, facts) ? 'perhaps' : 'yes',
  )
  const refused = turn(block.action, 'failed', refusalOf(block))
  if (fits === 'no') return [{ ...refused, sounded: false }]
  const freely = [...answers(standing), ...setbacks(block), ...(fits === 'perhaps' ? [{ ...refused, sounded: false }] : [])]
  return canFail(block) ? [...freely, { ...turn(block.action, 'failed', usual), fault: true, sounded: false }] : freely
}

const usual = 'NoMatchingError'

/** Whether a block can fail: an action for which Connect defines no error branch always succeeds. */
function canFail({ rules }: Block): boolean {
  return rules !== null && [...rules.requiredErrors, ...rules.optionalErrors].includes(usual)
}

function worst(...all: Fitness[]): Fitness {
  if (all.includes('no')) return 'no'
  return all.includes('perhaps') ? 'perhaps' : 'yes'
}

function isMute({ action }: Block, facts: Facts): boolean {
  return action.Type === 'MessageParticipant' && !isHeard(action.Parameters ?? {}, facts)
}

function refusalOf({ action }: Block): string {
  return action.Type === 'UpdateContactCallbackNumber' ? 'InvalidCallbackNumber' : usual
}

function turn(action: FlowAction, kind: Turn['kind'], arm: string): Turn {
  const { NextAction, Errors = [], Conditions = [] } = action.Transitions ?? {}
  const error = (type: string) => Errors.find((one) => one.ErrorType === type)?.NextAction
  const answer = Conditions.find(({ Condition }) => nameOf(Condition) === arm)?.NextAction
  const to = kind === 'failed' || arm === noAnswer ? (error(arm) ?? error(usual)) : (answer ?? NextAction)
  return { kind, arm, to: to ?? null, fault: false, sounded: true }
}

const noAnswer = 'NoMatchingCondition'

function nameOf({ Operator, Operands }: { Operator: string; Operands: readonly string[] }): string {
  return Operator === 'Equals' ? (Operands[0] ?? '') : `${Operator} ${Operands[0] ?? ''}`
}

function answers({ block: { action }, channel, facts }: Standing): Turn[] {
  const { Errors = [], Conditions = [] } = action.Transitions ?? {}
  const names = Conditions.map(({ Condition }) => nameOf(Condition))
  const otherwise = Errors.some((one) => one.ErrorType === noAnswer) ? [noAnswer] : []
  const plainly = action.Type === 'Compare' && Conditions.every(({ Condition }) => Condition.Operator === 'Equals')
  const known = plainly ? comparedWith(String(action.Parameters?.['ComparisonValue']), channel, facts) : null
  // Loop prompts without an interrupt play until a worker answers; `playsForEver` in steps.ts reports them.
  if (action.Type === 'MessageParticipantIteratively' && names.length === 0) return []
  if (known !== null) return [turn(action, 'done', names.includes(known) ? known : (otherwise[0] ?? 'next'))]
  if (names.length === 0 && otherwise.length === 0) return [turn(action, 'done', 'next')]
  return [...names, ...otherwise].map((arm) => turn(action, 'done', arm))
}

/** The value that a condition compares, if it is certain; null otherwise. */
function comparedWith(path: string, channel: Channel, facts: Facts): string | null {
  if (path === '$.Channel') return channel
  return isExternal(path) && facts.external === 'empty' ? '' : null
}

const faults = [usual, noAnswer, 'ChannelMismatch', 'InFlightRedactionConfigurationFailed']

/** Error arms that are taken although nothing is broken: a full queue, a silent caller, a number that cannot be dialled. */
function setbacks({ action }: Block): Turn[] {
  const types = (action.Transitions?.Errors ?? []).map((one) => one.ErrorType)
  return types.filter((type) => !faults.includes(type)).map((type) => turn(action, 'failed', type))
}
