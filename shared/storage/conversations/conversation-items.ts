import * as z from 'zod'
import { CoachingNotes } from '../../domain/conversations/coaching.ts'
import { ContactId, ConversationId, RegionId, WorkerId } from '../../domain/ids.ts'
import { conversationKey, toFinishOf } from './keys.ts'
import { Moment } from '../table/moment.ts'
import { readStored } from '../table/read-each.ts'
import { conversationKeptUntil, secondsOf } from '../table/retention.ts'
import type { Item } from '../table/table.ts'

/** The log of one contact: a draft whose version grows with each save, until it is logged and never changes again. */
export type Conversation = {
  id: ConversationId
  contact: ContactId
  region: RegionId
  openedBy: WorkerId
  openedAt: Date
  version: number
  state: 'draft' | 'logged'
  notes: CoachingNotes
  /** The conversation from which this referrer's code comes: the first one with this code; null until it is logged. */
  codeFrom: ConversationId | null
}

const StoredConversation = z.object({
  id: ConversationId,
  contact: ContactId,
  region: RegionId,
  openedBy: WorkerId,
  openedAt: Moment,
  version: z.int().min(0),
  state: z.enum(['draft', 'logged']),
  notes: CoachingNotes,
  codeFrom: ConversationId.nullable(),
})

/** A conversation as an item. */
export function toItem(conversation: Conversation) {
  const { id, openedBy, openedAt, ...rest } = conversation
  return {
    ...conversationKey(id),
    ...toFinishOf(openedBy, openedAt),
    ...rest,
    id,
    openedBy,
    openedAt: openedAt.toISOString(),
    expiresAt: secondsOf(conversationKeptUntil(openedAt)),
  }
}

/** Reads a conversation from its item; throws when the item is not one. */
export function fromItem(item: Item): Conversation {
  return readStored(StoredConversation, item)
}
