import { DeskToFinish, DraftSaved, LogConversation, Logged, SaveDraft } from '../conversations/conversations.ts'
import { deskTable, roles } from './desk-access.ts'

/** Conversation logs: drafts, logging, and what still has to be finished. */
export const conversationRoutes = deskTable({
  'GET /api/desk/to-finish': { roles: roles.both, answers: { 200: DeskToFinish } },
  'PUT /api/desk/conversations/:conversation/draft': { roles: roles.worker, body: SaveDraft, answers: DraftSaved },
  'POST /api/desk/conversations/:conversation/log': { roles: roles.worker, body: LogConversation, answers: Logged },
})
