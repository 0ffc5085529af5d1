import type { DeskDenied } from '../../../shared/contracts/refusal.ts'
import type { Route } from '../../../shared/contracts/routes/route-table.ts'
import { deskNl } from '../../../shared/words/nl/desk/desk.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { type AppContext, HttpError, notFound } from '../../http-app.ts'
import type { Desk, DeskDeps } from './deps.ts'

/**
 * The dependencies of a request with its signed-in worker. Throws 401 or 403 for who is not signed in or not one of our workers, and 404
 * for a role that the route does not list: a route that a user may not use looks as if it did not exist.
 */
export async function enterDesk(deps: DeskDeps, context: AppContext, roles: Route['roles']): Promise<Desk> {
  const worker = await signedInWorker(deps, context)
  if (roles !== 'anybody' && !roles.includes(worker.role)) throw notFound()
  return { ...deps, worker }
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

// The agent workspace reports its agent without proof, so it must match the ARN stored for the worker. Until `apply-roster` has stored one,
// any ARN is accepted that is not stored for another worker.
async function maySayAgent(deps: DeskDeps, worker: Worker, agentArn: string): Promise<boolean> {
  if (worker.agentArn !== null) return worker.agentArn === agentArn
  return agentArn.length <= 300 && (await deps.workers.byAgentArn(agentArn)) === null
}
