// What a reload needs to resume the chat: in sessionStorage of our own origin (this tab only), and deleted when the chat ends.

const storageKey = 'permanence-chat'

export type ChatKeys = {
  contactId: string
  participantId: string
  participantToken: string
  participantEndpoint: string | null
  awsRegion: string
  placeTicket: string
}

/** Stores the keys to resume the chat. Where a browser blocks storage in frames, the chat works but cannot be resumed. */
export function storeChat(keys: ChatKeys): void {
  withStorage((storage) => storage.setItem(storageKey, JSON.stringify(keys)))
}

/** The chat that this tab was in, or null. */
export function storedChat(): ChatKeys | null {
  // Safe without a schema: only `storeChat` writes this key, and the origin is ours.
  return withStorage((storage) => JSON.parse(storage.getItem(storageKey) ?? 'null'))
}

/** Deletes every trace of the chat in this browser. */
export function forgetChat(): void {
  withStorage((storage) => storage.removeItem(storageKey))
}

function withStorage<Result>(use: (storage: Storage) => Result): Result | null {
  try {
    return use(sessionStorage)
  } catch {
    // Blocked, full, null in some embedded browsers, or not JSON: the chat works without.
    return null
  }
}
