import { DeskHours, HoursSaved, SaveHours } from '../hours/hours.ts'
import { deskTable, roles } from './desk-access.ts'

/** The opening hours, for coordinators only. */
export const hoursRoutes = deskTable({
  'GET /api/desk/hours': { roles: roles.coordinator, answers: { 200: DeskHours } },
  'PUT /api/desk/hours': { roles: roles.coordinator, body: SaveHours, answers: HoursSaved },
})
