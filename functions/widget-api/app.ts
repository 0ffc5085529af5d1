import type { Hono } from 'hono'
import { AskCallback, type PlaceInQueue, StartChat, type TooBusy } from '../../shared/contracts/widget.ts'
import { contactIdOf } from '../../shared/domain/ids.ts'
import { Municipality, openRegions } from '../../shared/domain/regions/region.ts'
import { openRegion, regions } from '../../shared/domain/regions/regions.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import type { RefusalWords } from '../../shared/words/types/words.ts'
import {
  bodyOf,
  type DoorContext,
  type DoorEnvironment,
  type HttpDoor,
  invalid,
  notFound,
  openHttpDoor,
  Refused,
  say,
} from '../http-app.ts'
import { type AskTools, askCallback } from './ask-callback.ts'
import { seeLine, widgetLine, widgetPlace } from './opening.ts'
import { isTicketOf } from './position-ticket.ts'
import { type StartTools, startWidgetChat } from './start-chat.ts'

const ticketHeader = 'x-place-ticket'

export type WidgetTools = StartTools &
  AskTools & {
    /** The place of a chat in its queue, 1 for the first; null when it is not known. */
    placeOf(contactId: string): Promise<number | null>
  }

/** What a referrer's browser may ask before and at the start of a chat; the messages themselves never come here. */
export function widgetApp(tools: WidgetTools, door: HttpDoor): Hono<DoorEnvironment> {
  const app = openHttpDoor(door)
  app.get('/api/widget/regions/:region', async (context) => {
    const region = openRegion(context.req.param('region'))
    if (!region) throw unknownRegion(404)
    const seen = await seeLine(tools, region)
    const visit = context.get('visit')
    visit.kind = seen.state.kind
    visit.errorName = seen.presenceError
    return say(context, widgetLine(region, seen, tools.now()))
  })
  app.get('/api/widget/regions/:region/places/:nis', (context) => {
    const region = openRegion(context.req.param('region'))
    if (!region) throw unknownRegion(404)
    const nis = Municipality.shape.nis.safeParse(context.req.param('nis'))
    if (!nis.success) throw invalid('municipality')
    return say(context, widgetPlace(region, nis.data))
  })
  app.post('/api/widget/chats', async (context) => {
    const outcome = await startWidgetChat(tools, await bodyOf(context, StartChat))
    if (outcome.kind === 'cannot-be') throw outcome.field === 'region' ? unknownRegion(400) : invalid(outcome.field)
    if (outcome.kind === 'started') context.get('visit').contactId = contactIdOf(outcome.contactId)
    if (outcome.kind === 'too-busy') return tooBusy(context, (words) => words.tooBusy)
    return say(context, outcome, outcome.kind === 'started' ? 201 : 409)
  })
  app.get('/api/widget/chats/:contact/place', async (context) => {
    const contactId = context.req.param('contact')
    const ticket = context.req.header(ticketHeader)
    if (!openRegions(regions).some(({ id: region }) => isTicketOf(tools.callerKey, { contactId, region }, ticket))) throw notFound()
    const place = await tools.placeOf(contactId)
    const answer: PlaceInQueue = { kind: 'place', before: place === null ? null : Math.max(0, place - 1) }
    return say(context, answer)
  })
  app.post('/api/widget/callbacks', async (context) => {
    const outcome = await askCallback(tools, await bodyOf(context, AskCallback), context.req.header(ticketHeader))
    if (outcome.kind === 'cannot-be') throw outcome.field === 'region' ? unknownRegion(400) : invalid(outcome.field)
    if (outcome.kind === 'no-good') {
      throw new Refused({ status: 400, field: 'number', sentence: (words) => words.number[outcome.why] })
    }
    if (outcome.kind === 'promised') return say(context, outcome, 201)
    return tooBusy(context, (words) => words.callBacksFull(outcome.phone))
  })
  return app
}

function tooBusy(context: DoorContext, sentence: (words: RefusalWords) => string): Response {
  const busy: TooBusy = { kind: 'too-busy', sentence: sentence(wordsIn(context.get('language')).refusals) }
  return say(context, busy, 429)
}

function unknownRegion(status: 400 | 404): Refused {
  return new Refused({ status, field: 'region', sentence: (words) => words.unknownRegion })
}
