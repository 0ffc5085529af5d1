import { DeskCase, DeskCases, DeskPlaces, TakenOn, TakeOn } from '../cases/cases.ts'
import { deskTable, roles } from './desk-access.ts'

/** Caseloads, cases, and opening the case of a conversation. */
export const caseRoutes = deskTable({
  'POST /api/desk/conversations/:conversation/take-on': { roles: roles.worker, body: TakeOn, answers: TakenOn },
  'GET /api/desk/places': { roles: roles.both, answers: { 200: DeskPlaces } },
  'GET /api/desk/cases': { roles: roles.both, answers: { 200: DeskCases } },
  'GET /api/desk/cases/:case': { roles: roles.both, answers: { 200: DeskCase } },
})
