import type { KeyValueStore } from '../../machine/key-value-store.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Hours } from '../model/hours.ts'
import type { Instance } from '../model/instance.ts'

const kind = 'connect-hours'

/** Stores hours that were changed at run time, then applies them. */
export function keepHours(exchange: Exchange, hours: Hours): void {
  exchange.deps.keyValues.put(kind, hours.id, hours)
  exchange.instance.hours.set(hours.arn, hours)
}

/** Applies the stored hours, unless the template has changed since. */
export function takeUpHours(keyValues: KeyValueStore, instance: Instance): void {
  for (const [arn, planned] of instance.hours) {
    const before = keyValues.get(kind, planned.id) as Hours | null
    if (before?.planned === planned.planned) instance.hours.set(arn, before)
  }
}
