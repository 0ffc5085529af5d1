import { CodeFound, GivenCode } from '../contacts/earlier-contacts.ts'
import { DeskContact } from '../conversations/desk-contact.ts'
import { deskTable, roles } from './desk-access.ts'

/** Who is on the line, and what was talked about before. */
export const contactRoutes = deskTable({
  'GET /api/desk/contacts/:contact': { roles: roles.worker, answers: { 200: DeskContact } },
  'POST /api/desk/contacts/:contact/code': { roles: roles.worker, body: GivenCode, answers: { 200: CodeFound } },
})
