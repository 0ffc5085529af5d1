import * as z from 'zod'
import { Clock, Day } from '../domain/time/day.ts'
import type { WallMoment, Weekday } from '../domain/time/brussels-time.ts'
import { Absence, DutyShift, rosterHolds, TurnRole } from '../domain/roster/duty-roster.ts'
import type { Holiday } from '../domain/time/holidays.ts'
import { TeamId, WorkerId } from '../domain/ids.ts'
import type { RosterRefusal } from '../domain/roster/roster-changes.ts'
import { type SwapRefusal, SwapTurn } from '../domain/roster/swap.ts'
import type { Span } from '../domain/regions/region.ts'

// The duty roster at the desk. Ids and names travel together: the desk shows the one and asks by the other.

/** A worker as colleagues read her. */
export type Named = { id: string; name: string }

/** How many weeks may be asked at once, and how many are shown when nobody says. */
export const RosterAsked = z.strictObject({ from: Day.optional(), weeks: z.coerce.number().int().min(1).max(8).default(4) })
export type RosterAsked = z.infer<typeof RosterAsked>

/** One turn of a day, after all changes. `mayChange`: it is not over, so it can still be swapped, taken over or dropped. */
export type DeskTurn = Span & {
  worker: Named
  role: TurnRole
  team: string | null
  changed: 'swap' | 'take-over' | 'replaced' | 'extra' | 'dropped' | null
  isMine: boolean
  mayChange: boolean
}

/** Why a line is closed on a day. */
export type DeskClosed = { kind: 'not-in-week' } | { kind: 'holiday'; holiday: Holiday } | { kind: 'closing-day'; reason: string }

/** One day: when the line is open or why not, who has it, and what nobody has. */
export type DeskRosterDay = {
  day: Day
  weekday: Weekday
  spans: readonly Span[]
  closed: DeskClosed | null
  turns: DeskTurn[]
  /** Opening hours without anybody first. */
  nobody: Span[]
  /** Opening hours without a backup. */
  noBackup: Span[]
}

/** Opening hours of a day that nobody has. */
export type DeskGap = Span & { day: Day; weekday: Weekday; what: 'nobody' | 'no-backup' }

/** A swap that is not settled. `mine`: I asked it; `forMe`: I may take it; `toAgree`: somebody took mine, and I say yes or no. */
export type DeskSwap = {
  id: string
  turn: SwapTurn
  /** The turn of the colleague that the asker would like in return. */
  wants: SwapTurn | null
  /** The turn that the taker gives in return. */
  returns: SwapTurn | null
  asker: Named
  to: Named | null
  taker: Named | null
  state: 'asked' | 'taken'
  mine: boolean
  forMe: boolean
  toAgree: boolean
  tookIt: boolean
}

/** An absence; of a colleague only that she is not there. */
export type DeskAbsence = {
  id: string
  worker: Named
  kind: Absence['kind'] | null
  from: Day
  to: Day
  between: Span | null
  mayRemove: boolean
}

/** One worker's part of the line in the weeks shown, beside what her share of full time asks. */
export type DeskFairness = { worker: Named; share: number; hours: number; fairHours: number; unpopular: number; fairUnpopular: number }

/** What the roster of the shown weeks is worth for a line of our kind. */
export type DeskQuality = {
  gaps: DeskGap[]
  fairness: DeskFairness[]
  /** The year whose closing days nobody entered yet, from November on; null when there is nothing to ask. */
  closingDaysMissing: number | null
}

/** `GET /api/desk/roster?from=2026-11-23&weeks=4` */
export type DeskRoster = {
  version: number
  today: Day
  /** Where the weeks before and after these begin: always a Monday. */
  earlier: Day
  later: Day
  now: { first: Named[]; backup: Named[]; isOpen: boolean }
  next: { at: WallMoment; first: Named[] } | null
  days: DeskRosterDay[]
  colleagues: (Named & { team: string | null })[]
  swaps: DeskSwap[]
  absences: DeskAbsence[]
  quality: DeskQuality
  /** The repeating turns; null for whoever may not change them. */
  shifts: DutyShift[] | null
}

const endsAfterItBegins = { path: ['to'] }
const isForward = (turn: { from: Clock; to: Clock }) => turn.from < turn.to
const turnShape = { day: Day, from: Clock, to: Clock, role: TurnRole, worker: WorkerId }

