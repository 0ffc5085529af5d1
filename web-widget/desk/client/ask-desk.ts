import type { deskIds } from '../../../shared/contracts/routes/desk-access.ts'
import type { deskRoutes } from '../../../shared/contracts/routes/desk-routes.ts'
import { type Answer, ask, type Question } from '../../kit/request.ts'
import { type AskRoute, routeClient, type RouteResult } from '../../kit/route-client.ts'
import type { ApiFailure, ApiResult } from './api-result.ts'
import type { Session, TokenHeld } from './session.ts'

/** Calls a route of the desk API by its key in the route table. */
export type AskDesk = AskRoute<typeof deskIds, typeof deskRoutes>

/** Adds to each request the worker’s token and, in the workspace, the agent’s ARN. After a 401 it renews the token and tries once more. */
export function openAskDesk(session: Session, agentArn: () => string | null): AskDesk {
  function asked(path: string, question: Question, token: string): Promise<Answer> {
    const arn = agentArn()
    const headers = { authorization: `Bearer ${token}`, ...(arn === null ? {} : { 'x-agent-arn': arn }) }
    return ask(path, { ...question, headers })
  }
  return routeClient(async (bare, { query, ...question }) => {
    const search = new URLSearchParams({ ...query })
    const path = search.size === 0 ? bare : `${bare}?${search}`
    const held = await session.token()
    if (held.kind !== 'token') return without(held)
    const first = await asked(path, question, held.token)
    if (first.status !== 401) return first
    const fresh = await session.renew()
    return fresh.kind === 'token' ? asked(path, question, fresh.token) : without(fresh)
  })
}

// Without a token no request is sent; this stands for the 401 that the server would give, or for no answer at all.
function without({ kind }: Exclude<TokenHeld, { kind: 'token' }>): Answer {
  return kind === 'signed-out' ? { status: 401 } : {}
}

/** Turns the result of a route into what the screens use: a body, or the reason that there is none. */
export async function resultOf<Body>(asked: Promise<RouteResult<Body>>): Promise<ApiResult<Body>> {
  const result = await asked
  if (result.kind === 'ok') return result
  const { status, refusal } = result
  // A refusal of access (`DeskDenied`) has its text in the desk; other refusals bring a sentence from the server.
  return { kind: 'failed', why: whyOf(status, refusal?.kind), sentence: refusal?.kind === 'refused' ? refusal.sentence : null }
}

function whyOf(status: number | undefined, kind: string | undefined): ApiFailure['why'] {
  if (status === undefined) return 'unreachable'
  if (status === 401) return 'signed-out'
  if (status === 403) return kind === 'other-worker' ? kind : 'not-a-worker'
  return status === 404 ? 'not-found' : 'broken'
}
