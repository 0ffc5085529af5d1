import { timingSafeEqual } from 'node:crypto'
import type { RegionId } from '../../shared/domain/ids.ts'
import { keyedHash } from '../../shared/storage/table/referrer-key.ts'

// `contactId` is Connect's id, without our prefix; `region` is the line on which the chat was started.
type ChatOfLine = { contactId: string; region: RegionId }

/**
 * The ticket by which a browser proves that it started a chat: a keyed hash of contact and region, so that nothing has to be stored.
 */
export function positionTicketOf(callerKey: string, { contactId, region }: ChatOfLine): string {
  return keyedHash(callerKey, `place:${region}:${contactId}`).toString('base64url')
}

/**
 * Whether a ticket belongs to this chat of this region. The region is part of it: otherwise a call-back request to another line could end
 * the chat, and its own line would not know of the promise.
 */
export function isTicketOf(callerKey: string, chat: ChatOfLine, ticket: string | undefined): boolean {
  const right = Buffer.from(positionTicketOf(callerKey, chat))
  const shown = Buffer.from(ticket ?? '')
  return shown.length === right.length && timingSafeEqual(shown, right)
}
