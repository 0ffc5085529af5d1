import {
  AddAbsence,
  AddTurn,
  AskSwap,
  OneTurn,
  ReplaceTurn,
  RosterAsked,
  type RosterChanged,
  SaveShifts,
  type SwapStep,
  TakeSwap,
  WouldLeave,
} from '../../../shared/contracts/roster.ts'
import { AbsenceId, SwapId } from '../../../shared/domain/ids.ts'
import { bodyOf, type AppContext, invalid, notFound, respond } from '../../http-app.ts'
import { type DeskRoute, idIn } from '../desk/access.ts'
import { calendarOf, renewCalendar } from './calendar.ts'
import { addTurn, endAbsence, noteAbsence, replaceTurn, saveShifts, takeTurnOver } from './change-roster.ts'
import { wouldLeave } from './roster-quality.ts'
import { isCoordinator, rosterOverview } from './roster.ts'
import { requireRegionMembers } from './require-region-members.ts'
import { askForSwap, stepTheSwap, takeTheSwap } from './swaps.ts'
import type { Desk } from '../desk/deps.ts'

const done: readonly RosterChanged['kind'][] = ['changed', 'swap-asked', 'swap-taken', 'swap-refused', 'swap-withdrawn']

const everybody = ['worker', 'coordinator'] as const
// Who has the line swaps and takes over; who makes the roster replaces, drops and adds.
const workers = ['worker'] as const
const coordinators = ['coordinator'] as const

type Change = { path: string; roles: DeskRoute['roles']; change(desk: Desk, context: AppContext): Promise<RosterChanged> }

const changes: readonly Change[] = [
  {
    path: 'roster/swaps',
    roles: workers,
    change: async (desk, context) => {
      const request = await bodyOf(context, AskSwap)
      if (request.to !== null) await requireRegionMembers(desk, { to: request.to })
      return askForSwap(desk, request)
    },
  },
  {
    path: 'roster/swaps/:swap/take',
    roles: workers,
    change: async (desk, context) => takeTheSwap(desk, idIn(context, 'swap', SwapId), await bodyOf(context, TakeSwap)),
  },
  ...(['agree', 'refuse', 'withdraw'] satisfies SwapStep[]).map((step) => ({
    path: `roster/swaps/:swap/${step}`,
    roles: workers,
    change: async (desk: Desk, context: AppContext) => stepTheSwap(desk, idIn(context, 'swap', SwapId), step),
  })),
  {
    path: 'roster/take-over',
    roles: workers,
    change: async (desk, context) => takeTurnOver(desk, (await bodyOf(context, OneTurn)).turn),
  },
  {
    path: 'roster/replace',
    roles: coordinators,
    change: async (desk, context) => {
      const { turn, by } = await bodyOf(context, ReplaceTurn)
      await requireRegionMembers(desk, { by })
      return replaceTurn(desk, turn, by)
    },
  },
  {
    path: 'roster/drop',
    roles: coordinators,
    change: async (desk, context) => replaceTurn(desk, (await bodyOf(context, OneTurn)).turn, null),
  },
  {
    path: 'roster/add',
    roles: coordinators,
    change: async (desk, context) => {
      const request = await bodyOf(context, AddTurn)
      await requireRegionMembers(desk, { 'turn.worker': request.turn.worker }, { 'turn.team': request.turn.team })
      return addTurn(desk, request)
    },
  },
  {
    path: 'roster/absences',
    roles: everybody,
    change: async (desk, context) => {
      const request = await bodyOf(context, AddAbsence)
      if (request.absence.worker !== desk.worker.id && !isCoordinator(desk)) throw invalid('absence.worker')
      await requireRegionMembers(desk, { 'absence.worker': request.absence.worker })
      return noteAbsence(desk, request)
    },
  },
  {
    path: 'roster/absences/:absence/remove',
    roles: everybody,
    change: async (desk, context) => endAbsence(desk, idIn(context, 'absence', AbsenceId)),
  },
]

/** The routes of the duty roster: what everybody sees, and what workers and coordinators may change. */
export const rosterRoutes: readonly DeskRoute[] = [
  {
    method: 'get',
    path: '/api/desk/roster',
    roles: everybody,
    answer: async (desk, context) => respond(context, await rosterOverview(desk, askedIn(context))),
  },
  {
    method: 'post',
    path: '/api/desk/roster/gaps',
    roles: everybody,
    answer: async (desk, context) => respond(context, await wouldLeave(desk, await bodyOf(context, WouldLeave))),
  },
  {
    method: 'put',
    path: '/api/desk/roster/shifts',
    roles: coordinators,
    answer: async (desk, context) => {
      const request = await bodyOf(context, SaveShifts)
      const each = <Value>(pick: (shift: SaveShifts['shifts'][number]) => Value, name: string) =>
        Object.fromEntries(request.shifts.map((shift, index) => [`shifts.${index}.${name}`, pick(shift)]))
      await requireRegionMembers(
        desk,
        each((shift) => shift.worker, 'worker'),
        each((shift) => shift.team, 'team'),
      )
      return answered(context, await saveShifts(desk, request))
    },
  },
  ...changes.map(
    ({ path, roles, change }): DeskRoute => ({
      method: 'post',
      path: `/api/desk/${path}`,
      roles,
      answer: async (desk, context) => answered(context, await change(desk, context)),
    }),
  ),
  {
    method: 'get',
    path: '/api/desk/calendar',
    roles: everybody,
    answer: async (desk, context) => respond(context, await calendarOf(desk)),
  },
  {
    method: 'post',
    path: '/api/desk/calendar/renew',
    roles: everybody,
    answer: async (desk, context) => respond(context, await renewCalendar(desk)),
  },
]

function answered(context: AppContext, changed: RosterChanged): Response {
  // The change is saved all the same; what could not be started must be seen by whoever reads the log.
  if (changed.kind === 'changed' && !changed.isLive) context.get('requestLog').errorName = 'NotStartedNow'
  return respond(context, changed, done.includes(changed.kind) ? 200 : 409)
}

function askedIn(context: AppContext): RosterAsked {
  const read = RosterAsked.safeParse(context.req.query())
  if (!read.success) throw read.error.issues[0]?.code === 'unrecognized_keys' ? notFound() : invalid(String(read.error.issues[0]?.path[0]))
  return read.data
}
