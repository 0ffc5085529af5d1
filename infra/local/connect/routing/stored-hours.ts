import type { KeyValueStore } from '../../machine/key-value-store.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Hours } from '../model/hours.ts'
import type { Instance } from '../model/instance.ts'

const kind = 'connect-hours'

/** Keeps hours as they were changed while the line runs: durable first, then in force. */
export function keepHours(exchange: Exchange, hours: Hours): void {
  exchange.deps.keyValues.put(kind, hours.id, hours)
  exchange.instance.hours.set(hours.arn, hours)
}

/** Hours as the last run left them; when the template plans others since, those of the template. */
export function takeUpHours(keyValues: KeyValueStore, instance: Instance): void {
  for (const [arn, planned] of instance.hours) {
    const before = keyValues.get(kind, planned.id) as Hours | null
    if (before?.planned === planned.planned) instance.hours.set(arn, before)
  }
}
