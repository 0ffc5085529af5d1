import { addDays, type Clock, dayOf, instantOf } from '../time/brussels-time.ts'
import type { CallbackPromise } from './callback.ts'
import { type DutyRoster, turnsOn } from '../roster/duty-roster.ts'
import { spansOn } from '../hours/opening-hours.ts'
import type { OpeningHours } from '../regions/region.ts'

type Stretch = { from: Clock; to: Clock }

// Less is not kept: the worker may be in a talk, and the talk with her takes time too.
const leastMinutes = 30
const daysLookedAhead = 14

/**
 * When we may say that we call back: the first stretch from now on in which the line is open and somebody is first on duty, with half an hour
 * left of it. null when the roster keeps none within two weeks: then no time is promised.
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

// One after another on duty is one stretch, for the caller does not mind which of us calls. The turns come in order of their beginning.
function joined(turns: readonly Stretch[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { from, to } of turns) {
    const last = stretches.at(-1)
    if (last === undefined || from > last.to) stretches.push({ from, to })
    else if (to > last.to) last.to = to
  }
  return stretches
}

// Where the two do not meet it ends before it begins, and is no promise.
function overlap(one: Stretch, other: Stretch): Stretch {
  return { from: one.from > other.from ? one.from : other.from, to: one.to < other.to ? one.to : other.to }
}
