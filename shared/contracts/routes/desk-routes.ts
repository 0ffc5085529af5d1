import { DeskMe } from '../desk/desk-me.ts'
import { callbackRoutes } from './callback-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { contactRoutes } from './contact-routes.ts'
import { conversationRoutes } from './conversation-routes.ts'
import { deskTable, roles } from './desk-access.ts'
import { hoursRoutes } from './hours-routes.ts'
import { lineRoutes } from './line-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { rosterRoutes } from './roster-routes.ts'

/** The route that is not of one station: who is signed in. */
export const meRoutes = deskTable({ 'GET /api/desk/me': { roles: roles.both, answers: { 200: DeskMe } } })

/** All routes of the duty desk, in the order of the stations. */
export const deskRoutes = {
  ...meRoutes,
  ...contactRoutes,
  ...hoursRoutes,
  ...rosterRoutes,
  ...lineRoutes,
  ...callbackRoutes,
  ...conversationRoutes,
  ...caseRoutes,
  ...reportRoutes,
}
