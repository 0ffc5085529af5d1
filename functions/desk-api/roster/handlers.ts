import type { RosterChanged } from '../../../shared/contracts/roster/roster-changes.ts'
import type { rosterRoutes } from '../../../shared/contracts/routes/roster-routes.ts'
import { invalid } from '../../http-app.ts'
import type { RequestLog } from '../../lambda.ts'
import type { DeskHandlers } from '../desk/desk-handlers.ts'
import { calendarOf, renewCalendar } from './calendar.ts'
import { addTurn, endAbsence, noteAbsence, replaceTurn, saveShifts, takeTurnOver } from './change-roster.ts'
import { requireRegionMembers } from './require-region-members.ts'
import { wouldLeave } from './roster-quality.ts'
import { isCoordinator, rosterOverview } from './roster.ts'
import { askForSwap, stepTheSwap, takeTheSwap } from './swaps.ts'

/** The handlers of the routes of the duty roster and of the worker's calendar address. */
export const rosterHandlers: DeskHandlers<typeof rosterRoutes> = {
  'GET /api/desk/roster': (desk, { query }) => rosterOverview(desk, query),
  'POST /api/desk/roster/gaps': (desk, { body }) => wouldLeave(desk, body),
  'PUT /api/desk/roster/shifts': async (desk, { body, requestLog }) => {
    const each = <Value>(pick: (shift: (typeof body.shifts)[number]) => Value, name: string) =>
      Object.fromEntries(body.shifts.map((shift, index) => [`shifts.${index}.${name}`, pick(shift)]))
    await requireRegionMembers(
      desk,
      each((shift) => shift.worker, 'worker'),
      each((shift) => shift.team, 'team'),
    )
    return noted(await saveShifts(desk, body), requestLog)
  },
  'POST /api/desk/roster/swaps': async (desk, { body, requestLog }) => {
    if (body.to !== null) await requireRegionMembers(desk, { to: body.to })
    return noted(await askForSwap(desk, body), requestLog)
  },
  'POST /api/desk/roster/swaps/:swap/take': async (desk, { ids, body, requestLog }) =>
    noted(await takeTheSwap(desk, ids.swap, body), requestLog),
  'POST /api/desk/roster/swaps/:swap/agree': async (desk, { ids, requestLog }) =>
    noted(await stepTheSwap(desk, ids.swap, 'agree'), requestLog),
  'POST /api/desk/roster/swaps/:swap/refuse': async (desk, { ids, requestLog }) =>
    noted(await stepTheSwap(desk, ids.swap, 'refuse'), requestLog),
  'POST /api/desk/roster/swaps/:swap/withdraw': async (desk, { ids, requestLog }) =>
    noted(await stepTheSwap(desk, ids.swap, 'withdraw'), requestLog),
  'POST /api/desk/roster/take-over': async (desk, { body, requestLog }) => noted(await takeTurnOver(desk, body.turn), requestLog),
  'POST /api/desk/roster/replace': async (desk, { body: { turn, by }, requestLog }) => {
    await requireRegionMembers(desk, { by })
    return noted(await replaceTurn(desk, turn, by), requestLog)
  },
  'POST /api/desk/roster/drop': async (desk, { body, requestLog }) => noted(await replaceTurn(desk, body.turn, null), requestLog),
  'POST /api/desk/roster/add': async (desk, { body, requestLog }) => {
    await requireRegionMembers(desk, { 'turn.worker': body.turn.worker }, { 'turn.team': body.turn.team })
    return noted(await addTurn(desk, body), requestLog)
  },
  'POST /api/desk/roster/absences': async (desk, { body, requestLog }) => {
    const { worker } = body.absence
    if (worker !== desk.worker.id && !isCoordinator(desk)) throw invalid('absence.worker')
    await requireRegionMembers(desk, { 'absence.worker': worker })
    return noted(await noteAbsence(desk, body), requestLog)
  },
  'POST /api/desk/roster/absences/:absence/remove': async (desk, { ids, requestLog }) =>
    noted(await endAbsence(desk, ids.absence), requestLog),
  'GET /api/desk/calendar': calendarOf,
  'POST /api/desk/calendar/renew': renewCalendar,
}

// The change is saved even when `apply-roster` could not be started at once; the log line shows that its schedule must pick it up.
function noted(changed: RosterChanged, requestLog: RequestLog): RosterChanged {
  if (changed.kind === 'changed' && !changed.isLive) requestLog.errorName = 'NotStartedNow'
  return changed
}
