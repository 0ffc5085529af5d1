import type {
  AttemptNoted,
  CallbackClaimed,
  CallbackDialled,
  CallbackNumber,
  CallbackSeen,
  DeskCallbacks,
  Dialled,
  NoteAttempt,
} from '../../../shared/contracts/callbacks/callbacks.ts'
import type { DeskFigures } from '../../../shared/contracts/reports/figures.ts'
import type { Question } from '../../kit/request.ts'
import type { ApiResult } from './api-result.ts'

/** The doors of the call-back ledger, and of the figures that are counted from it. */
export type CallbackClient = {
  callbacks(): Promise<ApiResult<DeskCallbacks>>
  claim(id: string): Promise<ApiResult<CallbackClaimed>>
  release(id: string): Promise<ApiResult<CallbackClaimed>>
  callbackNumber(id: string): Promise<ApiResult<CallbackNumber>>
  dialled(id: string, call: Dialled): Promise<ApiResult<CallbackDialled>>
  noteAttempt(id: string, attempt: NoteAttempt): Promise<ApiResult<AttemptNoted>>
  markSeen(id: string): Promise<ApiResult<CallbackSeen>>
  figures(): Promise<ApiResult<DeskFigures>>
}

/** The ledger's doors, on the way that all the desk's requests go. */
export function callbackClient(go: <Body>(path: string, question?: Question) => Promise<ApiResult<Body>>): CallbackClient {
  const step = <Body>(id: string, name: string, body?: unknown) =>
    go<Body>(`callbacks/${encodeURIComponent(id)}/${name}`, { method: 'POST', body })
  return {
    callbacks: () => go('callbacks'),
    claim: (id) => step(id, 'claim'),
    release: (id) => step(id, 'release'),
    callbackNumber: (id) => step(id, 'number'),
    dialled: (id, call) => step(id, 'dialled', call),
    noteAttempt: (id, attempt) => step(id, 'attempts', attempt),
    markSeen: (id) => step(id, 'seen'),
    figures: () => go('figures'),
  }
}
