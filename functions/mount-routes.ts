import type { Hono } from 'hono'
import * as z from 'zod'
import type { AnswerOf, BodyOf, Ids, IdsIn, QueryOf, Route, RouteTable } from '../shared/contracts/routes/route-table.ts'
import { methodAndPath, namesIn } from '../shared/contracts/routes/route-path.ts'
import type { Language } from '../shared/domain/regions/region.ts'
import { type AppContext, type AppEnvironment, bodyOf, invalid, notFound, respond } from './http-app.ts'
import type { RequestLog } from './lambda.ts'

/** A request after parsing by the schemas of its route. `language`: the language of error messages and other sentences in the answer. */
export type RouteInput<All extends Ids, Key extends string, One extends Route> = {
  ids: IdsIn<All, Key, 'output'>
  query: QueryOf<One, 'output'>
  body: BodyOf<One, 'output'>
  requestLog: RequestLog
  language: Language
}

type Handler<Deps, Input, Answer> = (deps: Deps, input: Input) => Answer | null | Promise<Answer | null>

/** Exactly one handler for each route of a table. A handler that returns null is answered with 404. */
export type Handlers<Deps, All extends Ids, Routes extends RouteTable> = {
  readonly [Key in keyof Routes & string]: Handler<Deps, RouteInput<All, Key, Routes[Key]>, AnswerOf<Routes[Key]>>
}

/** A route table with everything that is needed to serve it. */
export type MountOptions<Deps, All extends Ids, Routes extends RouteTable> = {
  ids: All
  routes: Routes
  handlers: Handlers<Deps, All, Routes>
  /** Checks the request against the roles of the route; returns the handlers' dependencies or throws an `HttpError`. */
  enter(context: AppContext, roles: Route['roles']): Deps | Promise<Deps>
  /** The contact id for the log line, taken from the ids in the path; null or left out = the path names no contact. */
  contactOf?(ids: Readonly<Record<string, string>>): string | null
}

/** Adds the routes of a table to the app. Per request: roles first, then ids, query and body by their schemas, then the handler. */
export function mountRoutes<Deps, All extends Ids, Routes extends RouteTable>(
  app: Hono<AppEnvironment>,
  options: MountOptions<Deps, All, Routes>,
): void {
  for (const [key, route] of Object.entries<Route>(options.routes)) {
    if (route.roles.length === 0) throw new Error(`${key} does not say who may use it`)
    const { method, path } = methodAndPath(key)
    const names = namesIn(key)
    const statusOf = statusByKind(key, route)
    // The cast is safe: the input below is parsed by the schemas of this same key, which the compiler cannot follow in a loop over all
    // keys.
    const handler = options.handlers[key as keyof Routes & string] as unknown as Handler<Deps, object, object>
    app.on(method, path, async (context) => {
      const deps = await options.enter(context, route.roles)
      const ids = Object.fromEntries(names.map((name) => [name, idIn(context, name, options.ids[name])]))
      const requestLog = context.get('requestLog')
      requestLog.contactId = options.contactOf?.(ids) ?? null
      const query = route.query && queryIn(context, route.query)
      const body = route.body && (await bodyOf(context, route.body))
      const answer = await handler(deps, { ids, query, body, requestLog, language: context.get('language') })
      if (answer === null) throw notFound()
      return respond(context, answer, statusOf(answer))
    })
  }
}

// A malformed id gets the same 404 as an id that does not exist.
function idIn(context: AppContext, name: string, schema: Ids[string] | undefined): string {
  const read = schema?.safeParse(context.req.param(name))
  if (!read?.success) throw notFound()
  return read.data
}

function queryIn(context: AppContext, schema: z.ZodType): unknown {
  const read = schema.safeParse(context.req.query())
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw issue?.code === 'unrecognized_keys' ? notFound() : invalid(String(issue?.path[0]))
}

/** Returns a function from an answer to its status, by the answer's `kind`. It throws (a 500) for an answer that is not in the table. */
function statusByKind(key: string, { answers }: Route): (answer: object) => 200 {
  const byKind = new Map<unknown, number>()
  for (const [status, schema] of Object.entries(answers)) {
    for (const kind of kindsOf(key, schema)) {
      if (byKind.has(kind)) throw new Error(`${key} answers ${kind ?? 'without a kind'} under two statuses`)
      byKind.set(kind, Number(status))
    }
  }
  return (answer) => {
    const status = byKind.get('kind' in answer ? answer.kind : undefined)
    if (status === undefined) throw new Error(`${key} answers something that is not in its table`)
    // Cast for Hono's type of statuses that may have a body; all statuses of a table may.
    return status as 200
  }
}

// Throws at start for a schema whose kinds cannot be read: otherwise every answer by it would be a 500, found only at the first request.
function kindsOf(key: string, schema: z.core.$ZodType): (string | undefined)[] {
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap((one) => kindsOf(key, one)))]
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodLazy) return kindsOf(key, schema.unwrap())
  if (!(schema instanceof z.ZodObject)) throw new Error(`${key} has an answer whose kind cannot be read: it is no object`)
  const kind: unknown = schema.shape['kind']
  if (kind === undefined) return [undefined]
  if (kind instanceof z.ZodLiteral) return [...kind.values].map(String)
  if (kind instanceof z.ZodEnum) return kind.options.map(String)
  throw new Error(`${key} has an answer whose kind cannot be read: it is no literal and no enum`)
}
