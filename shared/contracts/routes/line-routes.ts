import { DeskLine, SoftphoneNow, SoftphoneTried } from '../line/desk-line.ts'
import { deskTable, roles } from './desk-access.ts'

/** The state of the line, and the worker's own softphone test. */
export const lineRoutes = deskTable({
  'GET /api/desk/line': { roles: roles.both, answers: { 200: DeskLine } },
  'POST /api/desk/softphone-check': { roles: roles.worker, body: SoftphoneTried, answers: { 200: SoftphoneNow } },
})
