import type { Hono } from 'hono'
import { calendarFeedPath } from '../../shared/contracts/routes/calendar-feed.ts'
import { deskIds } from '../../shared/contracts/routes/desk-access.ts'
import { deskRoutes } from '../../shared/contracts/routes/desk-routes.ts'
import { type AppEnvironment, createHttpApp, type HttpAppOptions } from '../http-app.ts'
import { mountRoutes } from '../mount-routes.ts'
import { enterDesk } from './desk/access.ts'
import type { Desk, DeskDeps } from './desk/deps.ts'
import { deskHandlers } from './handlers.ts'
import { calendarFeed } from './roster/calendar.ts'

/** The HTTP API of the duty desk: the routes of its table, and the calendar feed, which needs no sign-in. */
export function deskApp(deps: DeskDeps, options: HttpAppOptions): Hono<AppEnvironment> {
  const app = createHttpApp(options)
  mountRoutes<Desk, typeof deskIds, typeof deskRoutes>(app, {
    ids: deskIds,
    routes: deskRoutes,
    handlers: deskHandlers,
    enter: (context, roles) => enterDesk(deps, context, roles),
    contactOf: ({ contact, conversation }) => contact ?? conversation?.replace(/^conversation_/, 'contact_') ?? null,
  })
  app.get(calendarFeedPath, (context) => calendarFeed(deps, context))
  return app
}
