import { addDays, type Clock, dayOf, instantOf } from '../time/brussels-time.ts'
import type { CallbackPromise } from './callback.ts'
import { type DutyRoster, turnsOn } from '../roster/duty-roster.ts'
import { spansOn } from '../hours/opening-hours.ts'
import type { OpeningHours } from '../regions/region.ts'

type Stretch = { from: Clock; to: Clock }

// A shorter stretch is not promised: the worker may be in another conversation, and the call itself takes time.
const leastMinutes = 30
const daysLookedAhead = 14

/**
 * When we may say that we call back: the first stretch of at least half an hour in which the line is open and a worker is first on duty.
 * null when the roster has none in the next two weeks: then no time is promised.
 */
export function promiseFor(hours: OpeningHours, roster: DutyRoster, at: Date): CallbackPromise | null {
  const today = dayOf(at)
  for (let days = 0; days < daysLookedAhead; days += 1) {
    const day = addDays(today, days)
    const worked = joined(turnsOn(roster, day).filter((turn) => turn.role === 'first'))
    for (const { from, to } of spansOn(hours, day).flatMap((span) => worked.map((stretch) => overlap(span, stretch)))) {
      const begins = instantOf(day, from)
      const promise = { from: begins < at ? at : begins, by: instantOf(day, to) }
      if (promise.by.getTime() - promise.from.getTime() >= leastMinutes * 60_000) return promise
    }
  }
  return null
}

// Adjacent turns count as one stretch: the caller does not mind which worker calls. The turns come in order of their start.
function joined(turns: readonly Stretch[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { from, to } of turns) {
    const last = stretches.at(-1)
    if (last === undefined || from > last.to) stretches.push({ from, to })
    else if (to > last.to) last.to = to
  }
  return stretches
}

// Two spans that do not overlap give one that ends before it begins; its length is negative, so it is never promised.
function overlap(one: Stretch, other: Stretch): Stretch {
  return { from: one.from > other.from ? one.from : other.from, to: one.to < other.to ? one.to : other.to }
}
