import { invokeLater } from './async-invocation.ts'
import type { LineClock } from '../machine/clock.ts'
import { matches } from './event-pattern.ts'
import type { Functions } from '../functions/functions.ts'
import type { CloudAssembly } from '../template/cloud-assembly.ts'
import type { Queues } from './queues.ts'

export type LineEvents = { publish(event: unknown): void }
export type EventsOptions = {
  assembly: CloudAssembly
  clock: LineClock
  queues: Queues
  invoke: Functions['invoke']
  seed: number
  log(line: string): void
}

type EventRule = { pattern: unknown; targets: string[] }

// EventBridge guarantees no order and may deliver twice. Both are frequent here, to reveal functions that rely on either.
const longestDelayMilliseconds = 2_000
const deliveredTwiceOnAverage = 0.25

/** EventBridge's default bus: each matching rule delivers the event late, out of order and sometimes twice. */
export function openEvents(options: EventsOptions): LineEvents {
  const rules = eventRules(options.assembly)
  const random = randomFrom(options.seed)
  return {
    publish: (event) => {
      for (const rule of rules) {
        if (!matches(rule.pattern, event)) continue
        for (const target of rule.targets) {
          const copies = random() < deliveredTwiceOnAverage ? 2 : 1
          for (let copy = 0; copy < copies; copy += 1) pass(options, { event, target, delay: random() * longestDelayMilliseconds })
        }
      }
    },
  }
}

/** Pseudorandom numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function pass(options: EventsOptions, { event, target, delay }: { event: unknown; target: string; delay: number }): void {
  if (options.queues.send(target, JSON.stringify(event), delay)) return
  options.clock.after(delay, () => void invokeLater(options, target, event))
}

function eventRules(assembly: CloudAssembly): EventRule[] {
  return assembly.ofType('AWS::Events::Rule').flatMap(({ logicalId, properties }) => {
    const pattern = properties['EventPattern']
    if (!pattern || properties['State'] === 'DISABLED') return []
    const targets = Array.isArray(properties['Targets']) ? properties['Targets'] : []
    for (const target of targets) {
      if (target.InputTransformer || target.InputPath) throw new Error(`The local EventBridge transforms no input (rule ${logicalId}).`)
    }
    return [{ pattern, targets: targets.map((target) => String(target.Arn)) }]
  })
}
