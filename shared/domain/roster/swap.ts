import * as z from 'zod'
import { Clock, Day } from '../time/day.ts'
import { clockOf, dayOf } from '../time/brussels-time.ts'
import { type DutyChange, type DutyRoster, TurnRole } from './duty-roster.ts'
import type { ChangeId, RegionId, SwapId, WorkerId } from '../ids.ts'
import { isOver, type RosterRefusal, turnThatHolds, whyNot, withAnother } from './roster-changes.ts'

/** A turn as it is offered: a window of one day with its role. */
export const SwapTurn = z
  .strictObject({ day: Day, from: Clock, to: Clock, role: TurnRole })
  .refine((turn) => turn.from < turn.to, { message: 'a turn ends after it begins' })
export type SwapTurn = z.infer<typeof SwapTurn>

/** The state of a swap. A swap also lapses when its turn is over or the returned turn begins; `hasLapsed` tells. */
export const SwapState = z.enum(['asked', 'taken', 'agreed', 'refused', 'withdrawn'])
export type SwapState = z.infer<typeof SwapState>

/** A turn that a worker offers to one colleague, or to all of the region. */
export type Swap = {
  id: SwapId
  region: RegionId
  asker: WorkerId
  turn: SwapTurn
  /** null for an offer to all. */
  to: WorkerId | null
  /** The turn of that colleague that the asker would like in return. */
  wants: SwapTurn | null
  state: SwapState
  taker: WorkerId | null
  /** The turn of the taker that the asker gets; null for none. */
  returns: SwapTurn | null
  askedAt: Date
}

/**
 * Why a step is refused. `not-yours`: this worker may not take this step; `not-theirs`: the colleague does not have the turn named in
 * return.
 */
export type SwapRefusal =
  | { kind: 'not-yours' }
  | { kind: 'not-theirs' }
  | { kind: 'too-late' }
  | { kind: 'already-offered' }
  | { kind: 'already-taken' }
  | { kind: 'not-taken' }
  | { kind: 'closed' }
  | Exclude<RosterRefusal, { kind: 'too-late' | 'nothing-changes' }>

/** The swap after a step, or why not. */
export type SwapOutcome = { kind: 'stepped'; swap: Swap } | SwapRefusal

/** A swap that both agreed to, with the changed roster. */
export type SwapAgreed = { kind: 'agreed'; swap: Swap; roster: DutyRoster; changes: readonly DutyChange[] } | SwapRefusal

/** What every step looks at. */
export type SwapNow = { roster: DutyRoster; now: Date }

/** Offers a turn; a turn can be offered once at a time. `open` are the open swaps of the region. */
export function askSwap(
  request: Omit<Swap, 'state' | 'taker' | 'returns' | 'askedAt'>,
  open: readonly Swap[],
  { roster, now }: SwapNow,
): SwapOutcome {
  const { asker, turn, to, wants } = request
  if (isOver(turn, now) || (wants !== null && hasBegun(wants, now))) return { kind: 'too-late' }
  if (to === asker || (wants !== null && (to === null || !turnThatHolds(roster, to, wants)))) return { kind: 'not-theirs' }
  if (!turnThatHolds(roster, asker, turn)) return { kind: 'not-there' }
  const offered = open.some((swap) => swap.asker === asker && isOpen(swap, now) && isSameTurn(swap.turn, turn))
  if (offered) return { kind: 'already-offered' }
  return { kind: 'stepped', swap: { ...request, state: 'asked', taker: null, returns: null, askedAt: now } }
}

/** A colleague takes the turn, with or without a turn in return; the roster does not change before the asker agrees. */
export function takeSwap(swap: Swap, { by, returns }: { by: WorkerId; returns: SwapTurn | null }, around: SwapNow): SwapOutcome {
  if (swap.asker === by || (swap.to !== null && swap.to !== by)) return { kind: 'not-yours' }
  const closed = whyClosed(swap, around.now)
  if (closed) return closed
  if (swap.state === 'taken') return { kind: 'already-taken' }
  const taken: Swap = { ...swap, state: 'taken', taker: by, returns }
  return whyNotBoth({ ...taken, turn: restOf(swap.turn, around.now) }, by, around) ?? { kind: 'stepped', swap: taken }
}

