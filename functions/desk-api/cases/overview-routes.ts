import { SoftphoneTried } from '../../../shared/contracts/desk-line.ts'
import { CaseId } from '../../../shared/domain/ids.ts'
import { bodyOf, respond } from '../../http-app.ts'
import { type DeskRoute, found, idIn } from '../desk/access.ts'
import { line, trySoftphone } from '../line/duty-line.ts'
import { me, myCases, oneCase, places, toFinish } from './overviews.ts'

const everybody = ['worker', 'coordinator'] as const

/** What everybody may see: the line, who carries what, and what is her own. */
export const overviewRoutes: readonly DeskRoute[] = [
  { method: 'get', path: '/api/desk/me', roles: everybody, answer: (desk, context) => respond(context, me(desk)) },
  {
    method: 'get',
    path: '/api/desk/line',
    roles: everybody,
    answer: async (desk, context) => respond(context, await line(desk, context.get('requestLog'))),
  },
  {
    method: 'post',
    path: '/api/desk/softphone-check',
    roles: ['worker'],
    answer: async (desk, context) => respond(context, await trySoftphone(desk, await bodyOf(context, SoftphoneTried))),
  },
  { method: 'get', path: '/api/desk/places', roles: everybody, answer: async (desk, context) => respond(context, await places(desk)) },
  { method: 'get', path: '/api/desk/to-finish', roles: everybody, answer: async (desk, context) => respond(context, await toFinish(desk)) },
  { method: 'get', path: '/api/desk/cases', roles: everybody, answer: async (desk, context) => respond(context, await myCases(desk)) },
  {
    method: 'get',
    path: '/api/desk/cases/:case',
    roles: everybody,
    answer: async (desk, context) => respond(context, found(await oneCase(desk, idIn(context, 'case', CaseId)))),
  },
]
