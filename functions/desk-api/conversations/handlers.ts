import type { conversationRoutes } from '../../../shared/contracts/routes/conversation-routes.ts'
import type { DeskHandlers } from '../desk/desk-handlers.ts'
import { logConversation, saveDraft } from './log-conversation.ts'
import { toFinish } from './to-finish.ts'

/** The handlers of the conversation routes. */
export const conversationHandlers: DeskHandlers<typeof conversationRoutes> = {
  'GET /api/desk/to-finish': toFinish,
  'PUT /api/desk/conversations/:conversation/draft': (desk, { ids, body }) => saveDraft(desk, ids.conversation, body),
  'POST /api/desk/conversations/:conversation/log': (desk, { ids, body }) => logConversation(desk, ids.conversation, body),
}
