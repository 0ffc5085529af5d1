import type { Hono } from 'hono'
import { AskCallback, type QueuePosition, StartChat, type TooBusy } from '../../shared/contracts/widget.ts'
import { contactIdOf } from '../../shared/domain/ids.ts'
import { Municipality, openRegions } from '../../shared/domain/regions/region.ts'
import { openRegion, regions } from '../../shared/domain/regions/regions.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import type { RefusalWords } from '../../shared/words/types/words.ts'
import {
  bodyOf,
  type AppContext,
  type AppEnvironment,
  type HttpAppOptions,
  invalid,
  notFound,
  createHttpApp,
  HttpError,
  respond,
} from '../http-app.ts'
import { type AskDeps, askCallback } from './ask-callback.ts'
import { seeLine, widgetLine, municipalityTeam } from './opening.ts'
import { isTicketOf } from './position-ticket.ts'
import { type StartDeps, startWidgetChat } from './start-chat.ts'

const ticketHeader = 'x-place-ticket'

export type WidgetDeps = StartDeps &
  AskDeps & {
    /** The place of a chat in its queue, 1 for the first; null when it is not known. */
    positionOf(contactId: string): Promise<number | null>
  }

/** What a referrer's browser may ask before and at the start of a chat; the messages themselves never come here. */
export function widgetApp(deps: WidgetDeps, options: HttpAppOptions): Hono<AppEnvironment> {
  const app = createHttpApp(options)
  app.get('/api/widget/regions/:region', async (context) => {
    const region = openRegion(context.req.param('region'))
    if (!region) throw unknownRegion(404)
    const seen = await seeLine(deps, region)
    const requestLog = context.get('requestLog')
    requestLog.kind = seen.state.kind
    requestLog.errorName = seen.presenceError
    return respond(context, widgetLine(region, seen, deps.now()))
  })
  app.get('/api/widget/regions/:region/places/:nis', (context) => {
    const region = openRegion(context.req.param('region'))
    if (!region) throw unknownRegion(404)
    const nis = Municipality.shape.nis.safeParse(context.req.param('nis'))
    if (!nis.success) throw invalid('municipality')
    return respond(context, municipalityTeam(region, nis.data))
  })
  app.post('/api/widget/chats', async (context) => {
    const outcome = await startWidgetChat(deps, await bodyOf(context, StartChat))
    if (outcome.kind === 'cannot-be') throw outcome.field === 'region' ? unknownRegion(400) : invalid(outcome.field)
    if (outcome.kind === 'started') context.get('requestLog').contactId = contactIdOf(outcome.contactId)
    if (outcome.kind === 'too-busy') return tooBusy(context, (words) => words.tooBusy)
    return respond(context, outcome, outcome.kind === 'started' ? 201 : 409)
  })
  app.get('/api/widget/chats/:contact/place', async (context) => {
    const contactId = context.req.param('contact')
    const ticket = context.req.header(ticketHeader)
    if (!openRegions(regions).some(({ id: region }) => isTicketOf(deps.callerKey, { contactId, region }, ticket))) throw notFound()
    const position = await deps.positionOf(contactId)
    const answer: QueuePosition = { kind: 'place', before: position === null ? null : Math.max(0, position - 1) }
    return respond(context, answer)
  })
  app.post('/api/widget/callbacks', async (context) => {
    const outcome = await askCallback(deps, await bodyOf(context, AskCallback), context.req.header(ticketHeader))
    if (outcome.kind === 'cannot-be') throw outcome.field === 'region' ? unknownRegion(400) : invalid(outcome.field)
    if (outcome.kind === 'no-good') {
      throw new HttpError({ status: 400, field: 'number', sentence: (words) => words.number[outcome.why] })
    }
    if (outcome.kind === 'promised') return respond(context, outcome, 201)
    return tooBusy(context, (words) => words.callBacksFull(outcome.phone))
  })
  return app
}

function tooBusy(context: AppContext, sentence: (words: RefusalWords) => string): Response {
  const busy: TooBusy = { kind: 'too-busy', sentence: sentence(wordsIn(context.get('language')).refusals) }
  return respond(context, busy, 429)
}

function unknownRegion(status: 400 | 404): HttpError {
  return new HttpError({ status, field: 'region', sentence: (words) => words.unknownRegion })
}
