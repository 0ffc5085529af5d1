import type { Exchange, LineContact, Run, RunKind } from './exchange.ts'
import type { Flow } from './flow-content.ts'

/** Registers a new run of a flow for a contact; stops the previous one. */
export function newRun(exchange: Exchange, start: { contact: LineContact; kind: RunKind; flow: Flow }): Run {
  const place = start.kind === 'agent-whisper' || start.kind === 'customer-whisper' ? exchange.whispers : exchange.runs
  stopRun(exchange, place.get(start.contact.id))
  const run: Run = {
    ...start,
    stopped: false,
    stoppers: new Set(),
    onKey: null,
    onCustomerReturn: null,
    loops: new Map(),
    silentMilliseconds: 0,
    stepsInARow: 0,
  }
  place.set(start.contact.id, run)
  return run
}

/** Stops a run at once: none of its later steps is carried out. */
export function stopRun(exchange: Exchange, run: Run | undefined): void {
  if (!run || run.stopped) return
  run.stopped = true
  for (const undo of run.stoppers) undo()
  run.stoppers.clear()
  forgetRun(exchange, run)
}

/** Removes a finished run, unless another one has replaced it. */
export function forgetRun(exchange: Exchange, run: Run): void {
  for (const place of [exchange.runs, exchange.whispers]) if (place.get(run.contact.id) === run) place.delete(run.contact.id)
}

/**
 * Waits for something that the `begin` function starts and can cancel; stopping the run cancels it and ends the wait, so that a hang-up
 * during a prompt leaves no timer behind.
 */
export function waitFor<Result>(run: Run, begin: (finish: (result: Result) => void) => () => void): Promise<Result | 'stopped'> {
  if (run.stopped) return Promise.resolve('stopped')
  run.stepsInARow = 0
  return new Promise((resolve) => {
    const settle = (result: Result | 'stopped') => {
      run.stoppers.delete(stop)
      resolve(result)
    }
    const cancel = begin(settle)
    const stop = () => {
      cancel()
      settle('stopped')
    }
    run.stoppers.add(stop)
  })
}

/** Waits in a flow for some line time. */
export async function pause(exchange: Exchange, run: Run, milliseconds: number): Promise<void> {
  if (milliseconds <= 0) return
  await waitFor<'over'>(run, (finish) => exchange.deps.clock.after(milliseconds, () => finish('over')))
}
