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

/**
 * The turn that a request is about. It is named by its day, times, role and worker: after changes a turn can be a part of another and has
 * no id.
 */
export const TurnAt = z.strictObject(turnShape).refine(isForward, endsAfterItBegins)
export type TurnAt = z.infer<typeof TurnAt>

/** Offers a turn of the signed-in worker to one colleague or to all (`to` null). `wants`: the colleague's turn that is asked in return. */
export const AskSwap = z.strictObject({ turn: TurnAt, to: WorkerId.nullable(), wants: SwapTurn.nullable() })
export type AskSwap = z.infer<typeof AskSwap>

/** Takes the offered turn; `returns` is the taker's own turn that the asker gets, null = none. */
export const TakeSwap = z.strictObject({ returns: SwapTurn.nullable() })
export type TakeSwap = z.infer<typeof TakeSwap>

/** The steps of a swap that need no body. */
export type SwapStep = 'agree' | 'refuse' | 'withdraw'

/** The turn that a worker takes over, or that a coordinator drops without a replacement. */
export const OneTurn = z.strictObject({ turn: TurnAt })
export type OneTurn = z.infer<typeof OneTurn>

/** The coordinator gives a turn to another worker. */
export const ReplaceTurn = z.strictObject({ turn: TurnAt, by: WorkerId })
export type ReplaceTurn = z.infer<typeof ReplaceTurn>

/** The coordinator adds a turn on one day. */
export const AddTurn = z.strictObject({
  turn: z.strictObject({ ...turnShape, team: TeamId.nullable() }).refine(isForward, endsAfterItBegins),
})
export type AddTurn = z.infer<typeof AddTurn>

const Shifts = z.array(DutyShift).max(rosterHolds.shifts)

/** All repeating turns, which replace the stored ones; `version` is the version that was edited. */
export const SaveShifts = z.strictObject({ version: z.int().min(0), shifts: Shifts })
export type SaveShifts = z.infer<typeof SaveShifts>

// The domain's absence without its id, which the server makes. `omit` drops the domain's refinement, so it is repeated here.
const NewAbsence = z
  .strictObject(Absence.shape)
  .omit({ id: true })
  .refine((absence) => absence.from <= absence.to, { path: ['to'] })

/** An absence: a worker's own, or from a coordinator anybody's. */
export const AddAbsence = z.strictObject({ absence: NewAbsence })
export type AddAbsence = z.infer<typeof AddAbsence>

/** A change that is examined before it is saved: a dropped turn, new repeating turns or an absence. */
export const WouldLeave = z.union([
  z.strictObject({ drop: TurnAt }),
  z.strictObject({ shifts: Shifts }),
  z.strictObject({ absence: NewAbsence }),
])
export type WouldLeave = z.infer<typeof WouldLeave>

/** The gaps of the next eight weeks that the change would add. Nothing is written. */
export const GapsLeft = z.strictObject({ gaps: z.array(DeskGap) })
export type GapsLeft = z.infer<typeof GapsLeft>

/**
 * Why a change is refused; nothing is written. `try-again`: several retries lost against other changes that were saved at the same time.
 */
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

/** 200 when the change is saved; 409 when it is refused or `stale`. `isLive` = routing follows at once, else within five minutes. */
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

/** An example of a turn in a body. */
export const turnAtExample: TurnAt = { day: '2026-11-26', from: '09:00', to: '13:00', role: 'first', worker: 'worker_noor' }

/** An example of the body that asks a swap. */
export const askSwapExample: AskSwap = { turn: turnAtExample, to: null, wants: null }

/** An example of the body that saves the repeating turns. */
export const saveShiftsExample: SaveShifts = { version: 0, shifts: [] }
