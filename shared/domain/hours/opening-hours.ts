import { addDays, type Clock, clockOf, type Day, dayOf, instantOf, weekdayOf } from '../time/brussels-time.ts'
import { type Holiday, holidayOn } from '../time/holidays.ts'
import type { OpeningHours, Span } from '../regions/region.ts'

/** Whether a line is open at a moment, until when, or else why not and until when. */
export type Opening = { kind: 'open'; closesAt: Date } | { kind: 'closed'; why: ClosedBecause; opensAt: Date | null }

/** Why a line is closed: outside its week, on a holiday, or on a closing day of its own. */
export type ClosedBecause = { kind: 'outside-hours' } | { kind: 'holiday'; holiday: Holiday } | { kind: 'closing-day' }

// A line that stays shut longer than this has no next opening worth promising.
const daysLookedAhead = 400

/** The spans of a day in wall time, in order; none on a holiday or closing day. A dated closing wins over the week. */
export function spansOn(hours: OpeningHours, day: Day): readonly Span[] {
  if (closedAllDay(hours, day) !== null) return []
  return hours.week[weekdayOf(day)] ?? []
}

/** Open until when, or closed, why, and open again when. The last minute counts: at closing time itself the line is closed. */
export function openingAt(hours: OpeningHours, at: Date): Opening {
  const day = dayOf(at)
  const clock = clockOf(at)
  const span = spansOn(hours, day).find((one) => one.from <= clock && clock < one.to)
  if (span) return { kind: 'open', closesAt: instantOf(day, span.to) }
  return { kind: 'closed', why: closedAllDay(hours, day) ?? { kind: 'outside-hours' }, opensAt: nextOpening(hours, at) }
}

/** The next moment the line opens after an instant, or null when that is further than a year away. */
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
 * The closing days of the region's own as stretches of days in order, apart from each other and without the holidays between them: as a
 * calendar holds them in which one day has one reason to be closed.
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
