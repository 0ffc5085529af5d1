import type { LineClock } from '../machine/clock.ts'
import type { Functions } from '../functions/functions.ts'

type Deps = { clock: LineClock; invoke: Functions['invoke']; log(line: string): void }

// Lambda retries an asynchronous invocation after one minute, then after two.
const retriesAfterMilliseconds = [60_000, 120_000]

/** Invokes asynchronously, as AWS does: up to two retries in line time, then the event is dropped. */
export async function invokeLater(deps: Deps, arn: string, event: unknown): Promise<void> {
  await tryOnce(deps, { arn, event, tried: 0 })
}

async function tryOnce(deps: Deps, { arn, event, tried }: { arn: string; event: unknown; tried: number }): Promise<void> {
  const outcome = await deps.invoke(arn, event)
  if (outcome.kind === 'answered') return
  const pauseMilliseconds = retriesAfterMilliseconds[tried]
  if (pauseMilliseconds === undefined) {
    deps.log(`${arn.split(':').at(-1)} was given up after ${tried + 1} tries (${outcome.kind})`)
    return
  }
  deps.clock.after(pauseMilliseconds, () => void tryOnce(deps, { arn, event, tried: tried + 1 }))
}