/** The asker agrees; only now the roster changes. Both turns are checked again as they are now; of a turn under way only the rest moves. */
export function agreeSwap(swap: Swap, { by, ids }: { by: WorkerId; ids: readonly [ChangeId, ChangeId] }, around: SwapNow): SwapAgreed {
  if (swap.asker !== by) return { kind: 'not-yours' }
  const closed = whyClosed(swap, around.now)
  if (closed) return closed
  if (swap.state !== 'taken' || swap.taker === null) return { kind: 'not-taken' }
  const left = { ...swap, turn: restOf(swap.turn, around.now) }
  const refusal = whyNotBoth(left, swap.taker, around)
  if (refusal) return refusal
  const changes = changesOf(left, swap.taker, { ids, roster: around.roster })
  const roster = changes.reduce<DutyRoster | null>((before, change) => before && withAnother(before, change, around.now), around.roster)
  if (roster === null) return { kind: 'full' }
  return { kind: 'agreed', swap: { ...swap, state: 'agreed' }, roster, changes }
}

/** Refuses: the colleague to whom it was offered, the taker after all, or the asker who does not accept the turn in return. */
export function refuseSwap(swap: Swap, by: WorkerId, now: Date): SwapOutcome {
  const closed = whyClosed(swap, now)
  if (closed) return closed
  const isTaken = swap.state === 'taken' && (by === swap.taker || by === swap.asker)
  if (!isTaken && by !== swap.to) return { kind: 'not-yours' }
  // An offer to all is open again for the others; an offer to one colleague is closed.
  const state = swap.to === null ? 'asked' : 'refused'
  return { kind: 'stepped', swap: { ...swap, state, taker: null, returns: null } }
}

/** The asker withdraws the offer and keeps the turn. */
export function withdrawSwap(swap: Swap, by: WorkerId, now: Date): SwapOutcome {
  if (swap.asker !== by) return { kind: 'not-yours' }
  return whyClosed(swap, now) ?? { kind: 'stepped', swap: { ...swap, state: 'withdrawn' } }
}

/** Whether it is too late to agree: the offered turn is over, or the returned turn has begun. */
export function hasLapsed(swap: Swap, now: Date): boolean {
  const waits = swap.state === 'asked' || swap.state === 'taken'
  return waits && (isOver(swap.turn, now) || (swap.returns !== null && hasBegun(swap.returns, now)))
}

/** Whether a swap can still be agreed. */
export function isOpen(swap: Swap, now: Date): boolean {
  return whyClosed(swap, now) === null
}

function whyClosed(swap: Swap, now: Date): SwapRefusal | null {
  if (swap.state !== 'asked' && swap.state !== 'taken') return { kind: 'closed' }
  return hasLapsed(swap, now) ? { kind: 'too-late' } : null
}

// Both turns must still be as offered, and each worker must be free for the other's turn once their own is given away.
function whyNotBoth({ asker, turn, returns }: Swap, taker: WorkerId, { roster, now }: SwapNow): SwapRefusal | null {
  if (!turnThatHolds(roster, asker, turn)) return { kind: 'not-there' }
  if (returns !== null && hasBegun(returns, now)) return { kind: 'too-late' }
  if (returns !== null && !turnThatHolds(roster, taker, returns)) return { kind: 'not-theirs' }
  const given = [dropped(turn, asker), ...(returns === null ? [] : [dropped(returns, taker)])]
  const without = { ...roster, changes: [...roster.changes, ...given] }
  return whyNot(without, taker, turn) ?? (returns === null ? null : whyNot(without, asker, returns))
}

function changesOf(
  { asker, turn, returns }: Swap,
  taker: WorkerId,
  { ids, roster }: { ids: readonly [ChangeId, ChangeId]; roster: DutyRoster },
): DutyChange[] {
  const change = (id: ChangeId, moved: SwapTurn, [leaves, takes]: [WorkerId, WorkerId]): DutyChange => {
    const team = turnThatHolds(roster, leaves, moved)?.team ?? null
    return { id, ...moved, team, leaves, takes, why: 'swap', by: asker }
  }
  const first = change(ids[0], turn, [asker, taker])
  return returns === null ? [first] : [first, change(ids[1], returns, [taker, asker])]
}

function dropped(turn: SwapTurn, leaves: WorkerId): DutyChange {
  return { id: 'change_given-away', ...turn, team: null, leaves, takes: null, why: 'dropped', by: leaves }
}

// Of a turn under way, the rest from now on.
function restOf(turn: SwapTurn, now: Date): SwapTurn {
  return hasBegun(turn, now) ? { ...turn, from: clockOf(now) } : turn
}

function hasBegun({ day, from }: SwapTurn, now: Date): boolean {
  return day < dayOf(now) || (day === dayOf(now) && from <= clockOf(now))
}

function isSameTurn(one: SwapTurn, other: SwapTurn): boolean {
  return one.day === other.day && one.role === other.role && one.from < other.to && other.from < one.to
}
