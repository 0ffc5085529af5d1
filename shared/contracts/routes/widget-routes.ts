import * as z from 'zod'
import { AskCallback, CallbackAsked } from '../widget/ask-callback.ts'
import { ChatLeft, ChatStarted, LeaveChat, LineClosed, QueuePosition, StartChat, TicketNeeded, TooBusy } from '../widget/chats.ts'
import { ticketHeader } from '../widget/place-ticket.ts'
import { MunicipalityTeam, WidgetLine } from '../widget/widget-line.ts'
import { tableOf } from './route-table.ts'

/**
 * The ids in the paths of the widget's routes. They are plain strings: the handlers refuse a wrong one with a sentence for the referrer.
 */
export const widgetIds = { region: z.string(), nis: z.string(), contact: z.string() }

/** All routes of the chat widget. Chat messages go from the browser to Connect directly. */
export const widgetRoutes = tableOf(widgetIds)({
  'GET /api/widget/regions/:region': { roles: 'anybody', answers: { 200: WidgetLine } },
  'GET /api/widget/regions/:region/places/:nis': { roles: 'anybody', answers: { 200: MunicipalityTeam } },
  'POST /api/widget/chats': {
    roles: 'anybody',
    body: StartChat,
    answers: { 201: ChatStarted, 409: z.discriminatedUnion('kind', [LineClosed, TicketNeeded]), 429: TooBusy },
  },
  'GET /api/widget/chats/:contact/place': { roles: 'anybody', header: ticketHeader, answers: { 200: QueuePosition } },
  'POST /api/widget/chats/:contact/leave': { roles: 'anybody', body: LeaveChat, answers: { 200: ChatLeft } },
  'POST /api/widget/callbacks': {
    roles: 'anybody',
    header: ticketHeader,
    body: AskCallback,
    answers: { 201: CallbackAsked, 429: TooBusy },
  },
})
