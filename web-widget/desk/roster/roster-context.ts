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

/** What every part of the roster screen may use. */
export type RosterContext = {
  roster: DeskRoster
  isCoordinator: boolean
  /** Runs a change, announces the outcome, shows the new roster and moves the focus to `backTo`. */
  act(asked: Promise<ApiResult<RosterChanged>>, backTo: string): Promise<RosterChanged | null>
  /** Null clears the sentence about the last change, when the worker starts another. */
  say(sentence: string | null): void
}

export const RosterContext = createContext<RosterContext | null>(null)

/** The context of the roster screen, for the parts inside it. */
export function useRoster(): RosterContext {
  const context = useContext(RosterContext)
  if (context === null) throw new Error('a part of the roster stands outside its screen')
  return context
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

/** The sentence for the outcome of a change. */
export function saidOf(changed: RosterChanged): string {
  if (changed.kind !== 'changed') return sentences[changed.kind]
  return changed.isLive ? said.changed : said.changedLater
}

/** Identifies a turn for the API; null when it has no worker. */
export function turnAt(day: Day, { from, to, role, worker }: DeskTurn): TurnAt | null {
  return isWorkerId(worker.id) ? { day, from, to, role, worker: worker.id } : null
}

/** Narrows a value from a list of workers to a worker’s id. */
export function isWorkerId(id: string): id is WorkerId {
  return id.startsWith('worker_')
}

/** For example “maandag 23 november, 9 tot 13 uur”. */
export function momentsOf(
  { day, weekday }: Pick<DeskRoster['days'][number], 'day' | 'weekday'>,
  { from, to }: Pick<DeskTurn, 'from' | 'to'>,
): string {
  return `${rosterWords.dayName(day, weekday)}, ${rosterWords.span(from, to)}`
}

/** An option in a list of coming turns. */
export type TurnToChoose = { key: string; said: string; turn: SwapTurn }

/** The coming turns of a worker in the weeks shown, from which to choose one in return. */
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

/** The chosen turn; null when none is chosen. */
export function chosenIn(turns: readonly TurnToChoose[], key: string): SwapTurn | null {
  return turns.find((one) => one.key === key)?.turn ?? null
}

/** Saves the repeating turns. It retries on a newer version if the pattern itself has not changed, so that nobody types it again. */
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
