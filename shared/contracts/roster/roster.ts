import * as z from 'zod'
import { AbsenceId, SwapId, TeamId, WorkerId } from '../../domain/ids.ts'
import { DutyShift, TurnRole } from '../../domain/roster/duty-roster.ts'
import { SwapTurn } from '../../domain/roster/swap.ts'
import { weekdays } from '../../domain/time/brussels-time.ts'
import { Clock, Day } from '../../domain/time/day.ts'
import { Holiday } from '../hours/hours.ts'
import { WallMoment } from '../wall-moment.ts'

// The answer of `GET /api/desk/roster`. A worker is always an id with a name: the desk shows the name and sends the id.

const Weekday = z.enum(weekdays)
const span = { from: Clock, to: Clock }
const Span = z.strictObject(span)

/** A worker's id with the name to show. */
export const Named = z.strictObject({ id: WorkerId, name: z.string() })
export type Named = z.infer<typeof Named>

/** The query: the first day (default today) and the number of weeks. */
export const RosterAsked = z.strictObject({ from: Day.optional(), weeks: z.coerce.number<number>().int().min(1).max(8).default(4) })
export type RosterAsked = z.infer<typeof RosterAsked>

/** One turn of a day, after all changes. `mayChange`: it is not over, so it can be swapped, taken over or dropped. */
export const DeskTurn = z.strictObject({
  ...span,
  worker: Named,
  role: TurnRole,
  team: z.string().nullable(),
  changed: z.enum(['swap', 'take-over', 'replaced', 'extra', 'dropped']).nullable(),
  isMine: z.boolean(),
  mayChange: z.boolean(),
})
export type DeskTurn = z.infer<typeof DeskTurn>

/** Why the line is closed on a day. `not-in-week`: the weekly hours have no span on that weekday. */
export const DeskClosed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-in-week') }),
  z.strictObject({ kind: z.literal('holiday'), holiday: Holiday }),
  z.strictObject({ kind: z.literal('closing-day'), reason: z.string() }),
])

/** One day: its opening hours or why it is closed, its turns, and its gaps. */
export const DeskRosterDay = z.strictObject({
  day: Day,
  weekday: Weekday,
  spans: z.array(Span),
  closed: DeskClosed.nullable(),
  turns: z.array(DeskTurn),
  /** The parts of the opening hours without a first worker. */
  nobody: z.array(Span),
  /** The parts of the opening hours without a backup other than the first worker. */
  noBackup: z.array(Span),
})
export type DeskRosterDay = z.infer<typeof DeskRosterDay>

/** A part of the opening hours of a day without a first worker, or without a backup. */
export const DeskGap = z.strictObject({ ...span, day: Day, weekday: Weekday, what: z.enum(['nobody', 'no-backup']) })
export type DeskGap = z.infer<typeof DeskGap>

/**
 * An open swap. About the signed-in worker: `mine` = asked it; `forMe` = may take it; `toAgree` = asked it, it was taken, and has to agree
 * or refuse; `tookIt` = took it and waits for that.
 */
export const DeskSwap = z.strictObject({
  id: SwapId,
  turn: SwapTurn,
  /** The colleague's turn that the asker wants in return. */
  wants: SwapTurn.nullable(),
  /** The taker's turn that the asker gets in return. */
  returns: SwapTurn.nullable(),
  asker: Named,
  to: Named.nullable(),
  taker: Named.nullable(),
  state: z.enum(['asked', 'taken']),
  mine: z.boolean(),
  forMe: z.boolean(),
  toAgree: z.boolean(),
  tookIt: z.boolean(),
})
export type DeskSwap = z.infer<typeof DeskSwap>

/** An absence. `kind` is null for a colleague's absence: its reason is private. `between`: only these hours; null = whole days. */
export const DeskAbsence = z.strictObject({
  id: AbsenceId,
  worker: Named,
  kind: z.enum(['leave', 'home-visit']).nullable(),
  from: Day,
  to: Day,
  between: Span.nullable(),
  mayRemove: z.boolean(),
})
export type DeskAbsence = z.infer<typeof DeskAbsence>

/** One worker's hours and unpopular turns in the shown weeks, with the fair numbers by that worker's share of a full-time job. */
export const DeskFairness = z.strictObject({
  worker: Named,
  share: z.number(),
  hours: z.number(),
  fairHours: z.number(),
  unpopular: z.number(),
  fairUnpopular: z.number(),
})
export type DeskFairness = z.infer<typeof DeskFairness>

/** The gaps of the shown weeks, and how the work is divided. */
export const DeskQuality = z.strictObject({
  gaps: z.array(DeskGap),
  fairness: z.array(DeskFairness),
  /** From November on: the next year when nobody entered its closing days yet; null otherwise. */
  closingDaysMissing: z.int().nullable(),
})
export type DeskQuality = z.infer<typeof DeskQuality>

/** The roster of the asked weeks, limited to what the signed-in user may see. */
export const DeskRoster = z.strictObject({
  version: z.int().min(0),
  today: Day,
  /** The Mondays on which the same number of weeks before and after these begins. */
  earlier: Day,
  later: Day,
  now: z.strictObject({ first: z.array(Named), backup: z.array(Named), isOpen: z.boolean() }),
  next: z.strictObject({ at: WallMoment, first: z.array(Named) }).nullable(),
  days: z.array(DeskRosterDay),
  colleagues: z.array(z.strictObject({ ...Named.shape, team: TeamId.nullable() })),
  swaps: z.array(DeskSwap),
  absences: z.array(DeskAbsence),
  quality: DeskQuality,
  /** The repeating turns; null for a worker, who may not change them. */
  shifts: z.array(DutyShift).nullable(),
})
export type DeskRoster = z.infer<typeof DeskRoster>
