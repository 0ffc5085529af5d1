// The messages between the chat frame and the host page. They never hold text of the conversation, since the host page is not ours.

const fromFrameKinds = ['ready', 'close', 'unread', 'running', 'over', 'exit'] as const

/** `count` is the number of unread messages, and 0 in every other kind. */
export type FromFrame = { permanence: (typeof fromFrameKinds)[number]; count: number }
export type FromHost = { permanence: 'shown' | 'hidden' }

/** Parses a message of the frame; null unless it has exactly this shape. */
export function fromFrame(message: unknown): FromFrame | null {
  const { permanence, count } = spoken(message)
  const kind = fromFrameKinds.find((one) => one === permanence)
  return kind && typeof count === 'number' && count >= 0 && count < 1000 ? { permanence: kind, count } : null
}

/** Parses a message of the host page; null unless it has exactly this shape. */
export function fromHost(message: unknown): FromHost | null {
  const { permanence } = spoken(message)
  return permanence === 'shown' || permanence === 'hidden' ? { permanence } : null
}

function spoken(message: unknown): Record<string, unknown> {
  return { ...Object(message) }
}
