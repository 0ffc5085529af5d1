import { DeskCalendar } from '../roster/calendar.ts'
import {
  AddAbsence,
  AddTurn,
  AskSwap,
  GapsLeft,
  OneTurn,
  ReplaceTurn,
  RosterChanged,
  SaveShifts,
  TakeSwap,
  WouldLeave,
} from '../roster/roster-changes.ts'
import { DeskRoster, RosterAsked } from '../roster/roster.ts'
import { deskTable, roles } from './desk-access.ts'

/** The duty roster and the address of the own calendar feed. Workers swap and take over turns; the coordinator makes the roster. */
export const rosterRoutes = deskTable({
  'GET /api/desk/roster': { roles: roles.both, query: RosterAsked, answers: { 200: DeskRoster } },
  'POST /api/desk/roster/gaps': { roles: roles.both, body: WouldLeave, answers: { 200: GapsLeft } },
  'PUT /api/desk/roster/shifts': { roles: roles.coordinator, body: SaveShifts, answers: RosterChanged },
  'POST /api/desk/roster/swaps': { roles: roles.worker, body: AskSwap, answers: RosterChanged },
  'POST /api/desk/roster/swaps/:swap/take': { roles: roles.worker, body: TakeSwap, answers: RosterChanged },
  'POST /api/desk/roster/swaps/:swap/agree': { roles: roles.worker, answers: RosterChanged },
  'POST /api/desk/roster/swaps/:swap/refuse': { roles: roles.worker, answers: RosterChanged },
  'POST /api/desk/roster/swaps/:swap/withdraw': { roles: roles.worker, answers: RosterChanged },
  'POST /api/desk/roster/take-over': { roles: roles.worker, body: OneTurn, answers: RosterChanged },
  'POST /api/desk/roster/replace': { roles: roles.coordinator, body: ReplaceTurn, answers: RosterChanged },
  'POST /api/desk/roster/drop': { roles: roles.coordinator, body: OneTurn, answers: RosterChanged },
  'POST /api/desk/roster/add': { roles: roles.coordinator, body: AddTurn, answers: RosterChanged },
  'POST /api/desk/roster/absences': { roles: roles.both, body: AddAbsence, answers: RosterChanged },
  'POST /api/desk/roster/absences/:absence/remove': { roles: roles.both, answers: RosterChanged },
  'GET /api/desk/calendar': { roles: roles.both, answers: { 200: DeskCalendar } },
  'POST /api/desk/calendar/renew': { roles: roles.both, answers: { 200: DeskCalendar } },
})
