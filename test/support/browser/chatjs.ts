import { createRequire } from 'node:module'
import { WebSocket } from 'ws'

/** The part of a chatjs session that the tests use. */
export type ChatjsSession = {
  connect(): Promise<unknown>
  sendMessage(message: { contentType: string; message: string; clientToken?: string }): Promise<{ data: { Id: string } }>
  sendEvent(event: { contentType: string; content?: string }): Promise<unknown>
  getTranscript(asked: Record<string, unknown>): Promise<{ data: { Transcript: ChatItem[]; NextToken?: string } }>
  disconnectParticipant(): Promise<unknown>
  onMessage(heard: (event: { data: ChatItem }) => void): void
  onTyping(heard: (event: { data: ChatItem }) => void): void
  onReadReceipt(heard: (event: { data: ChatItem }) => void): void
  onEnded(heard: () => void): void
  onConnectionEstablished(heard: () => void): void
  onConnectionLost(heard: () => void): void
  onConnectionBroken(heard: () => void): void
}
export type ChatItem = { Id: string; Type: string; ContentType: string; Content?: string; ParticipantRole?: string; ContactId?: string }
type Manager = {
  init(transport: () => Promise<{ webSocketTransport: { url: string; expiry: string; transportLifeTimeInSeconds: number } }>): void
}
type Chatjs = {
  ChatSession: { setGlobalConfig(config: unknown): void; create(chat: unknown): ChatjsSession }
  WebSocketManager: { create(): Manager }
}

/** The unmodified amazon-connect-chatjs in Node, with the few browser globals that it needs. */
export function loadChatjs(baseUrl: string): Chatjs {
  const page: Record<string, unknown> = {
    navigator: { onLine: true, userAgent: 'test' },
    document: {},
    WebSocket,
    addEventListener: () => undefined,
  }
  for (const [name, value] of Object.entries({ ...page, window: globalThis, self: globalThis })) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  }
  createRequire(import.meta.url)('amazon-connect-chatjs')
  const chatjs = (globalThis as unknown as { connect: Chatjs }).connect
  const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
  chatjs.ChatSession.setGlobalConfig({
    endpoint: baseUrl,
    region: 'eu-central-1',
    loggerConfig: { customizedLogger: silent, advancedLogWriter: 'info', level: 40 },
  })
  return chatjs
}

/** Calls `look` until it returns something truthy, and returns that. Throws after the given time. */
export async function until<Value>(look: () => Value | null | undefined | false, milliseconds = 5000): Promise<Value> {
  const late = performance.now() + milliseconds
  for (;;) {
    const seen = look()
    if (seen) return seen
    if (performance.now() > late) throw new Error(`It did not happen within ${milliseconds} ms: ${look}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
