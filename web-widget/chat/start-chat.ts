import type { ChatStarted, Refusal, StartChat, WidgetLine } from '../../shared/contracts/widget.ts'
import { ask } from '../kit/ask.ts'
import type { ChatKeys } from './kept-chat.ts'

export type StartOutcome =
  | { kind: 'started'; keys: ChatKeys }
  | { kind: 'line-closed' }
  | { kind: 'refused'; field: string | null; sentence: string }
  | { kind: 'failed' }

type Answered = ChatStarted | { kind: 'line-closed'; state: WidgetLine['state'] } | Refusal

/** Asks for a chat. Asking twice with the same session opens one. */
export async function startChat(wish: StartChat): Promise<StartOutcome> {
  const answer = await ask<Answered>('/api/widget/chats', {
    method: 'POST',
    body: wish,
    headers: { 'accept-language': wish.language },
  })
  if (answer.kind === 'unreachable') return { kind: 'failed' }
  const { body } = answer
  if (body.kind === 'started') return { kind: 'started', keys: keysOf(body) }
  if (body.kind === 'line-closed') return { kind: 'line-closed' }
  return body.kind === 'refused' ? { kind: 'refused', field: body.field, sentence: body.sentence } : { kind: 'failed' }
}

function keysOf({ contactId, participantId, participantToken, participantEndpoint, awsRegion }: ChatStarted): ChatKeys {
  return { contactId, participantId, participantToken, participantEndpoint, awsRegion }
}
