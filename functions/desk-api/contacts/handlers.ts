import type { contactRoutes } from '../../../shared/contracts/routes/contact-routes.ts'
import type { DeskHandlers } from '../desk/desk-handlers.ts'
import { contactDetails, lookUpCode } from './contact-details.ts'

/** The handlers of the contact routes. */
export const contactHandlers: DeskHandlers<typeof contactRoutes> = {
  'GET /api/desk/contacts/:contact': (desk, { ids }) => contactDetails(desk, ids.contact),
  'POST /api/desk/contacts/:contact/code': (desk, { ids, body }) => lookUpCode(desk, ids.contact, body.code),
}
