// What the chat frame and the page around it may say to each other. Nothing of the conversation ever passes here: the page is not ours.

const fromFrameKinds = ['ready', 'close', 'unread', 'running', 'over', 'exit'] as const

/** `count` is the number of unread messages, and 0 with every other message. */
export type FromFrame = { permanence: (typeof fromFrameKinds)[number]; count: number }
export type FromHost = { permanence: 'shown' | 'hidden' }

/** A message of the frame, or null when it has not exactly the shape we know. */
export function fromFrame(message: unknown): FromFrame | null {
  const { permanence, count } = spoken(message)
  const kind = fromFrameKinds.find((one) => one === permanence)
  return kind && typeof count === 'number' && count >= 0 && count < 1000 ? { permanence: kind, count } : null
}

/** A message of the page around the frame, or null. */
export function fromHost(message: unknown): FromHost | null {
  const { permanence } = spoken(message)
  return permanence === 'shown' || permanence === 'hidden' ? { permanence } : null
}

function spoken(message: unknown): Record<string, unknown> {
  return { ...Object(message) }
}
