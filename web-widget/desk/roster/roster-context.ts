import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { RosterChanged, SaveShifts, TurnAt } from '../../../shared/contracts/roster/roster-changes.ts'
import type { DeskRoster, DeskTurn } from '../../../shared/contracts/roster/roster.ts'
import type { Day } from '../../../shared/domain/time/brussels-time.ts'
import type { DutyShift } from '../../../shared/domain/roster/duty-roster.ts'
import type { WorkerId } from '../../../shared/domain/ids.ts'
import type { SwapTurn } from '../../../shared/domain/roster/swap.ts'
import { deskRosterNl } from '../../../shared/words/nl/desk/roster.ts'
import type { ApiResult } from '../client/api-result.ts'
import type { DeskClient } from '../client/desk-client.ts'

export const rosterWords = deskRosterNl

/** What every part of the roster's screen may use. */
export type RosterContext = {
  roster: DeskRoster
  isCoordinator: boolean
  /** Carries a change out, says what became of it, shows the new roster and leads back to a place that is still there. */
  act(asked: Promise<ApiResult<RosterChanged>>, backTo: string): Promise<RosterChanged | null>
  /** Null when something new begins: what was said of the last change does not stand beside it. */
  say(sentence: string | null): void
}

export const RosterContext = createContext<RosterContext | null>(null)

/** The roster's room, from inside one of its parts. */
export function useRoster(): RosterContext {
  const desk = useContext(RosterContext)
  if (desk === null) throw new Error('a part of the roster stands outside its screen')
  return desk
}

const { said, refusals } = rosterWords

const sentences: Record<Exclude<RosterChanged['kind'], 'changed'>, string> = {
  ...refusals,
  'swap-asked': said.swapAsked,
  'swap-taken': said.swapTaken,
  'swap-refused': said.swapRefused,
  'swap-withdrawn': said.swapWithdrawn,
  stale: said.shiftsStale,
}

/** A sentence for every outcome of a change. */
export function saidOf(changed: RosterChanged): string {
  if (changed.kind !== 'changed') return sentences[changed.kind]
  return changed.isLive ? said.changed : said.changedLater
}

/** A turn as the doors are told which one is meant. */
export function turnAt(day: Day, { from, to, role, worker }: DeskTurn): TurnAt | null {
  return isWorkerId(worker.id) ? { day, from, to, role, worker: worker.id } : null
}

/** Whether a value that came from a list of workers is one. */
export function isWorkerId(id: string): id is WorkerId {
  return id.startsWith('worker_')
}

/** "maandag 23 november, 9 tot 13 uur". */
export function momentsOf(
  { day, weekday }: Pick<DeskRoster['days'][number], 'day' | 'weekday'>,
  { from, to }: Pick<DeskTurn, 'from' | 'to'>,
): string {
  return `${rosterWords.dayName(day, weekday)}, ${rosterWords.span(from, to)}`
}

/** A coming turn to choose from a list. */
export type TurnToChoose = { key: string; said: string; turn: SwapTurn }

/** The coming turns of a worker in the weeks shown, to choose one in return. */
export function comingTurnsOf({ days }: DeskRoster, worker: string): TurnToChoose[] {
  return days.flatMap((day) =>
    day.turns
      .filter((turn) => turn.worker.id === worker && turn.mayChange)
      .map(({ from, to, role }) => ({
        key: [day.day, from, role].join(' '),
        said: momentsOf(day, { from, to }),
        turn: { day: day.day, from, to, role },
      })),
  )
}

/** The turn that was chosen, or null for none. */
export function chosenIn(turns: readonly TurnToChoose[], key: string): SwapTurn | null {
  return turns.find((one) => one.key === key)?.turn ?? null
}

/** Saves the repeating turns. Other changes of the roster meanwhile are no reason to type them again, only another pattern is. */
export async function saveOn(
  client: Pick<DeskClient, 'saveShifts'>,
  request: SaveShifts,
  standing: readonly DutyShift[],
): Promise<ApiResult<RosterChanged>> {
  const result = await client.saveShifts(request)
  if (result.kind !== 'ok' || result.body.kind !== 'stale') return result
  const { newer } = result.body
  const isSamePattern = JSON.stringify(newer.shifts) === JSON.stringify(standing)
  return isSamePattern && newer.version !== request.version ? saveOn(client, { ...request, version: newer.version }, standing) : result
}
