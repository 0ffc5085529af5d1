import type { widgetIds, widgetRoutes } from '../../shared/contracts/routes/widget-routes.ts'
import { contactIdOf } from '../../shared/domain/ids.ts'
import { Municipality, type OpenRegion, openRegions } from '../../shared/domain/regions/region.ts'
import { openRegion, regions } from '../../shared/domain/regions/regions.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import { HttpError, invalid, notFound } from '../http-app.ts'
import type { Handlers } from '../mount-routes.ts'
import { ticketFor } from './admit-start.ts'
import { type AskDeps, askCallback } from './ask-callback.ts'
import { municipalityTeam, seeLine, widgetLine } from './opening.ts'
import { isTicketOf } from './position-ticket.ts'
import { type StartDeps, startWidgetChat } from './start-chat.ts'

export type WidgetDeps = StartDeps &
  AskDeps & {
    /** The position of a chat in its queue, 1 for the first; null when it is not known. */
    positionOf(contactId: string): Promise<number | null>
  }

/** The dependencies, with the ticket header of this request. */
export type WidgetRequestDeps = WidgetDeps & { ticket: string | undefined }

/** The handlers of the widget routes. */
export const widgetHandlers: Handlers<WidgetRequestDeps, typeof widgetIds, typeof widgetRoutes> = {
  'GET /api/widget/regions/:region': async (deps, { ids, requestLog }) => {
    const region = knownRegion(ids.region)
    const [seen, startTicket] = await Promise.all([seeLine(deps, region), ticketFor(deps, region.id)])
    requestLog.kind = seen.state.kind
    requestLog.errorName = seen.errorName
    return widgetLine(region, { ...seen, startTicket }, deps.now())
  },
  'GET /api/widget/regions/:region/places/:nis': (_, { ids }) => {
    const region = knownRegion(ids.region)
    const nis = Municipality.shape.nis.safeParse(ids.nis)
    if (!nis.success) throw invalid('municipality')
    return municipalityTeam(region, nis.data)
  },
  'POST /api/widget/chats': async (deps, { body, requestLog, language }) => {
    const outcome = await startWidgetChat(deps, body)
    if (outcome.kind === 'cannot-be') throw cannotBe(outcome.field)
    if (outcome.kind === 'started') requestLog.contactId = contactIdOf(outcome.contactId)
    const { refusals } = wordsIn(language)
    if (outcome.kind === 'ticket-needed') return { ...outcome, sentence: refusals.tryAgain }
    return outcome.kind === 'too-busy' ? { kind: 'too-busy', sentence: refusals.chatsFull(outcome.phone) } : outcome
  },
  'GET /api/widget/chats/:contact/place': async (deps, { ids: { contact: contactId } }) => {
    if (!mayAct(deps, contactId, deps.ticket)) throw notFound()
    const position = await deps.positionOf(contactId)
    return { kind: 'place', before: position === null ? null : Math.max(0, position - 1) }
  },
  'POST /api/widget/chats/:contact/leave': async (deps, { ids: { contact: contactId }, body, requestLog }) => {
    if (!mayAct(deps, contactId, body.ticket)) throw notFound()
    requestLog.contactId = contactIdOf(contactId)
    await deps.stopChat(contactId)
    return { kind: 'left' }
  },
  'POST /api/widget/callbacks': async (deps, { body, language }) => {
    const outcome = await askCallback(deps, body, deps.ticket)
    if (outcome.kind === 'cannot-be') throw cannotBe(outcome.field)
    if (outcome.kind === 'no-good') throw new HttpError({ status: 400, field: 'number', sentence: (words) => words.number[outcome.why] })
    if (outcome.kind === 'promised') return outcome
    return { kind: 'too-busy', sentence: wordsIn(language).refusals.callBacksFull(outcome.phone) }
  },
}

// Whether this ticket is of this chat, on whichever line the chat was started.
function mayAct({ callerKey }: WidgetDeps, contactId: string, ticket: string | undefined): boolean {
  return openRegions(regions).some(({ id: region }) => isTicketOf(callerKey, { contactId, region }, ticket))
}

function knownRegion(id: string): OpenRegion {
  const region = openRegion(id)
  if (!region) throw unknownRegion(404)
  return region
}

function cannotBe(field: string): HttpError {
  return field === 'region' ? unknownRegion(400) : invalid(field)
}

function unknownRegion(status: 400 | 404): HttpError {
  return new HttpError({ status, field: 'region', sentence: (words) => words.unknownRegion })
}
