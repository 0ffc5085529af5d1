import type { Hono } from 'hono'
import type * as z from 'zod'
import type { DeskDenied } from '../../../shared/contracts/desk.ts'
import { deskNl } from '../../../shared/words/nl/desk/desk.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { type AppContext, type AppEnvironment, notFound, HttpError } from '../../http-app.ts'
import type { Desk, DeskDeps } from './deps.ts'

export type DeskRoute = {
  method: 'get' | 'put' | 'post'
  path: string
  /** The roles that may come in here. A route that names none does not start. */
  roles: readonly Worker['role'][]
  answer(desk: Desk, context: AppContext): Promise<Response> | Response
}

/** Hangs the routes in the app, each behind the sign-in and its roles: what is not allowed is not there. */
export function openRoutes(app: Hono<AppEnvironment>, deps: DeskDeps, routes: readonly DeskRoute[]): void {
  for (const route of routes) {
    if (!Array.isArray(route.roles) || route.roles.length === 0)
      throw new Error(`${route.method} ${route.path} does not say who may use it`)
    app.on(route.method.toUpperCase(), route.path, async (context) => {
      const worker = await signedInWorker(deps, context)
      if (!route.roles.includes(worker.role)) throw notFound()
      return route.answer({ ...deps, worker }, context)
    })
  }
}

/** What this worker may see, or as absent as what is not there. */
export function found<Value>(value: Value | null): Value {
  if (value === null) throw notFound()
  return value
}

/** An id in the address; one that cannot be one is as absent as one that is not there. */
export function idIn<Schema extends z.ZodType>(context: AppContext, name: string, schema: Schema): z.infer<Schema> {
  const read = schema.safeParse(context.req.param(name))
  if (!read.success) throw notFound()
  return read.data
}

async function signedInWorker(deps: DeskDeps, context: AppContext): Promise<Worker> {
  const token = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1]
  const subject = token === undefined ? null : await deps.subjectOf(token)
  if (subject === null) throw denied(401, 'signed-out')
  const worker = await deps.workers.bySubject(subject)
  if (!worker) throw denied(403, 'not-a-worker')
  const agentArn = context.req.header('x-agent-arn')
  if (agentArn !== undefined && !(await maySayAgent(deps, worker, agentArn))) throw denied(403, 'other-worker')
  return worker
}

const denials = {
  'signed-out': deskNl.signInHelp,
  'not-a-worker': deskNl.notAWorker,
  'other-worker': deskNl.otherWorker,
} as const satisfies Record<DeskDenied['kind'], string>

function denied(status: 401 | 403, kind: DeskDenied['kind']): HttpError {
  return new HttpError({ status, kind, sentence: () => denials[kind] })
}

// The workspace tells which agent it is without proof. It may never be somebody else's; before the first roster was applied we know nobody's yet.
async function maySayAgent(deps: DeskDeps, worker: Worker, agentArn: string): Promise<boolean> {
  if (worker.agentArn !== null) return worker.agentArn === agentArn
  return agentArn.length <= 300 && (await deps.workers.byAgentArn(agentArn)) === null
}
