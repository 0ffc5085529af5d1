import * as z from 'zod'
import { AbsenceId, SwapId, TeamId, WorkerId } from '../../domain/ids.ts'
import { DutyShift, TurnRole } from '../../domain/roster/duty-roster.ts'
import { SwapTurn } from '../../domain/roster/swap.ts'
import { weekdays } from '../../domain/time/brussels-time.ts'
import { Clock, Day } from '../../domain/time/day.ts'
import { Holiday } from '../hours/hours.ts'
import { WallMoment } from '../wall-moment.ts'

// The duty roster at the desk. Ids and names travel together: the desk shows the one and asks by the other.

const Weekday = z.enum(weekdays)
const span = { from: Clock, to: Clock }
const Span = z.strictObject(span)

/** A worker as colleagues read the name. */
export const Named = z.strictObject({ id: WorkerId, name: z.string() })
export type Named = z.infer<typeof Named>

/** How many weeks may be asked at once, and how many are shown when nobody says. */
export const RosterAsked = z.strictObject({ from: Day.optional(), weeks: z.coerce.number<number>().int().min(1).max(8).default(4) })
export type RosterAsked = z.infer<typeof RosterAsked>

/** One turn of a day, after all changes. `mayChange`: it is not over, so it can still be swapped, taken over or dropped. */
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

/** Why a line is closed on a day. */
export const DeskClosed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-in-week') }),
  z.strictObject({ kind: z.literal('holiday'), holiday: Holiday }),
  z.strictObject({ kind: z.literal('closing-day'), reason: z.string() }),
])

/** One day: when the line is open or why not, who has it, and what nobody has. */
export const DeskRosterDay = z.strictObject({
  day: Day,
  weekday: Weekday,
  spans: z.array(Span),
  closed: DeskClosed.nullable(),
  turns: z.array(DeskTurn),
  /** Opening hours without anybody first. */
  nobody: z.array(Span),
  /** Opening hours without a backup. */
  noBackup: z.array(Span),
})
export type DeskRosterDay = z.infer<typeof DeskRosterDay>

/** Opening hours of a day that nobody has. */
export const DeskGap = z.strictObject({ ...span, day: Day, weekday: Weekday, what: z.enum(['nobody', 'no-backup']) })
export type DeskGap = z.infer<typeof DeskGap>

/** A swap that is not settled. `mine`: I asked it; `forMe`: I may take it; `toAgree`: somebody took mine, and I say yes or no. */
export const DeskSwap = z.strictObject({
  id: SwapId,
  turn: SwapTurn,
  /** The turn of the colleague that the asker would like in return. */
  wants: SwapTurn.nullable(),
  /** The turn that the taker gives in return. */
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

/** An absence; of a colleague only that there is one, not why. */
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

/** One worker's part of the line in the weeks shown, beside what that worker's share of full time asks. */
export const DeskFairness = z.strictObject({
  worker: Named,
  share: z.number(),
  hours: z.number(),
  fairHours: z.number(),
  unpopular: z.number(),
  fairUnpopular: z.number(),
})
export type DeskFairness = z.infer<typeof DeskFairness>

/** What the roster of the shown weeks is worth for a line of our kind. */
export const DeskQuality = z.strictObject({
  gaps: z.array(DeskGap),
  fairness: z.array(DeskFairness),
  /** The year whose closing days nobody entered yet, from November on; null when there is nothing to ask. */
  closingDaysMissing: z.int().nullable(),
})
export type DeskQuality = z.infer<typeof DeskQuality>

/** The roster of these weeks as whoever asks may see it. */
export const DeskRoster = z.strictObject({
  version: z.int().min(0),
  today: Day,
  /** Where the weeks before and after these begin: always a Monday. */
  earlier: Day,
  later: Day,
  now: z.strictObject({ first: z.array(Named), backup: z.array(Named), isOpen: z.boolean() }),
  next: z.strictObject({ at: WallMoment, first: z.array(Named) }).nullable(),
  days: z.array(DeskRosterDay),
  colleagues: z.array(z.strictObject({ ...Named.shape, team: TeamId.nullable() })),
  swaps: z.array(DeskSwap),
  absences: z.array(DeskAbsence),
  quality: DeskQuality,
  /** The repeating turns; null for whoever may not change them. */
  shifts: z.array(DutyShift).nullable(),
})
export type DeskRoster = z.infer<typeof DeskRoster>
