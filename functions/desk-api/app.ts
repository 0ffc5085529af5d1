import type { Hono } from 'hono'
import * as z from 'zod'
import { type CodeFound, type DraftSaved, GivenCode, type Logged, SaveDraft, type TakenOn, TakeOn } from '../../shared/contracts/desk.ts'
import { type ContactId, contactIdOf, ConversationId } from '../../shared/domain/ids.ts'
import {
  bodyOf,
  type AppContext,
  type AppEnvironment,
  type HttpAppOptions,
  invalid,
  notFound,
  createHttpApp,
  respond,
} from '../http-app.ts'
import { type DeskRoute, found, idIn, openRoutes } from './desk/access.ts'
import { calendarFeed } from './roster/calendar.ts'
import { callbackRoutes } from './callbacks/callback-routes.ts'
import { hoursRoutes } from './hours/hours-routes.ts'
import { contactDetails, lookUpCode } from './contacts/contact-details.ts'
import { logConversation, saveDraft } from './conversations/log-conversation.ts'
import { overviewRoutes } from './cases/overview-routes.ts'
import { rosterRoutes } from './roster/roster-routes.ts'
import { takeOnCase } from './cases/take-on-case.ts'
import type { DeskDeps } from './desk/deps.ts'

const statusOf = {
  saved: 200,
  logged: 200,
  stale: 409,
  'already-logged': 409,
  incomplete: 422,
  'taken-on': 201,
  'needs-reason': 409,
  'already-taken-on': 409,
  'needs-consent': 422,
  'not-logged': 409,
} as const satisfies Record<(DraftSaved | Logged | TakenOn)['kind'], number>

// Coordinators see figures and the line; what was said in a conversation stays with those who do the work (docs/sources.md 2.1).
const workers = ['worker'] as const

const routes: readonly DeskRoute[] = [
  {
    method: 'get',
    path: '/api/desk/contacts/:contact',
    roles: workers,
    answer: async (desk, context) => respond(context, found(await contactDetails(desk, contactIn(context)))),
  },
  {
    method: 'post',
    path: '/api/desk/contacts/:contact/code',
    roles: workers,
    answer: async (desk, context) => {
      const { code } = await bodyOf(context, GivenCode)
      const looked = await lookUpCode(desk, contactIn(context), code)
      if (looked.kind === 'not-found') throw notFound()
      const { earlier } = looked
      return respond(context, { earlier } satisfies CodeFound)
    },
  },
  {
    method: 'put',
    path: '/api/desk/conversations/:conversation/draft',
    roles: workers,
    answer: async (desk, context) => {
      const saved = found(await saveDraft(desk, conversationIn(context), await bodyOf(context, SaveDraft)))
      return respond(context, saved, statusOf[saved.kind])
    },
  },
  {
    method: 'post',
    path: '/api/desk/conversations/:conversation/log',
    roles: workers,
    answer: async (desk, context) => {
      const logged = found(await logConversation(desk, conversationIn(context), await bodyOf(context, SaveDraft)))
      return respond(context, logged, statusOf[logged.kind])
    },
  },
  {
    method: 'post',
    path: '/api/desk/conversations/:conversation/take-on',
    roles: workers,
    answer: async (desk, context) => {
      const taken = await takeOnCase(desk, conversationIn(context), await bodyOf(context, TakeOn))
      if (taken.kind === 'no-conversation') throw notFound()
      if (taken.kind === 'no-worker') throw invalid('worker')
      return respond(context, taken, statusOf[taken.kind])
    },
  },
]

/** The duty desk's door. */
export function deskApp(deps: DeskDeps, options: HttpAppOptions): Hono<AppEnvironment> {
  const app = createHttpApp(options)
  openRoutes(app, deps, [...overviewRoutes, ...routes, ...callbackRoutes, ...rosterRoutes, ...hoursRoutes])
  // Calendars do not sign in: the secret in the address is all that opens this door.
  app.get('/api/calendar/:region/:worker/:file', (context) => calendarFeed(deps, context))
  return app
}

function contactIn(context: AppContext): ContactId {
  const contact = contactIdOf(idIn(context, 'contact', z.uuid()))
  context.get('requestLog').contactId = contact
  return contact
}

function conversationIn(context: AppContext): ConversationId {
  const conversation = idIn(context, 'conversation', ConversationId)
  context.get('requestLog').contactId = conversation.replace(/^conversation_/, 'contact_')
  return conversation
}
