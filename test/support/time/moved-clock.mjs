// Loaded before anything else (`node --import`), in every process and worker of a run: `Date` tells another time, which goes on running.
// CLOCK is a Brussels wall time, `2026-12-26T23:58`. Timers and performance.now() stay as they are: only what day and hour it is moves.
// Plain JavaScript, so that an older Node under a test can load it too.
import workers from 'node:worker_threads'
import { syncBuiltinESMExports } from 'node:module'
import { moveDate } from './move-date.mjs'

const wall = process.env.CLOCK
// The first process says how far the clock is moved and hands that on, so that all of them tell the same time.
if (wall && !process.env.CLOCK_AHEAD) process.env.CLOCK_AHEAD = String(instantOf(wall) - Date.now())
if (process.env.CLOCK_AHEAD) {
  moveDate(Number(process.env.CLOCK_AHEAD))
  handOnToWorkers()
}

// A worker that is started with options or an environment of its own inherits nothing: it is told.
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

/** The instant of a Brussels wall time: the zone is ahead of UTC by what its own clock says at about that moment. */
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
