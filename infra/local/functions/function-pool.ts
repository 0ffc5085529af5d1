import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import type { Invocation } from './invocation.ts'

export type WorkerGiven = { module: string; offset: SharedArrayBuffer; functionName: string; timeoutMilliseconds: number }
export type WorkerTask = { id: string; event: string }
export type WorkerAnswer = { kind: 'ready' } | { kind: 'answered'; payload: string } | { kind: 'failed'; errorType: string }

export type PoolOptions = {
  /** The module that runs in each worker (`function-worker.ts`, or its build). */
  workerModule: string
  given: WorkerGiven
  memoryMegabytes: number
  environment: Record<string, string>
  /** Whether stack traces name the lines of the sources. Costs a worker a fifth of a second at its start. */
  sourceMaps: boolean
  log(line: string): void
}
/** The workers of one function; each runs one event at a time. */
export type Pool = { run(event: unknown): Promise<Invocation>; stop(): Promise<void> }

type Waiting = { event: string; settle(outcome: Invocation): void }
type Slot = { worker: Worker; ready: boolean; task: Waiting | null; timer: NodeJS.Timeout | undefined }
type PoolState = { options: PoolOptions; slots: Set<Slot>; waiting: Waiting[]; growth: NodeJS.Timeout | undefined; stopped: boolean }

const maxWorkers = 4
// Starting a worker costs as much as running some dozens of events, so another one is started only when events wait and none was finished
// for this long. Without this, a page that asks four things at once would start four workers.
const growAfterMilliseconds = 100

/** Opens an empty pool, which starts workers as events need them; a fifth concurrent event waits. */
export function openPool(options: PoolOptions): Pool {
  const pool: PoolState = { options, slots: new Set(), waiting: [], growth: undefined, stopped: false }
  return {
    run: (event) =>
      new Promise((settle) => {
        if (pool.stopped) return settle({ kind: 'failed', errorType: 'Stopped' })
        pool.waiting.push({ event: JSON.stringify(event) ?? 'null', settle })
        assignNext(pool)
      }),
    stop: async () => {
      pool.stopped = true
      clearTimeout(pool.growth)
      for (const waiting of pool.waiting.splice(0)) waiting.settle({ kind: 'failed', errorType: 'Stopped' })
      await Promise.all([...pool.slots].map((slot) => slot.worker.terminate()))
    },
  }
}

function assignNext(pool: PoolState): void {
  const idle = [...pool.slots].find((slot) => slot.ready && slot.task === null)
  if (!idle && pool.slots.size > 0) return growLater(pool)
  const task = pool.waiting.shift()
  if (!task) return
  const slot = idle ?? newSlot(pool)
  slot.task = task
  if (slot.ready) begin(pool, slot)
}

// Another worker for the events that still wait; not while one is starting, since that one may soon run them all.
function growLater(pool: PoolState): void {
  if (pool.growth !== undefined || pool.waiting.length === 0 || pool.slots.size >= maxWorkers) return
  pool.growth = setTimeout(() => {
    pool.growth = undefined
    if ([...pool.slots].some((slot) => !slot.ready)) return growLater(pool)
    const task = pool.waiting.shift()
    if (!task) return
    newSlot(pool).task = task
    growLater(pool)
  }, growAfterMilliseconds)
}

// A worker that is ready or has finished is progress: the others wait for it a while longer.
function restartGrowth(pool: PoolState): void {
  clearTimeout(pool.growth)
  pool.growth = undefined
  if (!pool.stopped) growLater(pool)
}

function newSlot(pool: PoolState): Slot {
  const { workerModule, given, memoryMegabytes, environment, sourceMaps, log } = pool.options
  const worker = new Worker(workerModule, {
    workerData: given,
    env: environment,
    execArgv: ['--disable-warning=ExperimentalWarning', ...(sourceMaps ? ['--enable-source-maps'] : [])],
    // A small young generation keeps idle workers small.
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 8 },
    stdout: true,
    stderr: true,
  })
  const slot: Slot = { worker, ready: false, task: null, timer: undefined }
  pool.slots.add(slot)
  eachLine(worker.stdout, log)
  eachLine(worker.stderr, log)
  worker.on('message', (answer: WorkerAnswer) => {
    if (answer.kind === 'ready') {
      slot.ready = true
      restartGrowth(pool)
      begin(pool, slot)
      return
    }
    finish(pool, slot, answer.kind === 'answered' ? { kind: 'answered', payload: JSON.parse(answer.payload) } : answer)
  })
  // A crash outside the handler, or a module that fails to load: the current event fails, and the next one gets a new worker.
  worker.on('error', (error) => {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    leave(pool, slot, { kind: 'failed', errorType: error instanceof Error ? error.name : 'Error' })
  })
  worker.on('exit', () => leave(pool, slot, { kind: 'failed', errorType: 'Runtime.ExitError' }))
  return slot
}

function begin(pool: PoolState, slot: Slot): void {
  if (!slot.task) return
  const { timeoutMilliseconds } = pool.options.given
  slot.timer = setTimeout(() => {
    pool.options.log(`Task timed out after ${timeoutMilliseconds / 1000} seconds`)
    leave(pool, slot, { kind: 'timed-out' })
    void slot.worker.terminate()
  }, timeoutMilliseconds)
  const task: WorkerTask = { id: randomUUID(), event: slot.task.event }
  slot.worker.postMessage(task, [])
}

function finish(pool: PoolState, slot: Slot, outcome: Invocation): void {
  clearTimeout(slot.timer)
  restartGrowth(pool)
  slot.task?.settle(outcome)
  slot.task = null
  if (!pool.stopped) assignNext(pool)
}

function leave(pool: PoolState, slot: Slot, outcome: Invocation): void {
  if (pool.slots.delete(slot)) finish(pool, slot, outcome)
}

function eachLine(stream: Readable, log: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Infinity }).on('line', log)
}