/** A turn as people point at it: a turn of one day has no id, for it may be a rest of another. */
export const TurnAt = z.strictObject(turnShape).refine(isForward, endsAfterItBegins)
export type TurnAt = z.infer<typeof TurnAt>

/** `POST /api/desk/roster/swaps`: a turn of mine, to one colleague, perhaps for a turn of hers, or to everybody. */
export const AskSwap = z.strictObject({ turn: TurnAt, to: WorkerId.nullable(), wants: SwapTurn.nullable() })
export type AskSwap = z.infer<typeof AskSwap>

/** `POST /api/desk/roster/swaps/{id}/take`: I do it, and give a turn of mine in return, or none. */
export const TakeSwap = z.strictObject({ returns: SwapTurn.nullable() })
export type TakeSwap = z.infer<typeof TakeSwap>

/** `POST /api/desk/roster/swaps/{id}/agree`, `/refuse` and `/withdraw`, without a body. */
export type SwapStep = 'agree' | 'refuse' | 'withdraw'

/** `POST /api/desk/roster/take-over`: a colleague's turn becomes mine at once. `…/drop`, for the coordinator: nobody comes instead. */
export const OneTurn = z.strictObject({ turn: TurnAt })
export type OneTurn = z.infer<typeof OneTurn>

/** `POST /api/desk/roster/replace`, for the coordinator. */
export const ReplaceTurn = z.strictObject({ turn: TurnAt, by: WorkerId })
export type ReplaceTurn = z.infer<typeof ReplaceTurn>

/** `POST /api/desk/roster/add`, for the coordinator: a turn on one day. */
export const AddTurn = z.strictObject({
  turn: z.strictObject({ ...turnShape, team: TeamId.nullable() }).refine(isForward, endsAfterItBegins),
})
export type AddTurn = z.infer<typeof AddTurn>

/** `PUT /api/desk/roster/shifts`, for the coordinator: all repeating turns, on the version that was read. */
export const SaveShifts = z.strictObject({ version: z.int().min(0), shifts: z.array(DutyShift).max(rosterHolds.shifts) })
export type SaveShifts = z.infer<typeof SaveShifts>

// A new absence has no name yet; the rest, and its rule, are the domain's.
const NewAbsence = z
  .strictObject(Absence.shape)
  .omit({ id: true })
  .refine((absence) => absence.from <= absence.to, { path: ['to'] })

/** `POST /api/desk/roster/absences`: my own, or the coordinator's for anybody. `…/absences/{id}/remove` takes it away. */
export const AddAbsence = z.strictObject({ absence: NewAbsence })
export type AddAbsence = z.infer<typeof AddAbsence>

/** `POST /api/desk/roster/gaps`: what a change would leave open in the next eight weeks that is not open now. Writes nothing. */
export const WouldLeave = z.union([
  z.strictObject({ drop: TurnAt }),
  z.strictObject({ shifts: z.array(DutyShift).max(rosterHolds.shifts) }),
  z.strictObject({ absence: NewAbsence }),
])
export type WouldLeave = z.infer<typeof WouldLeave>
export type GapsLeft = { gaps: DeskGap[] }

/** What became of a change. `isLive`: routing follows at once; else within five minutes, by the schedule. */
export type RosterChanged =
  | { kind: 'changed'; isLive: boolean }
  | { kind: 'swap-asked' | 'swap-taken' | 'swap-refused' | 'swap-withdrawn' }
  | { kind: RosterRefused }
  | { kind: 'stale'; newer: { version: number; shifts: DutyShift[] } }

/** Why a change cannot be: answers that somebody reads; nothing was written. `try-again`: others changed the roster faster, several times. */
export type RosterRefused = RosterRefusal['kind'] | SwapRefusal['kind'] | 'overlap' | 'same-id' | 'try-again'

/** `GET /api/desk/calendar` and `POST /api/desk/calendar/renew`: the path of my own feed, secret. A new one makes the old one dead. */
export type DeskCalendar = { path: string }

export const turnAtExample: TurnAt = { day: '2026-11-26', from: '09:00', to: '13:00', role: 'first', worker: 'worker_noor' }
export const askSwapExample: AskSwap = { turn: turnAtExample, to: null, wants: null }
export const saveShiftsExample: SaveShifts = { version: 0, shifts: [] }
