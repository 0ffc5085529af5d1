import type { contactRoutes } from '../../../shared/contracts/routes/contact-routes.ts'
import type { DeskHandlers } from '../desk/desk-handlers.ts'
import { contactDetails } from './contact-details.ts'
import { lookUpCode, saySame } from './same-person.ts'

/** The handlers of the contact routes. */
export const contactHandlers: DeskHandlers<typeof contactRoutes> = {
  'GET /api/desk/contacts/:contact': (desk, { ids }) => contactDetails(desk, ids.contact),
  'POST /api/desk/contacts/:contact/code': (desk, { ids, body }) => lookUpCode(desk, ids.contact, body.code),
  'POST /api/desk/contacts/:contact/same-person': (desk, { ids, body }) => saySame(desk, ids.contact, body),
}
