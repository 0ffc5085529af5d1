// Loaded first (`node --import`) in every process and worker of a run: `Date` starts at another moment, and then runs on as usual.
// CLOCK is a Brussels wall time, `2026-12-26T23:58`. Timers and performance.now() are not changed.
// Plain JavaScript, so that an older Node that a test starts can load it too.
import workers from 'node:worker_threads'
import { syncBuiltinESMExports } from 'node:module'
import { moveDate } from './move-date.mjs'

const wall = process.env.CLOCK
// The first process computes the shift and passes it on in the environment, so that all processes have the same time.
if (wall && !process.env.CLOCK_AHEAD) process.env.CLOCK_AHEAD = String(instantOf(wall) - Date.now())
if (process.env.CLOCK_AHEAD) {
  moveDate(Number(process.env.CLOCK_AHEAD))
  handOnToWorkers()
}

// A worker with its own environment or execArgv does not inherit those of the process, so they are added here.
function handOnToWorkers() {
  const told = { CLOCK_AHEAD: process.env.CLOCK_AHEAD }
  workers.Worker = class extends workers.Worker {
    constructor(file, options = {}) {
      const { env, execArgv } = options
      super(file, {
        ...options,
        ...(execArgv ? { execArgv: [...execArgv, '--import', import.meta.url] } : {}),
        ...(env && typeof env === 'object' ? { env: { ...env, ...told } } : {}),
      })
    }
  }
  syncBuiltinESMExports()
}

/** The instant of a Brussels wall time. The offset is looked up for a first guess, and again for the corrected instant. */
function instantOf(text) {
  const told = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/.exec(text)
  if (!told) throw new Error(`CLOCK is a Brussels wall time such as 2026-12-26T23:58, not ${text}`)
  const asUtc = Date.parse(`${told[1]}T${told[2]}Z`)
  const guess = asUtc - zoneAhead(asUtc)
  return asUtc - zoneAhead(guess)
}

function zoneAhead(instant) {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', dateStyle: 'short', timeStyle: 'medium' }).format(instant)
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000
}
