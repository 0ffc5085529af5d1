import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import type { Invocation } from './invocation.ts'

export type WorkerGiven = { module: string; offset: SharedArrayBuffer; functionName: string; timeoutMilliseconds: number }
export type WorkerTask = { id: string; event: string }
export type WorkerAnswer = { kind: 'ready' } | { kind: 'answered'; payload: string } | { kind: 'failed'; errorType: string }

export type PoolOptions = { given: WorkerGiven; memoryMegabytes: number; environment: Record<string, string>; log(line: string): void }
/** The workers of one function; each runs one event at a time. */
export type Pool = { run(event: unknown): Promise<Invocation>; stop(): Promise<void> }

type Waiting = { event: string; settle(outcome: Invocation): void }
type Seat = { worker: Worker; ready: boolean; task: Waiting | null; timer: NodeJS.Timeout | undefined }
type PoolState = { options: PoolOptions; seats: Set<Seat>; waiting: Waiting[]; stopped: boolean }

const maxWorkers = 4

/** Opens an empty pool, which starts workers as events need them; a fifth concurrent event waits. */
export function openPool(options: PoolOptions): Pool {
  const pool: PoolState = { options, seats: new Set(), waiting: [], stopped: false }
  return {
    run: (event) =>
      new Promise((settle) => {
        if (pool.stopped) return settle({ kind: 'failed', errorType: 'Stopped' })
        pool.waiting.push({ event: JSON.stringify(event) ?? 'null', settle })
        seatNext(pool)
      }),
    stop: async () => {
      pool.stopped = true
      for (const waiting of pool.waiting.splice(0)) waiting.settle({ kind: 'failed', errorType: 'Stopped' })
      await Promise.all([...pool.seats].map((seat) => seat.worker.terminate()))
    },
  }
}

function seatNext(pool: PoolState): void {
  const idle = [...pool.seats].find((seat) => seat.ready && seat.task === null)
  if (!idle && pool.seats.size >= maxWorkers) return
  const task = pool.waiting.shift()
  if (!task) return
  const seat = idle ?? newSeat(pool)
  seat.task = task
  if (seat.ready) begin(pool, seat)
}

function newSeat(pool: PoolState): Seat {
  const { given, memoryMegabytes, environment, log } = pool.options
  const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
    workerData: given,
    env: environment,
    execArgv: ['--disable-warning=ExperimentalWarning', '--enable-source-maps'],
    // A small young generation keeps idle workers small.
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 8 },
    stdout: true,
    stderr: true,
  })
  const seat: Seat = { worker, ready: false, task: null, timer: undefined }
  pool.seats.add(seat)
  eachLine(worker.stdout, log)
  eachLine(worker.stderr, log)
  worker.on('message', (answer: WorkerAnswer) => {
    if (answer.kind === 'ready') {
      seat.ready = true
      begin(pool, seat)
      return
    }
    finish(pool, seat, answer.kind === 'answered' ? { kind: 'answered', payload: JSON.parse(answer.payload) } : answer)
  })
  // A crash outside the handler, or a module that fails to load: the current event fails, and the next one gets a new worker.
  worker.on('error', (error) => {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    leave(pool, seat, { kind: 'failed', errorType: error instanceof Error ? error.name : 'Error' })
  })
  worker.on('exit', () => leave(pool, seat, { kind: 'failed', errorType: 'Runtime.ExitError' }))
  return seat
}

function begin(pool: PoolState, seat: Seat): void {
  if (!seat.task) return
  const { timeoutMilliseconds } = pool.options.given
  seat.timer = setTimeout(() => {
    pool.options.log(`Task timed out after ${timeoutMilliseconds / 1000} seconds`)
    leave(pool, seat, { kind: 'timed-out' })
    void seat.worker.terminate()
  }, timeoutMilliseconds)
  const task: WorkerTask = { id: randomUUID(), event: seat.task.event }
  seat.worker.postMessage(task, [])
}

function finish(pool: PoolState, seat: Seat, outcome: Invocation): void {
  clearTimeout(seat.timer)
  seat.task?.settle(outcome)
  seat.task = null
  if (!pool.stopped) seatNext(pool)
}

function leave(pool: PoolState, seat: Seat, outcome: Invocation): void {
  if (pool.seats.delete(seat)) finish(pool, seat, outcome)
}

function eachLine(stream: Readable, log: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Infinity }).on('line', log)
}
