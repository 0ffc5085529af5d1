import { attribute, type PromiseAsked } from '../../shared/contracts/connect/flow-events.ts'
import type { Row } from './rows.ts'

/** Writes down from where a call-back is offered, and that nobody else may answer unless she says so anew. */
export function markReason<To extends string>(reason: PromiseAsked['reason'], next: To): Row<To> {
  const attributes = { [attribute.callbackReason]: reason, [attribute.mayOthersAnswer]: 'no' }
  return { kind: 'remember', attributes, arms: { next, error: next } }
}
