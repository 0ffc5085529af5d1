import { setImmediate as yieldToOthers } from 'node:timers/promises'

/** The line's time: it runs with real time and can be moved, so that a demonstration or a test can start at 16:58, for example. */
export type LineClock = {
  now(): Date
  /** Runs once, after this many milliseconds of line time; the returned function cancels it. */
  after(milliseconds: number, run: () => void): () => void
  /** Runs repeatedly in line time; a jump over several periods runs it once, on arrival. */
  every(milliseconds: number, run: () => Promise<void> | void): () => void
  /** Moves line time forward; timers that become due run in order before it resolves. */
  advance(milliseconds: number): Promise<void>
  /** A later moment advances by the difference; an earlier one changes only the wall time, while timers keep their remaining time. */
  set(at: Date): Promise<void>
  /** Line time minus real time in milliseconds (one Float64), shared with the functions' workers. */
  offset: SharedArrayBuffer
  stop(): void
}

type Timer = { due: number; order: number; run: () => void }
type Schedule = { period: number; due: number; run: () => Promise<void> | void }
type Line = {
  timers: Set<Timer>
  schedules: Set<Schedule>
  offset: Float64Array
  /** How far elapsed line time is ahead of elapsed real time, in milliseconds. */
  jumped: number
  made: number
  /**
   * The moment that a jump has reached, or null if none is in progress. Meanwhile the real timer is off, since it would run a schedule
   * halfway, and new timers count from this moment, so that the order does not depend on the machine's speed.
   */
  jumpedTo: number | null
  alarm: NodeJS.Timeout | undefined
  stopped: boolean
}

// The longest delay of a Node timer (2^31 - 1 ms).
const longestSleepMilliseconds = 2_147_483_647

/** Starts the line's clock at a moment, or at real time. */
export function startClock(at: Date | null): LineClock {
  const offset = new SharedArrayBuffer(8)
  const line: Line = {
    timers: new Set(),
    schedules: new Set(),
    offset: new Float64Array(offset),
    jumped: 0,
    made: 0,
    jumpedTo: null,
    alarm: undefined,
    stopped: false,
  }
  line.offset[0] = at === null ? 0 : at.getTime() - machineNow().getTime()
  const oneAtATime = inTurn()
  return {
    now: () => lineNow(line),
    after: (milliseconds, run) => addTimer(line, milliseconds, run),
    every: (milliseconds, run) => addSchedule(line, milliseconds, run),
    advance: (milliseconds) => oneAtATime(() => jump(line, milliseconds, 'due')),
    set: (moment) => oneAtATime(() => setTo(line, moment)),
    offset,
    stop: () => {
      line.stopped = true
      clearTimeout(line.alarm)
      line.timers.clear()
      line.schedules.clear()
    },
  }
}

function inTurn(): (step: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (step) => {
    const mine = last.then(step)
    last = mine.catch(() => undefined)
    return mine
  }
}

/** Real time, for what a browser compares with its device's clock; for nothing else in infra/local. */
export function machineNow(): Date {
  return new Date()
}

function lineNow(line: Line): Date {
  return new Date(machineNow().getTime() + (line.offset[0] ?? 0))
}

function elapsed(line: Line): number {
  return line.jumpedTo ?? realElapsed(line)
}

function realElapsed(line: Line): number {
  return performance.now() + line.jumped
}

function addTimer(line: Line, milliseconds: number, run: () => void): () => void {
  const timer = { due: elapsed(line) + Math.max(0, milliseconds), order: line.made++, run }
  if (!line.stopped) line.timers.add(timer)
  wind(line)
  return () => {
    line.timers.delete(timer)
  }
}

function addSchedule(line: Line, period: number, run: () => Promise<void> | void): () => void {
  const schedule = { period, due: elapsed(line) + period, run }
  if (!line.stopped) line.schedules.add(schedule)
  wind(line)
  return () => {
    line.schedules.delete(schedule)
  }
}

/** Sets the single real timer to the first timer or schedule that is due. */
function wind(line: Line): void {
  clearTimeout(line.alarm)
  if (line.stopped || line.jumpedTo !== null) return
  const first = Math.min(...[...line.timers, ...line.schedules].map((waiting) => waiting.due))
  if (first === Infinity) return
  const sleep = Math.min(Math.max(0, Math.ceil(first - elapsed(line))), longestSleepMilliseconds)
  line.alarm = setTimeout(() => {
    fireDueTimers(line)
    void runSchedules(line, 'due')
    wind(line)
  }, sleep)
}

function fireDueTimers(line: Line): void {
  for (let timer = firstTimer(line, elapsed(line)); timer; timer = firstTimer(line, elapsed(line))) fire(line, timer)
}

function firstTimer(line: Line, until: number): Timer | undefined {
  let first: Timer | undefined
  for (const timer of line.timers) {
    if (timer.due > until) continue
    if (!first || timer.due < first.due || (timer.due === first.due && timer.order < first.order)) first = timer
  }
  return first
}

function fire(line: Line, timer: Timer): void {
  line.timers.delete(timer)
  timer.run()
}

async function runSchedules(line: Line, which: 'due' | 'all'): Promise<void> {
  const now = elapsed(line)
  const running = [...line.schedules].filter((schedule) => which === 'all' || schedule.due <= now)
  for (const schedule of running) schedule.due = now + schedule.period
  await Promise.all(running.map(async (schedule) => await schedule.run()))
}

async function jump(line: Line, milliseconds: number, which: 'due' | 'all'): Promise<void> {
  const arrival = elapsed(line) + Math.max(0, milliseconds)
  clearTimeout(line.alarm)
  try {
    // A timer may set another one (a flow plays one prompt after another), so the first is looked up each time.
    for (let timer = firstTimer(line, arrival); timer && !line.stopped; timer = firstTimer(line, arrival)) {
      moveTo(line, timer.due)
      fire(line, timer)
      await yieldToOthers()
    }
    moveTo(line, arrival)
  } finally {
    line.jumpedTo = null
    wind(line)
  }
  await runSchedules(line, which)
}

function moveTo(line: Line, moment: number): void {
  line.jumpedTo = moment
  // Rounded up to whole milliseconds: Date drops fractions, and 17:00 must not read 16:59:59.999.
  const ahead = Math.ceil(moment - realElapsed(line))
  if (ahead <= 0) return
  line.jumped += ahead
  line.offset[0] = (line.offset[0] ?? 0) + ahead
}

async function setTo(line: Line, at: Date): Promise<void> {
  const difference = at.getTime() - lineNow(line).getTime()
  if (difference < 0) line.offset[0] = (line.offset[0] ?? 0) + difference
  await jump(line, difference, 'all')
}
