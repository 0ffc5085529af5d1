import type { deskRoutes } from '../../shared/contracts/routes/desk-routes.ts'
import { callbackHandlers } from './callbacks/handlers.ts'
import { caseHandlers } from './cases/handlers.ts'
import { contactHandlers } from './contacts/handlers.ts'
import { conversationHandlers } from './conversations/handlers.ts'
import type { DeskHandlers } from './desk/desk-handlers.ts'
import { meHandlers } from './desk/me.ts'
import { hoursHandlers } from './hours/handlers.ts'
import { lineHandlers } from './line/handlers.ts'
import { reportHandlers } from './reports/handlers.ts'
import { rosterHandlers } from './roster/handlers.ts'

/** The handlers of all desk routes, in the order of the stations. A route without a handler here does not compile. */
export const deskHandlers: DeskHandlers<typeof deskRoutes> = {
  ...meHandlers,
  ...contactHandlers,
  ...hoursHandlers,
  ...rosterHandlers,
  ...lineHandlers,
  ...callbackHandlers,
  ...conversationHandlers,
  ...caseHandlers,
  ...reportHandlers,
}
