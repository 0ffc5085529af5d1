import { addDays, type Clock, type Day, type Weekday, weekdayOf } from '../time/brussels-time.ts'
import { type DutyRoster, type DutyTurn, turnsOn } from './duty-roster.ts'
import type { WorkerId } from '../ids.ts'
import { spansOn } from '../hours/opening-hours.ts'
import type { OpeningHours, Span } from '../regions/region.ts'

/** A range of days, both ends included. */
export type DayRange = { from: Day; to: Day }

/** A part of one day's opening hours. */
export type RosterGap = { day: Day; from: Clock; to: Clock }

/** Opening hours in which nobody is first, and those in which the one who is first has no backup. */
export type RosterGaps = { nobodyFirst: readonly RosterGap[]; noBackup: readonly RosterGap[] }

/** A worker's minutes and half-days first on duty, compared with a fair part by fraction of full time (`share`). */
export type FairShare = {
  worker: WorkerId
  share: number
  minutes: number
  fairMinutes: number
  /** Positive for more than fair. */
  minutesOff: number
  unpopular: number
  fairUnpopular: number
  unpopularOff: number
}

/**
 * The half-days that count as unpopular. An assumption without a source: on Wednesday afternoon schools are closed and workers' own
 * children are at home; on Friday afternoon the weekend begins.
 */
export const unpopularHalfDays: readonly { on: Weekday; from: Clock }[] = [
  { on: 'wed', from: '13:00' },
  { on: 'fri', from: '13:00' },
]

const closingDaysDueIn = ['11', '12']

/** The opening hours that a roster does not cover. Holidays and closing days have no opening hours, so no gaps either. */
export function gapsBetween(roster: DutyRoster, hours: OpeningHours, days: DayRange): RosterGaps {
  const gaps: { nobodyFirst: RosterGap[]; noBackup: RosterGap[] } = { nobodyFirst: [], noBackup: [] }
  for (const day of daysOf(days)) {
    const turns = turnsOn(roster, day)
    for (const piece of spansOn(hours, day).flatMap((span) => piecesOf(span, turns))) {
      const now = turns.filter((turn) => turn.from <= piece.from && piece.from < turn.to)
      const first = now.filter((turn) => turn.role === 'first').map((turn) => turn.worker)
      if (first.length === 0) extend(gaps.nobodyFirst, { day, ...piece })
      if (!now.some((turn) => turn.role === 'backup' && !first.includes(turn.worker))) extend(gaps.noBackup, { day, ...piece })
    }
  }
  return gaps
}

/** How the opening hours and the unpopular half-days are spread over the workers, by fraction of full time. */
export function fairness(
  { roster, hours }: { roster: DutyRoster; hours: OpeningHours },
  workers: readonly { id: WorkerId; share: number }[],
  days: DayRange,
): FairShare[] {
  const open = daysOf(days).map((day) => ({ day, spans: spansOn(hours, day), turns: firstTurns(roster, day) }))
  const loads = workers.map(({ id, share }) => {
    const ownPieces = open.map(({ day, spans, turns }) => ({ day, pieces: spans.flatMap((span) => worked(span, ofWorker(turns, id))) }))
    const minutes = sumOf(ownPieces.flatMap(({ pieces }) => pieces.map(({ from, to }) => minutesOf(to) - minutesOf(from))))
    return { worker: id, share, minutes, unpopular: ownPieces.filter(({ day, pieces }) => isUnpopular(day, pieces)).length }
  })
  const all = { minutes: sumOf(loads.map((load) => load.minutes)), unpopular: sumOf(loads.map((load) => load.unpopular)) }
  const shares = sumOf(workers.map(({ share }) => share))
  return loads.map((load) => {
    const part = shares === 0 ? 0 : load.share / shares
    const fair = { fairMinutes: all.minutes * part, fairUnpopular: all.unpopular * part }
    return { ...load, ...fair, minutesOff: load.minutes - fair.fairMinutes, unpopularOff: load.unpopular - fair.fairUnpopular }
  })
}

/** The year for which no closing days are entered yet, from November of the year before; null when there is nothing to ask. */
export function closingDaysMissing({ closures }: OpeningHours, today: Day): number | null {
  if (!closingDaysDueIn.includes(today.slice(5, 7))) return null
  const next = Number(today.slice(0, 4)) + 1
  // A Christmas closure that runs on into January belongs to the year in which it begins.
  return closures.some((closure) => closure.from.startsWith(`${next}-`)) ? null : next
}

function daysOf({ from, to }: DayRange): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

// The span cut at every start and end of a turn: within a piece the same workers are on duty.
function piecesOf(span: Span, turns: readonly DutyTurn[]): Span[] {
  const inside = turns.flatMap(({ from, to }) => [from, to]).filter((clock) => span.from < clock && clock < span.to)
  const pieces: Span[] = []
  let from = span.from
  for (const to of [...new Set([...inside, span.to])].toSorted()) {
    pieces.push({ from, to })
    from = to
  }
  return pieces
}

// Joins a gap to the one before it when they are adjacent.
function extend(gaps: RosterGap[], gap: RosterGap): void {
  const last = gaps.at(-1)
  if (last?.day === gap.day && last.to === gap.from) last.to = gap.to
  else gaps.push(gap)
}

function firstTurns(roster: DutyRoster, day: Day): DutyTurn[] {
  return turnsOn(roster, day).filter((turn) => turn.role === 'first')
}

function ofWorker(turns: readonly DutyTurn[], worker: WorkerId): DutyTurn[] {
  return turns.filter((turn) => turn.worker === worker)
}

// The pieces of a span covered by these turns: two turns at the same time count once.
function worked(span: Span, turns: readonly DutyTurn[]): Span[] {
  return piecesOf(span, turns).filter(({ from }) => turns.some((turn) => turn.from <= from && from < turn.to))
}

function isUnpopular(day: Day, pieces: readonly Span[]): boolean {
  return unpopularHalfDays.some(({ on, from }) => on === weekdayOf(day) && pieces.some(({ to }) => to > from))
}

function minutesOf(clock: Clock): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
