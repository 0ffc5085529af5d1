import type { reportRoutes } from '../../../shared/contracts/routes/report-routes.ts'
import type { DeskHandlers } from '../desk/desk-handlers.ts'
import { figures } from './figures.ts'

/** The handlers of the report routes. */
export const reportHandlers: DeskHandlers<typeof reportRoutes> = { 'GET /api/desk/figures': figures }
