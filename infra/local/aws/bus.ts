import { invokeLater } from './async-invocation.ts'
import type { LineClock } from '../machine/clock.ts'
import { openEvents } from './events.ts'
import type { Functions } from '../functions/functions.ts'
import type { KeyValueStore } from '../machine/key-value-store.ts'
import { openQueues, type DeadLetter } from './queues.ts'
import { openSchedules } from './schedules.ts'
import type { CloudAssembly } from '../template/cloud-assembly.ts'

/** Everything asynchronous: events, queues and schedules. */
export type Bus = {
  publish(event: unknown): void
  /** Invokes a function without waiting for its answer, with AWS's retries. */
  invokeLater(arn: string, event: unknown): Promise<void>
  deadLetters(): { id: string; letter: DeadLetter }[]
  /** Runs every schedule once, without waiting for its next time. */
  runSchedules(): Promise<void>
  stop(): void
}
export type BusOptions = {
  assembly: CloudAssembly
  clock: LineClock
  keyValues: KeyValueStore
  invoke: Functions['invoke']
  seed: number
  newId(): string
  log(line: string): void
}

/** Opens event bus, queues and schedules, which all invoke the same functions. */
export function openBus(options: BusOptions): Bus {
  const queues = openQueues(options)
  const events = openEvents({ ...options, queues })
  const schedules = openSchedules(options)
  return {
    publish: events.publish,
    invokeLater: (arn, event) => invokeLater(options, arn, event),
    deadLetters: queues.deadLetters,
    runSchedules: schedules.runAll,
    stop: () => {
      schedules.stop()
      queues.stop()
    },
  }
}
