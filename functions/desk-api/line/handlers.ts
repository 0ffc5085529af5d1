import type { lineRoutes } from '../../../shared/contracts/routes/line-routes.ts'
import type { DeskHandlers } from '../desk/desk-handlers.ts'
import { line, trySoftphone } from './duty-line.ts'

/** The handlers of the line routes. */
export const lineHandlers: DeskHandlers<typeof lineRoutes> = {
  'GET /api/desk/line': (desk, { requestLog }) => line(desk, requestLog),
  'POST /api/desk/softphone-check': (desk, { body }) => trySoftphone(desk, body),
}
