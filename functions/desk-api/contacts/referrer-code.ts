import type { ConversationId } from '../../../shared/domain/ids.ts'
import { type ReferrerCode, referrerCodeOf } from '../../../shared/domain/contacts/referrer-code.ts'
import { keyedHash } from '../../../shared/storage/table/referrer-key.ts'

/** The referrer's code that belongs to a conversation: derived from its id with our secret key, so that no code is stored. */
export function codeOf(callerKey: string, from: ConversationId): ReferrerCode {
  return referrerCodeOf(keyedHash(callerKey, `referrer-code:${from}`))
}
