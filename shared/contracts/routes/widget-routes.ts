import * as z from 'zod'
import { AskCallback, CallbackAsked } from '../widget/ask-callback.ts'
import { ChatStarted, LineClosed, QueuePosition, StartChat, TooBusy } from '../widget/chats.ts'
import { ticketHeader } from '../widget/place-ticket.ts'
import { MunicipalityTeam, WidgetLine } from '../widget/widget-line.ts'
import { tableOf } from './route-table.ts'

/** What the names in an address of the widget stand for; a region that is none and a code that is none are refused by the steps, in words. */
export const widgetIds = { region: z.string(), nis: z.string(), contact: z.string() }

/** Every route of the chat widget. The messages of a chat never come here. */
export const widgetRoutes = tableOf(widgetIds)({
  'GET /api/widget/regions/:region': { roles: 'anybody', answers: { 200: WidgetLine } },
  'GET /api/widget/regions/:region/places/:nis': { roles: 'anybody', answers: { 200: MunicipalityTeam } },
  'POST /api/widget/chats': { roles: 'anybody', body: StartChat, answers: { 201: ChatStarted, 409: LineClosed, 429: TooBusy } },
  'GET /api/widget/chats/:contact/place': { roles: 'anybody', header: ticketHeader, answers: { 200: QueuePosition } },
  'POST /api/widget/callbacks': {
    roles: 'anybody',
    header: ticketHeader,
    body: AskCallback,
    answers: { 201: CallbackAsked, 429: TooBusy },
  },
})
