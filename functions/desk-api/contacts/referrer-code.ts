import type { ConversationId } from '../../../shared/domain/ids.ts'
import { type ReferrerCode, referrerCodeOf } from '../../../shared/domain/contacts/referrer-code.ts'
import { keyedHash } from '../../../shared/storage/table/referrer-key.ts'

/** The code of a conversation's referrer: it follows from the conversation and our secret, so that it is stored nowhere. */
export function codeOf(callerKey: string, from: ConversationId): ReferrerCode {
  return referrerCodeOf(keyedHash(callerKey, `referrer-code:${from}`))
}
