// What a reload needs to come back into the chat, in the storage of this tab and of our own origin only; gone at the end of the chat.

const keptUnder = 'permanence-chat'

export type ChatKeys = {
  contactId: string
  participantId: string
  participantToken: string
  participantEndpoint: string | null
  awsRegion: string
  placeTicket: string
}

/** Keeps the way back into a chat. A browser that blocks storage in frames loses the resuming, not the chat. */
export function storeChat(keys: ChatKeys): void {
  withStorage((storage) => storage.setItem(keptUnder, JSON.stringify(keys)))
}

/** The chat this tab was in, or null. */
export function storedChat(): ChatKeys | null {
  const text = withStorage((storage) => storage.getItem(keptUnder))
  // Only `storeChat` writes here, on an origin of our own.
  return text ? JSON.parse(text) : null
}

/** Leaves no trace of the chat in this browser. */
export function forgetChat(): void {
  withStorage((storage) => storage.removeItem(keptUnder))
}

function withStorage<Result>(use: (storage: Storage) => Result): Result | null {
  try {
    return use(sessionStorage)
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
