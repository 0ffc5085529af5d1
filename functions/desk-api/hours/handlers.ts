import type { hoursRoutes } from '../../../shared/contracts/routes/hours-routes.ts'
import type { DeskHandlers } from '../desk/desk-handlers.ts'
import { openingHours, saveOpeningHours } from './hours.ts'

/** The handlers of the opening-hours routes. */
export const hoursHandlers: DeskHandlers<typeof hoursRoutes> = {
  'GET /api/desk/hours': openingHours,
  'PUT /api/desk/hours': async (desk, { body, requestLog }) => {
    const saved = await saveOpeningHours(desk, body)
    // The hours are saved even when `apply-hours` could not be started at once; the log line shows that its schedule must pick them up.
    if (saved.kind === 'saved' && !saved.isLive) requestLog.errorName = 'NotStartedNow'
    return saved
  },
}
