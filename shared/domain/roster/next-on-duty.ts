import { addDays, type Clock, clockOf, type Day, dayOf, instantOf } from '../time/brussels-time.ts'
import { type DutyRoster, type DutyTurn, turnsOn } from './duty-roster.ts'
import type { WorkerId } from '../ids.ts'
import { spansOn } from '../hours/opening-hours.ts'
import type { OpeningHours, Span } from '../regions/region.ts'

/** Who comes on the open line next, and from when. */
export type NextOnDuty = { from: Date; first: readonly WorkerId[] }

// The longest pattern comes back after twelve weeks; what lies further is nobody's next turn.
const daysLookedAhead = 100

/** A worker's turn that is under way, else her next one; null when none comes within a hundred days. */
export function nextTurnOf(roster: DutyRoster, worker: WorkerId, at: Date): DutyTurn | null {
  const today = dayOf(at)
  for (let days = 0; days <= daysLookedAhead; days += 1) {
    const hers = turnsOn(roster, addDays(today, days)).filter((turn) => turn.worker === worker)
    const next = hers.find((turn) => days > 0 || turn.to > clockOf(at))
    if (next) return next
  }
  return null
}

/** Who comes first on the line after now, while it is open: at the next change of turns, or at the next opening. */
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
      // Whoever had the line a moment ago does not come next when her own second turn begins.
      const before = clock === span.from ? [] : workersAt(turns, (turn) => turn.from < clock && clock <= turn.to)
      if (first.some((worker) => !before.includes(worker))) return { from: instantOf(day, clock), first }
    }
  }
  return null
}

function workersAt(turns: readonly DutyTurn[], has: (turn: DutyTurn) => boolean): WorkerId[] {
  return [...new Set(turns.filter(has).map((turn) => turn.worker))]
}
