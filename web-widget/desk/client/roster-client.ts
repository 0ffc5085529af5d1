import type { DeskHours, HoursSaved, SaveHours } from '../../../shared/contracts/hours/hours.ts'
import type { DeskCalendar } from '../../../shared/contracts/roster/calendar.ts'
import type {
  AddAbsence,
  AddTurn,
  AskSwap,
  GapsLeft,
  OneTurn,
  ReplaceTurn,
  RosterChanged,
  SaveShifts,
  SwapStep,
  TakeSwap,
  WouldLeave,
} from '../../../shared/contracts/roster/roster-changes.ts'
import type { DeskRoster } from '../../../shared/contracts/roster/roster.ts'
import type { Day } from '../../../shared/domain/time/brussels-time.ts'
import type { Question } from '../../kit/request.ts'
import type { ApiResult } from './api-result.ts'

/** The doors of the duty roster and of the opening hours. */
export type RosterClient = {
  roster(from: Day | null): Promise<ApiResult<DeskRoster>>
  askSwap(request: AskSwap): Promise<ApiResult<RosterChanged>>
  takeSwap(id: string, request: TakeSwap): Promise<ApiResult<RosterChanged>>
  stepSwap(id: string, step: SwapStep): Promise<ApiResult<RosterChanged>>
  takeOver(request: OneTurn): Promise<ApiResult<RosterChanged>>
  replaceTurn(request: ReplaceTurn): Promise<ApiResult<RosterChanged>>
  dropTurn(request: OneTurn): Promise<ApiResult<RosterChanged>>
  addTurn(request: AddTurn): Promise<ApiResult<RosterChanged>>
  saveShifts(request: SaveShifts): Promise<ApiResult<RosterChanged>>
  addAbsence(request: AddAbsence): Promise<ApiResult<RosterChanged>>
  removeAbsence(id: string): Promise<ApiResult<RosterChanged>>
  wouldLeave(request: WouldLeave): Promise<ApiResult<GapsLeft>>
  calendar(): Promise<ApiResult<DeskCalendar>>
  renewCalendar(): Promise<ApiResult<DeskCalendar>>
  hours(): Promise<ApiResult<DeskHours>>
  saveHours(request: SaveHours): Promise<ApiResult<HoursSaved>>
}

/** The roster's doors, on the way that all the desk's requests go. */
export function rosterClient(go: <Body>(path: string, question?: Question) => Promise<ApiResult<Body>>): RosterClient {
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
