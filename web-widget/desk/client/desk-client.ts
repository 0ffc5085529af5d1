import type { DeskCase, DeskPlaces, TakeOn, TakenOn } from '../../../shared/contracts/cases/cases.ts'
import type { EarlierContact } from '../../../shared/contracts/contacts/earlier-contacts.ts'
import type { DeskToFinish, DraftSaved, Logged, SaveDraft } from '../../../shared/contracts/conversations/conversations.ts'
import type { DeskContact } from '../../../shared/contracts/conversations/desk-contact.ts'
import type { DeskMe } from '../../../shared/contracts/desk/desk-me.ts'
import type { DeskLine, SoftphoneTried } from '../../../shared/contracts/line/desk-line.ts'
import type { Refusal } from '../../../shared/contracts/refusal.ts'
import { ask, type Question } from '../../kit/request.ts'
import { type CallbackClient, callbackClient } from './callback-client.ts'
import { type RosterClient, rosterClient } from './roster-client.ts'
import type { ApiResult, ApiFailure } from './api-result.ts'
import type { Session } from './session.ts'

export type DeskClient = RosterClient &
  CallbackClient & {
    me(): Promise<ApiResult<DeskMe>>
    line(): Promise<ApiResult<DeskLine>>
    softphoneTried(tried: SoftphoneTried): Promise<ApiResult<Pick<DeskLine, 'softphone'>>>
    contact(connectContactId: string): Promise<ApiResult<DeskContact>>
    earlier(connectContactId: string, code: string): Promise<ApiResult<{ earlier: EarlierContact[] }>>
    save(conversation: string, draft: SaveDraft): Promise<ApiResult<DraftSaved>>
    log(conversation: string, draft: SaveDraft): Promise<ApiResult<Logged>>
    places(): Promise<ApiResult<DeskPlaces>>
    takeOn(conversation: string, request: TakeOn): Promise<ApiResult<TakenOn>>
    toFinish(): Promise<ApiResult<DeskToFinish>>
    cases(): Promise<ApiResult<{ cases: DeskCase[] }>>
    case(id: string): Promise<ApiResult<DeskCase>>
  }

/** The desk's doors, each request with the worker's token and, in the workspace, the agent that the workspace says she is. */
export function openDeskClient(session: Session, agentArn: () => string | null): DeskClient {
  async function go<Body>(path: string, question: Question = {}): Promise<ApiResult<Body>> {
    const token = await session.token()
    if (token === null) return failure('signed-out')
    const first = await asked<Body>(path, question, token)
    if (first.kind === 'unreachable' || first.status !== 401) return resultFrom(first)
    const fresh = await session.renew()
    return fresh === null ? failure('signed-out') : resultFrom(await asked<Body>(path, question, fresh))
  }
  function asked<Body>(path: string, question: Question, token: string) {
    const arn = agentArn()
    const headers = { authorization: `Bearer ${token}`, ...(arn === null ? {} : { 'x-agent-arn': arn }) }
    return ask<Body | Refusal>(`/api/desk/${path}`, { ...question, headers })
  }
  const post = (body: unknown): Question => ({ method: 'POST', body })
  return {
    ...rosterClient(go),
    ...callbackClient(go),
    me: () => go('me'),
    line: () => go('line'),
    softphoneTried: (tried) => go('softphone-check', post(tried)),
    contact: (id) => go(`contacts/${encodeURIComponent(id)}`),
    earlier: (id, code) => go(`contacts/${encodeURIComponent(id)}/code`, post({ code })),
    save: (id, draft) => go(`conversations/${id}/draft`, { method: 'PUT', body: draft, outlivesThePage: true }),
    log: (id, draft) => go(`conversations/${id}/log`, post(draft)),
    places: () => go('places'),
    takeOn: (id, request) => go(`conversations/${id}/take-on`, post(request)),
    toFinish: () => go('to-finish'),
    cases: () => go('cases'),
    case: (id) => go(`cases/${encodeURIComponent(id)}`),
  }
}

function resultFrom<Body>(answer: Awaited<ReturnType<typeof ask<Body | Refusal>>>): ApiResult<Body> {
  if (answer.kind === 'unreachable') return failure('unreachable')
  const { status, body } = answer
  // 409, 410 and 422 are answers of the contract: stale, needs a reason, erased, incomplete.
  if (!isRefusal(body) && (status < 300 || status === 409 || status === 410 || status === 422)) return { kind: 'ok', body }
  const sentence = isRefusal(body) ? body.sentence : null
  if (status === 401) return failure('signed-out', sentence)
  if (status === 403) return failure(kindOf(body) === 'other-worker' ? 'other-worker' : 'not-a-worker', sentence)
  return failure(status === 404 ? 'not-found' : 'broken', sentence)
}

function failure(why: ApiFailure['why'], sentence: string | null = null): ApiFailure {
  return { kind: 'failed', why, sentence }
}

function isRefusal(body: unknown): body is Refusal {
  return kindOf(body) === 'refused'
}

function kindOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'kind' in body ? body.kind : null
}
