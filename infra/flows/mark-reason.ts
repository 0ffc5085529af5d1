import { attribute, type PromiseAsked } from '../../shared/contracts/connect/flow-events.ts'
import type { Row } from './rows.ts'

/** A row that stores why a call-back is offered, and resets the permission for others to answer: consent must be given anew. */
export function markReason<To extends string>(reason: PromiseAsked['reason'], next: To): Row<To> {
  const attributes = { [attribute.callbackReason]: reason, [attribute.mayOthersAnswer]: 'no' }
  return { kind: 'remember', attributes, arms: { next, error: next } }
}
