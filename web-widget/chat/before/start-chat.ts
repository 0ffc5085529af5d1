import type { Refusal } from '../../../shared/contracts/refusal.ts'
import type { ChatStarted, LineClosed, StartChat, TooBusy } from '../../../shared/contracts/widget/chats.ts'
import { ask } from '../../kit/request.ts'
import type { ChatKeys } from '../model/stored-chat.ts'

export type StartOutcome =
  | { kind: 'started'; keys: ChatKeys }
  | { kind: 'line-closed' }
  | { kind: 'too-busy'; sentence: string }
  | { kind: 'refused'; field: string | null; sentence: string }
  | { kind: 'failed' }

/** Asks for a chat. Asking twice with the same session opens one. */
export async function startChat(request: StartChat): Promise<StartOutcome> {
  const answer = await ask<ChatStarted | LineClosed | TooBusy | Refusal>('/api/widget/chats', {
    method: 'POST',
    body: request,
    headers: { 'accept-language': request.language },
  })
  if (answer.kind === 'unreachable') return { kind: 'failed' }
  const { body } = answer
  return body.kind === 'started' ? { kind: 'started', keys: body } : body
}
