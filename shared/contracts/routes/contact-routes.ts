import { CodeFound, GivenCode, SameNoted, SaySame } from '../contacts/earlier-contacts.ts'
import { DeskContact } from '../conversations/desk-contact.ts'
import { deskTable, roles } from './desk-access.ts'

/** A contact with the referrer's earlier contacts, the look-up of a referrer's code, and whether somebody is the same person. */
export const contactRoutes = deskTable({
  'GET /api/desk/contacts/:contact': { roles: roles.worker, answers: { 200: DeskContact } },
  'POST /api/desk/contacts/:contact/code': { roles: roles.worker, body: GivenCode, answers: { 200: CodeFound } },
  'POST /api/desk/contacts/:contact/same-person': { roles: roles.worker, body: SaySame, answers: { 200: SameNoted } },
})
