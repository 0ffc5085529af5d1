import { DeskFigures } from '../reports/figures.ts'
import { deskTable, roles } from './desk-access.ts'

/** What became of everybody who came in, for the coordinator. */
export const reportRoutes = deskTable({
  'GET /api/desk/figures': { roles: roles.coordinator, answers: { 200: DeskFigures } },
})
