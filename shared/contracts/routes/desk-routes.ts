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

/** What comes before every station: who is signed in. */
export const meRoutes = deskTable({ 'GET /api/desk/me': { roles: roles.both, answers: { 200: DeskMe } } })

/** Every route of the duty desk, by station. */
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
