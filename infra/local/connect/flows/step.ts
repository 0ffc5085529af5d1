import type { Outcome } from './branches.ts'
import type { Exchange, Run } from '../model/exchange.ts'
import type { FlowAction } from '../model/flow-content.ts'
import { filledIn, scopeOf } from './json-path.ts'

/** One action that is about to be carried out for one contact. */
export type Step = { exchange: Exchange; run: Run; action: FlowAction }

/** The function that carries out actions of one type. */
export type Act = (step: Step) => Outcome | Promise<Outcome>

/** A text parameter with its references resolved; null if the action does not have it. */
export function parameter(step: Step, name: string): string | null {
  const value = step.action.Parameters[name]
  if (typeof value !== 'string') return null
  return filledIn(value, scopeOf(step.exchange, step.run.contact))
}

/** A number parameter, which the flow's JSON writes as a text. Null if it is absent or not a number. */
export function numberParameter(step: Step, name: string): number | null {
  const text = parameter(step, name)
  return text === null || text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text)
}

/** A parameter that is an object; empty if absent. */
export function mapParameter(step: Step, name: string): Record<string, unknown> {
  const value = step.action.Parameters[name]
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {}
}
