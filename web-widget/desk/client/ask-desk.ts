import type { deskIds } from '../../../shared/contracts/routes/desk-access.ts'
import type { deskRoutes } from '../../../shared/contracts/routes/desk-routes.ts'
import { type Answer, ask, type Question } from '../../kit/request.ts'
import { type AskRoute, routeClient, type RouteResult } from '../../kit/route-client.ts'
import type { ApiFailure, ApiResult } from './api-result.ts'
import type { Session } from './session.ts'

/** Asks a route of the desk by its name in the table. */
export type AskDesk = AskRoute<typeof deskIds, typeof deskRoutes>

/** The routes of the desk, each request with the worker's token and, in the workspace, the agent that the workspace names. */
export function openAskDesk(session: Session, agentArn: () => string | null): AskDesk {
  function asked(path: string, question: Question, token: string): Promise<Answer> {
    const arn = agentArn()
    const headers = { authorization: `Bearer ${token}`, ...(arn === null ? {} : { 'x-agent-arn': arn }) }
    return ask(path, { ...question, headers })
  }
  return routeClient(async (bare, { query, ...question }) => {
    const search = new URLSearchParams({ ...query })
    const path = search.size === 0 ? bare : `${bare}?${search}`
    const token = await session.token()
    if (token === null) return signedOut
    const first = await asked(path, question, token)
    if (first.status !== 401) return first
    const fresh = await session.renew()
    return fresh === null ? signedOut : asked(path, question, fresh)
  })
}

// As the server would answer, which is not asked without a token.
const signedOut: Answer = { status: 401 }

/** What the screens read: the answer, or why there is none. */
export async function resultOf<Body>(asked: Promise<RouteResult<Body>>): Promise<ApiResult<Body>> {
  const result = await asked
  if (result.kind === 'ok') return result
  const { status, refusal } = result
  // The desk has its own words for whoever may not come in.
  return { kind: 'failed', why: whyOf(status, refusal?.kind), sentence: refusal?.kind === 'refused' ? refusal.sentence : null }
}

function whyOf(status: number | undefined, kind: string | undefined): ApiFailure['why'] {
  if (status === undefined) return 'unreachable'
  if (status === 401) return 'signed-out'
  if (status === 403) return kind === 'other-worker' ? kind : 'not-a-worker'
  return status === 404 ? 'not-found' : 'broken'
}
