import type { caseRoutes } from '../../../shared/contracts/routes/case-routes.ts'
import { invalid } from '../../http-app.ts'
import type { DeskHandlers } from '../desk/desk-handlers.ts'
import { myCases, oneCase, places } from './overviews.ts'
import { takeOnCase } from './take-on-case.ts'

/** The handlers of the case routes. */
export const caseHandlers: DeskHandlers<typeof caseRoutes> = {
  'POST /api/desk/conversations/:conversation/take-on': async (desk, { ids, body }) => {
    const taken = await takeOnCase(desk, ids.conversation, body)
    if (taken.kind === 'no-worker') throw invalid('worker')
    return taken.kind === 'no-conversation' ? null : taken
  },
  'GET /api/desk/places': places,
  'GET /api/desk/cases': myCases,
  'GET /api/desk/cases/:case': (desk, { ids }) => oneCase(desk, ids.case),
}
