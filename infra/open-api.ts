import { STATUS_CODES } from 'node:http'
import * as z from 'zod'
import { methodAndPath, namesIn } from '../shared/contracts/routes/route-path.ts'
import type { Ids, Route, RouteTable } from '../shared/contracts/routes/route-table.ts'

type Json = Record<string, unknown>
type Io = 'input' | 'output'
type SchemaOf = (schema: z.core.$ZodType, io: Io) => Json

/** A route table with the schemas of the ids in its paths. */
export type DescribedTable = { routes: RouteTable; ids: Ids }

export type OpenApiInput = {
  tables: readonly DescribedTable[]
  /** The exports of the contract modules by name. Each zod schema among them becomes a component of that name. */
  named: Readonly<Record<string, unknown>>
  /** The path of the calendar feed, which is in no table because it answers no JSON. */
  calendar: string
}

/** The OpenAPI 3.1 document of these tables. */
export function openApiOf({ tables, named, calendar }: OpenApiInput): Json {
  const { schemas, schemaOf } = componentsOf(named)
  const paths: Record<string, Json> = {}
  for (const { routes, ids } of tables) {
    for (const [key, route] of Object.entries(routes)) {
      const { method, path } = methodAndPath(key)
      const at = inBraces(path)
      paths[at] = { ...paths[at], [method.toLowerCase()]: operationOf(key, { route, ids, schemaOf }) }
    }
  }
  paths[inBraces(calendar)] = { get: calendarFeed(calendar) }
  return {
    openapi: '3.1.0',
    info: { title: 'Permanence line', version: '1' },
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: usedIn(paths, schemas),
    },
  }
}

/** The text of `docs/openapi.json`. */
export function openApiText(input: OpenApiInput): string {
  return `${JSON.stringify(openApiOf(input), null, 2)}\n`
}

function inBraces(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}')
}

type Operation = { route: Route; ids: Ids; schemaOf: SchemaOf }

function operationOf(key: string, { route, ids, schemaOf }: Operation): Json {
  const { roles, body, query, header } = route
  const inPath = namesIn(key).map((name) => ({ name, in: 'path', required: true, schema: schemaOf(ids[name] ?? z.string(), 'input') }))
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !z.safeParse(schema, undefined).success,
    schema: schemaOf(schema, 'input'),
  }))
  const inHeader = header === undefined ? [] : [{ name: header, in: 'header', required: false, schema: { type: 'string' } }]
  const answers = Object.entries(route.answers).map(([status, schema]) => [status, response(Number(status), schemaOf(schema, 'output'))])
  return {
    ...(roles === 'anybody' ? {} : { security: [{ bearer: [] }], 'x-roles': roles }),
    parameters: [...inPath, ...inQuery, ...inHeader],
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } } : {}),
    responses: Object.fromEntries([...answers, ...refusalsOf(key, route)]),
  }
}

// The error responses that are in no table, because they follow from what a route reads: body, query, ids or sign-in.
function refusalsOf(key: string, { roles, body, query }: Route): [number, Json][] {
  const isDesk = roles !== 'anybody'
  const hasIds = namesIn(key).length > 0
  const refused = [
    ...(body || query || (hasIds && !isDesk) ? [400] : []),
    ...(isDesk || hasIds ? [404] : []),
    ...(body ? [413, 415] : []),
    500,
  ]
  return [
    ...(isDesk ? [401, 403] : []).map((status): [number, Json] => [status, response(status, componentAt('DeskDenied'))]),
    ...refused.map((status): [number, Json] => [status, response(status, componentAt('Refusal'))]),
  ]
}

function calendarFeed(path: string): Json {
  const parameters = namesIn(path).map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  const feed = { description: 'OK', content: { 'text/calendar': { schema: { type: 'string' } } } }
  return { parameters, responses: { 200: feed, 404: response(404, componentAt('Refusal')), 500: response(500, componentAt('Refusal')) } }
}

function response(status: number, schema: Json): Json {
  return { description: STATUS_CODES[status] ?? '', content: { 'application/json': { schema } } }
}

function componentAt(name: string): Json {
  return { $ref: `#/components/schemas/${name}` }
}

/** The components by name, and a function that writes a schema with references to them. */
function componentsOf(named: OpenApiInput['named']): { schemas: Record<string, Json>; schemaOf: SchemaOf } {
  const idOf = new Map<z.core.$ZodType, string>()
  // Sorted by name, so that the document does not depend on the order in which modules are loaded.
  const byName = Object.entries(named).sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [id, schema] of byName) if (schema instanceof z.ZodType && !idOf.has(schema)) idOf.set(schema, id)
  const write = (io: Io, besides: [z.core.$ZodType, string][] = []): Record<string, Json> => {
    const registry = z.registry<{ id: string }>()
    for (const [schema, id] of [...idOf, ...besides]) registry.add(schema, { id })
    const { schemas } = z.toJSONSchema(registry, { io, uri: (id) => `#/components/schemas/${id}` })
    return Object.fromEntries(Object.entries(schemas).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]))
  }
  const schemaOf: SchemaOf = (schema, io) => {
    const id = idOf.get(schema)
    // A schema without a component name is written in place; named schemas inside it are references.
    return id === undefined ? (write(io, [[schema, 'here']])['here'] ?? {}) : componentAt(id)
  }
  return { schemas: write('input'), schemaOf }
}

/** The components that a document refers to, directly or through other components. */
function usedIn(document: object, schemas: Record<string, Json>): Record<string, Json> {
  const used = new Set<string>()
  const look = (value: unknown) => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue
      used.add(name)
      look(schemas[name])
    }
  }
  look(document)
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)))
}
