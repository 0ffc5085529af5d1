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
  askSwap(request: AskSwap): Promise<Got<RosterChanged>>
  takeSwap(id: string, request: TakeSwap): Promise<Got<RosterChanged>>
  stepSwap(id: string, step: SwapStep): Promise<Got<RosterChanged>>
  takeOver(request: OneTurn): Promise<Got<RosterChanged>>
  replaceTurn(request: ReplaceTurn): Promise<Got<RosterChanged>>
  dropTurn(request: OneTurn): Promise<Got<RosterChanged>>
  addTurn(request: AddTurn): Promise<Got<RosterChanged>>
  saveShifts(request: SaveShifts): Promise<Got<RosterChanged>>
  addAbsence(request: AddAbsence): Promise<Got<RosterChanged>>
  removeAbsence(id: string): Promise<Got<RosterChanged>>
  wouldLeave(request: WouldLeave): Promise<Got<GapsLeft>>
  calendar(): Promise<Got<DeskCalendar>>
  renewCalendar(): Promise<Got<DeskCalendar>>
  hours(): Promise<Got<DeskHours>>
  saveHours(request: SaveHours): Promise<Got<HoursSaved>>
}

/** The roster's doors, on the way that all the desk's requests go. */
export function rosterDoors(go: <Body>(path: string, question?: Question) => Promise<Got<Body>>): RosterDoors {
  const post = (body?: unknown): Question => ({ method: 'POST', body })
  return {
    roster: (from) => go(from === null ? 'roster' : `roster?from=${from}`),
    askSwap: (request) => go('roster/swaps', post(request)),
    takeSwap: (id, request) => go(`roster/swaps/${encodeURIComponent(id)}/take`, post(request)),
    stepSwap: (id, step) => go(`roster/swaps/${encodeURIComponent(id)}/${step}`, post()),
    takeOver: (request) => go('roster/take-over', post(request)),
    replaceTurn: (request) => go('roster/replace', post(request)),
    dropTurn: (request) => go('roster/drop', post(request)),
    addTurn: (request) => go('roster/add', post(request)),
    saveShifts: (request) => go('roster/shifts', { method: 'PUT', body: request }),
    addAbsence: (request) => go('roster/absences', post(request)),
    removeAbsence: (id) => go(`roster/absences/${encodeURIComponent(id)}/remove`, post()),
    wouldLeave: (request) => go('roster/gaps', post(request)),
    calendar: () => go('calendar'),
    renewCalendar: () => go('calendar/renew', post()),
    hours: () => go('hours'),
    saveHours: (request) => go('hours', { method: 'PUT', body: request }),
  }
}
