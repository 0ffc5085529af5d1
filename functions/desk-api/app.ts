import type { Hono } from 'hono'
import { calendarFeedPath } from '../../shared/contracts/routes/calendar-feed.ts'
import { deskIds } from '../../shared/contracts/routes/desk-access.ts'
import { deskRoutes } from '../../shared/contracts/routes/desk-routes.ts'
import { type AppEnvironment, createHttpApp, type HttpAppOptions } from '../http-app.ts'
import { mountRoutes } from '../mount-routes.ts'
import { callbackHandlers } from './callbacks/handlers.ts'
import { caseHandlers } from './cases/handlers.ts'
import { contactHandlers } from './contacts/handlers.ts'
import { conversationHandlers } from './conversations/handlers.ts'
import { enterDesk } from './desk/access.ts'
import type { Desk, DeskDeps } from './desk/deps.ts'
import type { DeskHandlers } from './desk/desk-handlers.ts'
import { meHandlers } from './desk/me.ts'
import { hoursHandlers } from './hours/handlers.ts'
import { lineHandlers } from './line/handlers.ts'
import { reportHandlers } from './reports/handlers.ts'
import { calendarFeed } from './roster/calendar.ts'
import { rosterHandlers } from './roster/handlers.ts'

const handlers: DeskHandlers<typeof deskRoutes> = {
  ...meHandlers,
  ...contactHandlers,
  ...hoursHandlers,
  ...rosterHandlers,
  ...lineHandlers,
  ...callbackHandlers,
  ...conversationHandlers,
  ...caseHandlers,
  ...reportHandlers,
}

/** The HTTP API of the duty desk. */
export function deskApp(deps: DeskDeps, options: HttpAppOptions): Hono<AppEnvironment> {
  const app = createHttpApp(options)
  mountRoutes<Desk, typeof deskIds, typeof deskRoutes>(app, {
    ids: deskIds,
    routes: deskRoutes,
    handlers,
    enter: (context, roles) => enterDesk(deps, context, roles),
    contactOf: ({ contact, conversation }) => contact ?? conversation?.replace(/^conversation_/, 'contact_') ?? null,
  })
  app.get(calendarFeedPath, (context) => calendarFeed(deps, context))
  return app
}
