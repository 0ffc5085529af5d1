import { Clock, Day } from '../time/day.ts'
import { daysBetween, type Weekday, weekdays } from '../time/brussels-time.ts'
import { closingStretches } from './opening-hours.ts'
import { OpeningHours } from '../regions/region.ts'

/** Opening hours while they are being typed: any text in the time and day fields, in any order. A day without spans is closed. */
export type HoursDraft = {
  week: Partial<Record<Weekday, readonly { from: string; to: string }[]>>
  flemishFeast: boolean
  closures: readonly { from: string; to: string; reason: string }[]
}

/** A contradiction in opening hours. `place` is the index, from 0, of the span within its day or of the closure, as typed. */
export type HoursProblem =
  | { kind: 'not-a-time'; on: Weekday; place: number; field: 'from' | 'to' }
  | { kind: 'span-ends-before-it-begins'; on: Weekday; place: number }
  | { kind: 'spans-not-apart'; on: Weekday; place: number; other: number }
  | { kind: 'week-never-opens' }
  | { kind: 'not-a-day'; place: number; field: 'from' | 'to' }
  | { kind: 'no-reason'; place: number }
  | { kind: 'reason-too-long'; place: number }
  | { kind: 'closure-ends-before-it-begins'; place: number; day: Day }
  | { kind: 'closure-too-long'; place: number; atMost: number }
  | { kind: 'closures-overlap'; place: number; other: number; day: Day }
  | { kind: 'too-many-closures'; atMost: number }

/**
 * How many stretches of closing days Connect can hold for one line. Of its fifty overrides, the legal holidays take seven yearly ones and
 * three a year for five years, the Flemish feast one, and nine are left for the moving holidays of three years.
 */
export const stretchesAtMost = 50 - (7 + 3 * 5) - 1 - 9

/** For how many years of legal holidays `stretchesAtMost` leaves places. */
export const holidayYearsAtMost = 5

const longestReason = 200

// A closure longer than a year is a mistyped year.
const maxDays = 366

/** Everything that is wrong with these hours; empty when they can be saved. Past closures take no place in Connect. */
export function hoursProblems(draft: HoursDraft, today: Day): HoursProblem[] {
  const found = [...weekdays.flatMap((on) => dayProblems(on, draft.week[on] ?? [])), ...closureProblems(draft.closures)]
  if (weekdays.every((on) => (draft.week[on] ?? []).length === 0)) found.push({ kind: 'week-never-opens' })
  if (found.length > 0) return found
  const stretches = closingStretches(hoursFrom(draft)).filter((stretch) => stretch.to >= today)
  return stretches.length > stretchesAtMost ? [{ kind: 'too-many-closures', atMost: stretchesAtMost }] : []
}

/** The opening hours of a draft without problems: spans and closures sorted, closed days left out. Throws for a draft with problems. */
export function hoursFrom({ week, flemishFeast, closures }: HoursDraft): OpeningHours {
  const open = weekdays.flatMap((on) => {
    const spans = [...(week[on] ?? [])].sort((one, other) => one.from.localeCompare(other.from))
    return spans.length === 0 ? [] : [[on, spans] as const]
  })
  const inOrder = closures
    .map(({ from, to, reason }) => ({ from, to, reason: reason.trim() }))
    .sort((one, other) => one.from.localeCompare(other.from))
  return OpeningHours.parse({ week: Object.fromEntries(open), flemishFeast, closures: inOrder })
}

type Typed = { from: string; to: string; place: number }

function dayProblems(on: Weekday, spans: readonly { from: string; to: string }[]): HoursProblem[] {
  const placed = spans.map(({ from, to }, place) => ({ from, to, place }))
  const isTime = (text: string) => Clock.safeParse(text).success
  const unread = placed.flatMap((span) => fieldsThatAreNot(isTime, span).map((field) => ({ kind: 'not-a-time' as const, on, ...field })))
  const read = placed.filter((span) => isTime(span.from) && isTime(span.to))
  const backwards = read.filter((span) => span.to <= span.from)
  const forward = read.filter((span) => span.from < span.to)
  return [
    ...unread,
    ...backwards.map(({ place }) => ({ kind: 'span-ends-before-it-begins' as const, on, place })),
    ...meetings(forward, (before, after) => after.from <= before.to).map(([before, after]) => ({
      kind: 'spans-not-apart' as const,
      on,
      place: after.place,
      other: before.place,
    })),
  ]
}

function closureProblems(closures: HoursDraft['closures']): HoursProblem[] {
  const placed = closures.map(({ from, to }, place) => ({ from, to, place }))
  const isDay = (text: string) => Day.safeParse(text).success
  const unread = placed.flatMap((one) => fieldsThatAreNot(isDay, one).map((field) => ({ kind: 'not-a-day' as const, ...field })))
  const read = placed.flatMap(({ from, to, place }) => {
    const days = [Day.safeParse(from), Day.safeParse(to)]
    const [first, last] = days.map((day) => day.data)
    return first !== undefined && last !== undefined ? [{ from: first, to: last, place }] : []
  })
  return [
    ...unread,
    ...closures.flatMap(({ reason }, place) => reasonProblem(reason.trim(), place)),
    ...read
      .filter((one) => one.to < one.from)
      .map(({ place, from }) => ({ kind: 'closure-ends-before-it-begins' as const, place, day: from })),
    ...read
      .filter((one) => daysBetween(one.from, one.to) >= maxDays)
      .map(({ place }) => ({ kind: 'closure-too-long' as const, place, atMost: maxDays })),
    ...meetings(
      read.filter((one) => one.from <= one.to),
      (before, after) => after.from <= before.to,
    ).map(([before, after]) => ({ kind: 'closures-overlap' as const, place: after.place, other: before.place, day: after.from })),
  ]
}

function reasonProblem(reason: string, place: number): HoursProblem[] {
  if (reason === '') return [{ kind: 'no-reason', place }]
  return reason.length > longestReason ? [{ kind: 'reason-too-long', place }] : []
}

function fieldsThatAreNot(right: (text: string) => boolean, { from, to, place }: Typed): { place: number; field: 'from' | 'to' }[] {
  return [...(right(from) ? [] : [{ place, field: 'from' as const }]), ...(right(to) ? [] : [{ place, field: 'to' as const }])]
}

// Compares each with the earlier one that ends last: a long one may overlap more than its neighbour.
function meetings<One extends Typed>(all: readonly One[], meets: (before: One, after: One) => boolean): [One, One][] {
  const found: [One, One][] = []
  let furthest: One | null = null
  for (const one of all.toSorted((first, second) => first.from.localeCompare(second.from) || first.to.localeCompare(second.to))) {
    if (furthest && meets(furthest, one)) found.push([furthest, one])
    if (!furthest || one.to > furthest.to) furthest = one
  }
  return found
}
