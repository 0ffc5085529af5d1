import { timingSafeEqual } from 'node:crypto'
import type { RegionId } from '../../shared/domain/ids.ts'
import { keyedHash } from '../../shared/storage/table/referrer-key.ts'

// By Connect’s id, and the line on which it was opened.
type ChatOfLine = { contactId: string; region: RegionId }

/** What the browser that started a chat gets, to ask about it later: it follows from the chat, its line and our key, so nothing is stored. */
export function positionTicketOf(callerKey: string, { contactId, region }: ChatOfLine): string {
  return keyedHash(callerKey, `place:${region}:${contactId}`).toString('base64url')
}

/** Whether a ticket is the one of this chat, on this line: given up to another line, it would be lost to its own. */
export function isTicketOf(callerKey: string, chat: ChatOfLine, ticket: string | undefined): boolean {
  const right = Buffer.from(positionTicketOf(callerKey, chat))
  const shown = Buffer.from(ticket ?? '')
  return shown.length === right.length && timingSafeEqual(shown, right)
}
