import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LineClock } from '../machine/clock.ts'
import type { Functions } from '../functions/functions.ts'
import { clockNow, moveClock } from '../machine/local-clock.ts'
import { setFault, type DatabaseFaults } from '../aws/local-faults.ts'
import { localPage, type LocalView } from './local-page.ts'
import { plainStyle } from './local-style.ts'
import { localWords } from '../machine/local-words.ts'

export type LocalRoutes = { answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<boolean> }
export type LocalRoutesOptions = {
  clock: LineClock
  view(): Promise<LocalView>
  functions: Functions
  databaseFaults: DatabaseFaults
  product: string
}

/** The local page and its control API; none of this exists in AWS. */
export function openLocalRoutes(options: LocalRoutesOptions): LocalRoutes {
  return {
    answer: async (request, response, body) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      const step = steps[`${request.method} ${path}`]
      if (!step) return false
      response.setHeader('cache-control', 'no-store')
      // Any page in the browser could post here, so other origins are refused.
      const isForeign = request.method === 'POST' && request.headers.origin !== undefined && request.headers.origin !== options.product
      if (isForeign) json(response, 403, { kind: 'refused', field: null, sentence: 'origin' })
      else await step({ options, request, response, body })
      return true
    },
  }
}

/** Serves the style sheet that all plain local pages share. */
export function sendPlainStyle(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }).end(plainStyle)
}

type RouteRequest = { options: LocalRoutesOptions; request: IncomingMessage; response: ServerResponse; body: Buffer }

const steps: Record<string, (request: RouteRequest) => void | Promise<void>> = {
  'GET /': async ({ options, response }) => {
    const policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
    })
    response.end(localPage(await options.view()))
  },
  'GET /local/plain.css': ({ response }) => sendPlainStyle(response),
  'GET /local/clock': ({ options, response }) => json(response, 200, clockNow(options.clock)),
  'POST /local/clock': setClock,
  'GET /local/outbox': async ({ options, response }) => json(response, 200, { messages: (await options.view()).outbox }),
  'GET /local/dead-letters': async ({ options, response }) => json(response, 200, { letters: (await options.view()).deadLetters }),
  'POST /local/faults': ({ options, response, body }) => {
    const outcome = setFault(options.functions, options.databaseFaults, jsonIn(body))
    json(response, outcome.kind === 'set' ? 200 : 400, outcome)
  },
}

async function setClock({ options, request, response, body }: RouteRequest): Promise<void> {
  const { clock } = options
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
  const asked = isForm ? Object.fromEntries(new URLSearchParams(body.toString('utf8'))) : jsonIn(body)
  if (asked === null) return json(response, 400, { kind: 'refused', field: null, sentence: localWords.clock.badJson })
  const outcome = await moveClock(clock, asked)
  if (outcome.kind === 'refused') return json(response, 400, outcome)
  if (isForm) response.writeHead(303, { location: '/' }).end()
  else json(response, 200, clockNow(clock))
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    // Invalid JSON is refused where it is validated.
    return null
  }
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
