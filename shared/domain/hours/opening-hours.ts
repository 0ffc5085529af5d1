import { addDays, type Clock, clockOf, type Day, dayOf, instantOf, weekdayOf } from '../time/brussels-time.ts'
import { type Holiday, holidayOn } from '../time/holidays.ts'
import type { OpeningHours, Span } from '../regions/region.ts'

/** Whether a line is open at a moment and until when, or why it is closed and until when (null: for more than a year). */
export type Opening = { kind: 'open'; closesAt: Date } | { kind: 'closed'; why: ClosedBecause; opensAt: Date | null }

/** Why a line is closed: outside its weekly hours, a holiday, or a closing day of the region's own. */
export type ClosedBecause = { kind: 'outside-hours' } | { kind: 'holiday'; holiday: Holiday } | { kind: 'closing-day' }

// A line that is closed for longer than this has no next opening to announce.
const daysLookedAhead = 400

/** The opening spans of a day in wall time, in order; none on a holiday or closing day, which win over the weekly hours. */
export function spansOn(hours: OpeningHours, day: Day): readonly Span[] {
  if (closedAllDay(hours, day) !== null) return []
  return hours.week[weekdayOf(day)] ?? []
}

/** Whether the line is open at a moment. At closing time itself it is closed. */
export function openingAt(hours: OpeningHours, at: Date): Opening {
  const day = dayOf(at)
  const clock = clockOf(at)
  const span = spansOn(hours, day).find((one) => one.from <= clock && clock < one.to)
  if (span) return { kind: 'open', closesAt: instantOf(day, span.to) }
  return { kind: 'closed', why: closedAllDay(hours, day) ?? { kind: 'outside-hours' }, opensAt: nextOpening(hours, at) }
}

/** The next moment the line opens after an instant, or null when it stays closed for more than 400 days. */
export function nextOpening(hours: OpeningHours, at: Date): Date | null {
  const today = dayOf(at)
  const clock: Clock = clockOf(at)
  const later = spansOn(hours, today).find((span) => span.from > clock)
  if (later) return instantOf(today, later.from)
  for (let days = 1; days <= daysLookedAhead; days += 1) {
    const day = addDays(today, days)
    const first = spansOn(hours, day)[0]
    if (first) return instantOf(day, first.from)
  }
  return null
}

function closedAllDay(hours: OpeningHours, day: Day): ClosedBecause | null {
  if (hours.closures.some((closure) => closure.from <= day && day <= closure.to)) return { kind: 'closing-day' }
  const holiday = holidayOn(day, hours.flemishFeast)
  return holiday ? { kind: 'holiday', holiday } : null
}

/**
 * The region's own closing days as stretches in order, without overlaps and without the holidays in between: Connect holds one reason to be
 * closed per day.
 */
export function closingStretches({ closures, flemishFeast }: OpeningHours): { from: Day; to: Day }[] {
  const stretches: { from: Day; to: Day }[] = []
  for (const closure of closures.toSorted((one, other) => one.from.localeCompare(other.from))) {
    const covered = stretches.at(-1)?.to
    const from = covered !== undefined && covered >= closure.from ? addDays(covered, 1) : closure.from
    let open = false
    for (let day = from; day <= closure.to; day = addDays(day, 1)) {
      const last = stretches.at(-1)
      if (holidayOn(day, flemishFeast) !== null) open = false
      else if (open && last) last.to = day
      else {
        stretches.push({ from: day, to: day })
        open = true
      }
    }
  }
  return stretches
}
