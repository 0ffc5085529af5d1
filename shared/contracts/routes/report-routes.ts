import { DeskFigures } from '../reports/figures.ts'
import { deskTable, roles } from './desk-access.ts'

/** The figures, for coordinators only. */
export const reportRoutes = deskTable({
  'GET /api/desk/figures': { roles: roles.coordinator, answers: { 200: DeskFigures } },
})
