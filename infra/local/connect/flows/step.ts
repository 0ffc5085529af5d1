import type { Outcome } from './branches.ts'
import type { Exchange, Run } from '../model/exchange.ts'
import type { FlowAction } from '../model/flow-content.ts'
import { filledIn, scopeOf } from './json-path.ts'

/** One action about to be done for one contact. */
export type Step = { exchange: Exchange; run: Run; action: FlowAction }

/** What does an action of one type. */
export type Act = (step: Step) => Outcome | Promise<Outcome>

/** A text parameter with its references filled in; null when the action does not have it. */
export function parameter(step: Step, name: string): string | null {
  const value = step.action.Parameters[name]
  if (typeof value !== 'string') return null
  return filledIn(value, scopeOf(step.exchange, step.run.contact))
}

/** A number parameter: the wire has decimal texts. Null when it is absent or no number. */
export function numberParameter(step: Step, name: string): number | null {
  const text = parameter(step, name)
  return text === null || text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text)
}

/** A parameter that is a map of its own; empty when absent. */
export function mapParameter(step: Step, name: string): Record<string, unknown> {
  const value = step.action.Parameters[name]
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {}
}
