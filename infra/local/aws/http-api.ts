import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LineClock } from '../machine/clock.ts'
import type { Functions } from '../functions/functions.ts'
import type { Invocation } from '../functions/invocation.ts'
import { routeFor, routesOf, type Matched } from './http-routes.ts'
import type { CloudAssembly } from '../template/cloud-assembly.ts'

export type HttpApiHandler = {
  /** Answers with the function behind the route; false if no route in the templates matches. */
  answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<boolean>
}
export type HttpApiOptions = { assembly: CloudAssembly; clock: LineClock; invoke: Functions['invoke']; newId(): string }

// API Gateway waits at most this long for an integration.
const timeoutMilliseconds = 30_000
// API Gateway passes these bodies on as text, all others as base64.
const textual = /^(text\/|application\/(json|javascript|xml)\b)/

/** API Gateway's HTTP API (payload 2.0): makes the event from the Node request, and the response from the function's answer. */
export function openHttpApi({ assembly, clock, invoke, newId }: HttpApiOptions): HttpApiHandler {
  const routes = routesOf(assembly)
  return {
    answer: async (request, response, body) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      const matched = routeFor(routes, request.method ?? 'GET', url.pathname)
      if (!matched) return false
      const event = eventOf({ request, url, body, matched, now: clock.now(), requestId: newId() })
      reply(response, await invoke(matched.route.functionArn, event, timeoutMilliseconds))
      return true
    },
  }
}

type Asked = { request: IncomingMessage; url: URL; body: Buffer; matched: Matched; now: Date; requestId: string }

function eventOf({ request, url, body, matched, now, requestId }: Asked) {
  const { cookie, ...headers } = joinedHeaders(request)
  const isText = textual.test(headers['content-type'] ?? 'text/plain')
  const query = joinedQuery(url)
  const { route, pathParameters } = matched
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie ? { cookies: cookie.split(/;\s*/) } : {}),
    headers,
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: '111122223333',
      apiId: route.apiId,
      domainName: headers['host'] ?? '127.0.0.1',
      domainPrefix: route.apiId,
      http: {
        method: request.method,
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: route.routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters } : {}),
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  }
}

function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, values] of Object.entries(request.headersDistinct)) headers[name] = (values ?? []).join(name === 'cookie' ? '; ' : ',')
  return headers
}

function joinedQuery(url: URL): Record<string, string> {
  const query: Record<string, string> = {}
  for (const name of new Set(url.searchParams.keys())) query[name] = url.searchParams.getAll(name).join(',')
  return query
}

type FunctionAnswer = {
  statusCode?: unknown
  headers?: Record<string, unknown>
  cookies?: unknown
  body?: unknown
  isBase64Encoded?: unknown
}

function reply(response: ServerResponse, outcome: Invocation): void {
  if (outcome.kind === 'timed-out') return refuse(response, 503, 'Service Unavailable')
  if (outcome.kind !== 'answered') return refuse(response, 500, 'Internal Server Error')
  const { payload } = outcome
  if (typeof payload !== 'object' || payload === null || !('statusCode' in payload)) {
    // Without a status code, the whole answer is the body.
    response.writeHead(200, { 'content-type': 'application/json' }).end(typeof payload === 'string' ? payload : JSON.stringify(payload))
    return
  }
  const answer: FunctionAnswer = payload
  const status = Number(answer.statusCode)
  if (!Number.isInteger(status) || status < 200 || status > 599) return refuse(response, 500, 'Internal Server Error')
  response.statusCode = status
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, String(value))
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'text/plain;charset=utf-8')
  if (Array.isArray(answer.cookies) && answer.cookies.length > 0) response.setHeader('set-cookie', answer.cookies.map(String))
  const body = typeof answer.body === 'string' ? answer.body : ''
  response.end(answer.isBase64Encoded === true ? Buffer.from(body, 'base64') : body)
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }))
}
