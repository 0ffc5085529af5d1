import * as z from 'zod'
import { TeamId, WorkerId } from '../../domain/ids.ts'
import { Absence, DutyShift, rosterHolds, TurnRole } from '../../domain/roster/duty-roster.ts'
import type { RosterRefusal } from '../../domain/roster/roster-changes.ts'
import { type SwapRefusal, SwapTurn } from '../../domain/roster/swap.ts'
import { Clock, Day } from '../../domain/time/day.ts'
import type { AnswerIn } from '../answers.ts'
import { DeskGap } from './roster.ts'

const endsAfterItBegins = { path: ['to'] }
const isForward = (turn: { from: Clock; to: Clock }) => turn.from < turn.to
const turnShape = { day: Day, from: Clock, to: Clock, role: TurnRole, worker: WorkerId }

/** A turn as people point at it: a turn of one day has no id, for it may be a rest of another. */
export const TurnAt = z.strictObject(turnShape).refine(isForward, endsAfterItBegins)
export type TurnAt = z.infer<typeof TurnAt>

/** A turn of mine, to one colleague, perhaps for a turn of that colleague, or to everybody. */
export const AskSwap = z.strictObject({ turn: TurnAt, to: WorkerId.nullable(), wants: SwapTurn.nullable() })
export type AskSwap = z.infer<typeof AskSwap>

/** I do it, and give a turn of mine in return, or none. */
export const TakeSwap = z.strictObject({ returns: SwapTurn.nullable() })
export type TakeSwap = z.infer<typeof TakeSwap>

/** What may be done with a swap without saying more. */
export type SwapStep = 'agree' | 'refuse' | 'withdraw'

/** A turn to take over at once, or, for the coordinator, to drop: nobody comes instead. */
export const OneTurn = z.strictObject({ turn: TurnAt })
export type OneTurn = z.infer<typeof OneTurn>

/** The coordinator puts somebody else on a turn. */
export const ReplaceTurn = z.strictObject({ turn: TurnAt, by: WorkerId })
export type ReplaceTurn = z.infer<typeof ReplaceTurn>

/** The coordinator adds a turn on one day. */
export const AddTurn = z.strictObject({
  turn: z.strictObject({ ...turnShape, team: TeamId.nullable() }).refine(isForward, endsAfterItBegins),
})
export type AddTurn = z.infer<typeof AddTurn>

const Shifts = z.array(DutyShift).max(rosterHolds.shifts)

/** All repeating turns, on the version that the coordinator read. */
export const SaveShifts = z.strictObject({ version: z.int().min(0), shifts: Shifts })
export type SaveShifts = z.infer<typeof SaveShifts>

// A new absence has no name yet; the rest, and its rule, are the domain's.
const NewAbsence = z
  .strictObject(Absence.shape)
  .omit({ id: true })
  .refine((absence) => absence.from <= absence.to, { path: ['to'] })

/** My own absence, or the coordinator's for anybody. */
export const AddAbsence = z.strictObject({ absence: NewAbsence })
export type AddAbsence = z.infer<typeof AddAbsence>

/** A change that is looked at before it is made. */
export const WouldLeave = z.union([
  z.strictObject({ drop: TurnAt }),
  z.strictObject({ shifts: Shifts }),
  z.strictObject({ absence: NewAbsence }),
])
export type WouldLeave = z.infer<typeof WouldLeave>

/** What the change would leave open in the next eight weeks that is not open now. Nothing is written. */
export const GapsLeft = z.strictObject({ gaps: z.array(DeskGap) })
export type GapsLeft = z.infer<typeof GapsLeft>

/** Why a change cannot be: answers that somebody reads; nothing was written. `try-again`: others changed the roster faster, several times. */
export const RosterRefused = z.enum([
  'too-late',
  'not-there',
  'absent',
  'already-on-line',
  'nothing-changes',
  'full',
  'not-yours',
  'not-theirs',
  'already-offered',
  'already-taken',
  'not-taken',
  'closed',
  'overlap',
  'same-id',
  'try-again',
] satisfies (RosterRefusal['kind'] | SwapRefusal['kind'] | 'overlap' | 'same-id' | 'try-again')[])
export type RosterRefused = z.infer<typeof RosterRefused>

/** What became of a change. `isLive`: routing follows at once; else within five minutes, by the schedule. */
export const RosterChanged = {
  200: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('changed'), isLive: z.boolean() }),
    z.strictObject({ kind: z.enum(['swap-asked', 'swap-taken', 'swap-refused', 'swap-withdrawn']) }),
  ]),
  409: z.discriminatedUnion('kind', [
    z.strictObject({ kind: RosterRefused }),
    z.strictObject({ kind: z.literal('stale'), newer: z.strictObject({ version: z.int(), shifts: z.array(DutyShift) }) }),
  ]),
}
export type RosterChanged = AnswerIn<typeof RosterChanged>

/** A turn as the desk points at it. */
export const turnAtExample: TurnAt = { day: '2026-11-26', from: '09:00', to: '13:00', role: 'first', worker: 'worker_noor' }

/** A question for a swap as the desk sends it. */
export const askSwapExample: AskSwap = { turn: turnAtExample, to: null, wants: null }

/** A pattern as the desk sends it. */
export const saveShiftsExample: SaveShifts = { version: 0, shifts: [] }
