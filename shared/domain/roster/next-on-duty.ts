import { addDays, type Clock, clockOf, type Day, dayOf, instantOf } from '../time/brussels-time.ts'
import { type DutyRoster, type DutyTurn, turnsOn } from './duty-roster.ts'
import type { WorkerId } from '../ids.ts'
import { spansOn } from '../hours/opening-hours.ts'
import type { OpeningHours, Span } from '../regions/region.ts'

/** Who is on duty next while the line is open, and from when. */
export type NextOnDuty = { from: Date; first: readonly WorkerId[] }

// The longest pattern repeats after twelve weeks; a turn beyond that does not come.
const daysLookedAhead = 100

/** A worker's current turn, or else the next one; null when there is none within a hundred days. */
export function nextTurnOf(roster: DutyRoster, worker: WorkerId, at: Date): DutyTurn | null {
  const today = dayOf(at)
  for (let days = 0; days <= daysLookedAhead; days += 1) {
    const ownTurns = turnsOn(roster, addDays(today, days)).filter((turn) => turn.worker === worker)
    const next = ownTurns.find((turn) => days > 0 || turn.to > clockOf(at))
    if (next) return next
  }
  return null
}

/** Who is first on duty after now, while the line is open: from the next change of turns or the next opening. */
export function nextOnDuty(roster: DutyRoster, hours: OpeningHours, at: Date): NextOnDuty | null {
  const today = dayOf(at)
  for (let days = 0; days <= daysLookedAhead; days += 1) {
    const day = addDays(today, days)
    const found = firstComing(roster, { day, spans: spansOn(hours, day), after: days === 0 ? clockOf(at) : null })
    if (found) return found
  }
  return null
}

type LookedAt = { day: Day; spans: readonly Span[]; after: Clock | null }

function firstComing(roster: DutyRoster, { day, spans, after }: LookedAt): NextOnDuty | null {
  const turns = turnsOn(roster, day).filter((turn) => turn.role === 'first')
  for (const span of spans) {
    const begins = [span.from, ...turns.map((turn) => turn.from)].filter((clock) => span.from <= clock && clock < span.to)
    for (const clock of begins.toSorted().filter((one) => after === null || one > after)) {
      const first = workersAt(turns, (turn) => turn.from <= clock && clock < turn.to)
      // A worker who was on duty the moment before does not count as next when a second turn of the same worker begins.
      const before = clock === span.from ? [] : workersAt(turns, (turn) => turn.from < clock && clock <= turn.to)
      if (first.some((worker) => !before.includes(worker))) return { from: instantOf(day, clock), first }
    }
  }
  return null
}

function workersAt(turns: readonly DutyTurn[], has: (turn: DutyTurn) => boolean): WorkerId[] {
  return [...new Set(turns.filter(has).map((turn) => turn.worker))]
}
