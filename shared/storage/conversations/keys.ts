import type { ConversationId, WorkerId } from '../../domain/ids.ts'
import type { Key } from '../table/keys.ts'

/** The log of a conversation. */
export function conversationKey(conversation: ConversationId): Key {
  return { pk: `conversation#${conversation}`, sk: 'notes' }
}

/** The pointer that lets one conversation lead to at most one case. */
export function takenOnKey(conversation: ConversationId): Key {
  return { pk: `conversation#${conversation}`, sk: 'taken-on' }
}

/** The index keys of a conversation with open work: the worker's list by moment. */
export function toFinishOf(worker: WorkerId, openedAt: Date): { gsi1pk: string; gsi1sk: string } {
  return { gsi1pk: `to-finish#${worker}`, gsi1sk: openedAt.toISOString() }
}
