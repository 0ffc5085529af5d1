import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { calendarFeedPath } from '../shared/contracts/routes/calendar-feed.ts'
import { deskIds } from '../shared/contracts/routes/desk-access.ts'
import { deskRoutes } from '../shared/contracts/routes/desk-routes.ts'
import { widgetIds, widgetRoutes } from '../shared/contracts/routes/widget-routes.ts'
import type { OpenApiInput } from './open-api.ts'

// The schemas that a reader of the document meets by name; what Connect sends and what the tables are made of is none of it.
const schemaFiles = { cwd: fileURLToPath(new URL('../shared', import.meta.url)), exclude: ['contracts/connect/**', 'contracts/routes/**'] }

/** Everything that the OpenAPI document is made of. */
export async function openApiInput(): Promise<OpenApiInput> {
  const named: Record<string, unknown> = {}
  for (const path of globSync('{contracts,domain}/**/*.ts', schemaFiles).sort()) {
    Object.assign(named, await import(new URL(`../shared/${path}`, import.meta.url).href))
  }
  const tables = [
    { routes: deskRoutes, ids: deskIds },
    { routes: widgetRoutes, ids: widgetIds },
  ]
  return { tables, named, calendar: calendarFeedPath }
}
