import type { Hono } from 'hono'
import { widgetIds, widgetRoutes } from '../../shared/contracts/routes/widget-routes.ts'
import { ticketHeader } from '../../shared/contracts/widget/place-ticket.ts'
import { type AppEnvironment, createHttpApp, type HttpAppOptions } from '../http-app.ts'
import { mountRoutes } from '../mount-routes.ts'
import { widgetHandlers, type WidgetDeps, type WidgetRequestDeps } from './handlers.ts'

/** The HTTP API of the chat widget, without sign-in. Chat messages go from the browser to Connect directly, never through it. */
export function widgetApp(deps: WidgetDeps, options: HttpAppOptions): Hono<AppEnvironment> {
  const app = createHttpApp(options)
  mountRoutes<WidgetRequestDeps, typeof widgetIds, typeof widgetRoutes>(app, {
    ids: widgetIds,
    routes: widgetRoutes,
    handlers: widgetHandlers,
    enter: (context) => ({ ...deps, ticket: context.req.header(ticketHeader) }),
  })
  return app
}
