import type { Hono } from 'hono'
import { StartChat, type TooBusy } from '../../shared/contracts/widget.ts'
import { contactIdOf } from '../../shared/domain/ids.ts'
import { Municipality } from '../../shared/domain/region.ts'
import { openRegion } from '../../shared/domain/regions.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import { bodyOf, type DoorEnvironment, type HttpDoor, invalid, openHttpDoor, Refused, say } from '../http-door.ts'
import { widgetLine, widgetPlace } from './opening.ts'
import { type StartOutcome, type StartTools, startWidgetChat } from './start-chat.ts'

const statusOf = {
  started: 201,
  'line-closed': 409,
  'too-busy': 429,
  'cannot-be': 400,
} as const satisfies Record<StartOutcome['kind'], number>

/** What a referrer's browser may ask before and at the start of a chat; the messages themselves never come here. */
export function widgetApp(tools: StartTools, door: HttpDoor): Hono<DoorEnvironment> {
  const app = openHttpDoor(door)
  app.get('/api/widget/regions/:region', async (context) => {
    const line = await widgetLine(tools, context.req.param('region'))
    if (!line) throw unknownRegion(404)
    context.get('visit').kind = line.state.kind
    return say(context, line)
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
    if (outcome.kind !== 'too-busy') return say(context, outcome, statusOf[outcome.kind])
    const busy: TooBusy = { ...outcome, sentence: wordsIn(context.get('language')).refusals.tooBusy }
    return say(context, busy, statusOf[outcome.kind])
  })
  return app
}

function unknownRegion(status: 400 | 404): Refused {
  return new Refused({ status, field: 'region', sentence: (words) => words.unknownRegion })
}
