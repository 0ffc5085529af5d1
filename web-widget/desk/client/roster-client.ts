import type { DeskHours, HoursSaved, SaveHours } from '../../../shared/contracts/hours.ts'
import type {
  AddAbsence,
  AddTurn,
  AskSwap,
  DeskCalendar,
  DeskRoster,
  GapsLeft,
  OneTurn,
  ReplaceTurn,
  RosterChanged,
  SaveShifts,
  SwapStep,
  TakeSwap,
  WouldLeave,
} from '../../../shared/contracts/roster.ts'
import type { Day } from '../../../shared/domain/time/brussels-time.ts'
import type { Question } from '../../kit/request.ts'
import type { Got } from './api-result.ts'

/** The doors of the duty roster and of the opening hours. */
export type RosterDoors = {
  roster(from: Day | null): Promise<Got<DeskRoster>>
  askSwap(wish: AskSwap): Promise<Got<RosterChanged>>
  takeSwap(id: string, wish: TakeSwap): Promise<Got<RosterChanged>>
  stepSwap(id: string, step: SwapStep): Promise<Got<RosterChanged>>
  takeOver(wish: OneTurn): Promise<Got<RosterChanged>>
  replaceTurn(wish: ReplaceTurn): Promise<Got<RosterChanged>>
  dropTurn(wish: OneTurn): Promise<Got<RosterChanged>>
  addTurn(wish: AddTurn): Promise<Got<RosterChanged>>
  saveShifts(wish: SaveShifts): Promise<Got<RosterChanged>>
  addAbsence(wish: AddAbsence): Promise<Got<RosterChanged>>
  removeAbsence(id: string): Promise<Got<RosterChanged>>
  wouldLeave(wish: WouldLeave): Promise<Got<GapsLeft>>
  calendar(): Promise<Got<DeskCalendar>>
  renewCalendar(): Promise<Got<DeskCalendar>>
  hours(): Promise<Got<DeskHours>>
  saveHours(wish: SaveHours): Promise<Got<HoursSaved>>
}

/** The roster's doors, on the way that all the desk's requests go. */
export function rosterDoors(go: <Body>(path: string, question?: Question) => Promise<Got<Body>>): RosterDoors {
  const post = (body?: unknown): Question => ({ method: 'POST', body })
  return {
    roster: (from) => go(from === null ? 'roster' : `roster?from=${from}`),
    askSwap: (wish) => go('roster/swaps', post(wish)),
    takeSwap: (id, wish) => go(`roster/swaps/${encodeURIComponent(id)}/take`, post(wish)),
    stepSwap: (id, step) => go(`roster/swaps/${encodeURIComponent(id)}/${step}`, post()),
    takeOver: (wish) => go('roster/take-over', post(wish)),
    replaceTurn: (wish) => go('roster/replace', post(wish)),
    dropTurn: (wish) => go('roster/drop', post(wish)),
    addTurn: (wish) => go('roster/add', post(wish)),
    saveShifts: (wish) => go('roster/shifts', { method: 'PUT', body: wish }),
    addAbsence: (wish) => go('roster/absences', post(wish)),
    removeAbsence: (id) => go(`roster/absences/${encodeURIComponent(id)}/remove`, post()),
    wouldLeave: (wish) => go('roster/gaps', post(wish)),
    calendar: () => go('calendar'),
    renewCalendar: () => go('calendar/renew', post()),
    hours: () => go('hours'),
    saveHours: (wish) => go('hours', { method: 'PUT', body: wish }),
  }
}
