import type { DeskRosterDay, DeskTurn } from '../../../shared/contracts/roster/roster.ts'
import type { Clock } from '../../../shared/domain/time/brussels-time.ts'

/** The hours that a plot covers, in quarters of an hour since midnight. */
export type Axis = { from: number; to: number }

/** One bar of a day: a turn, or hours without a worker; its start and length in quarters of an hour, and its row. */
export type Bar = { begins: number; length: number; row: number } & (
  | { kind: 'turn'; turn: DeskTurn }
  | { kind: 'nobody' | 'no-backup'; from: Clock; to: Clock }
)

const nineToFive: Axis = { from: 36, to: 68 }

/** The axis that covers all opening hours of these days. */
export function axisOf(days: readonly DeskRosterDay[]): Axis {
  const spans = days.flatMap((day) => day.spans)
  if (spans.length === 0) return nineToFive
  const hours = spans.map(({ from, to }) => ({ from: Math.floor(quarterOf(from) / 4) * 4, to: Math.ceil(quarterOf(to) / 4) * 4 }))
  return { from: Math.min(...hours.map((one) => one.from)), to: Math.max(...hours.map((one) => one.to)) }
}

/** The bars of a day: first workers above, backups below; bars that overlap in time get separate rows. */
export function barsOf({ turns, nobody, noBackup }: DeskRosterDay, axis: Axis): Bar[] {
  const first = inRows(
    [
      ...turns.filter((turn) => turn.role === 'first').map((turn) => ({ ...placed(turn, axis), kind: 'turn' as const, turn })),
      ...nobody.map((gap) => ({ ...placed(gap, axis), kind: 'nobody' as const, ...gap })),
    ],
    1,
  )
  const below = Math.max(1, ...first.map((bar) => bar.row)) + 1
  const backup = inRows(
    [
      ...turns.filter((turn) => turn.role === 'backup').map((turn) => ({ ...placed(turn, axis), kind: 'turn' as const, turn })),
      ...noBackup.map((gap) => ({ ...placed(gap, axis), kind: 'no-backup' as const, ...gap })),
    ],
    below,
  )
  return [...first, ...backup]
}

function inRows<One extends { begins: number; length: number }>(bars: readonly One[], firstRow: number): (One & { row: number })[] {
  const ends: number[] = []
  return bars
    .toSorted((one, other) => one.begins - other.begins)
    .map((bar) => {
      const free = ends.findIndex((end) => end <= bar.begins)
      const place = free < 0 ? ends.length : free
      ends[place] = bar.begins + bar.length
      return { ...bar, row: firstRow + place }
    })
}

// The bar is clipped to the axis; its text still gives the full hours.
function placed({ from, to }: { from: Clock; to: Clock }, axis: Axis): { begins: number; length: number } {
  const last = axis.to - axis.from - 1
  const begins = Math.min(Math.max(Math.floor(quarterOf(from)) - axis.from, 0), last)
  const ends = Math.min(Math.ceil(quarterOf(to)), axis.to) - axis.from
  return { begins, length: Math.max(ends - begins, 1) }
}

function quarterOf(clock: Clock): number {
  return Number(clock.slice(0, 2)) * 4 + Number(clock.slice(3)) / 15
}
