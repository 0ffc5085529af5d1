import 'amazon-connect-chatjs'
import type { ContactCard } from '../../workspace/workspace-messages.ts'
import type { Ask } from './workspace-link.ts'

/** One transcript item as chatjs returns it. */
export type ChatItem = {
  Id: string
  AbsoluteTime: string
  Type: string
  ContentType: string
  Content?: string
  ParticipantRole?: 'CUSTOMER' | 'AGENT' | 'SYSTEM'
  DisplayName?: string
}
type Heard = (event: { data: ChatItem }) => void

/** The part of a chatjs session that the workspace uses. */
export type AgentSession = {
  connect(): Promise<unknown>
  sendMessage(message: { contentType: string; message: string; clientToken: string }): Promise<unknown>
  sendEvent(event: { contentType: string; content?: string }): Promise<unknown>
  getTranscript(asked: {
    maxResults: number
    sortOrder: string
    nextToken?: string
  }): Promise<{ data: { Transcript: ChatItem[]; NextToken?: string } }>
  onMessage(heard: Heard): void
  onTyping(heard: Heard): void
  onConnectionEstablished(heard: () => void): void
  onConnectionLost(heard: () => void): void
  onEnded(heard: () => void): void
}
type Manager = { init(transport: () => Promise<unknown>): void }
type Chatjs = {
  ChatSession: { setGlobalConfig(config: unknown): void; create(chat: unknown): AgentSession }
  WebSocketManager: { create(): Manager }
}

const socketLifeSeconds = 3540
let manager: Manager | null = null

/** Opens the agent's session of a chat with the unmodified chatjs; all chats of the agent share one socket, as in the real softphone. */
export async function openAgentSession(card: Pick<ContactCard, 'id' | 'initialContactId'>, ask: Ask): Promise<AgentSession | null> {
  // chatjs sets itself as a property of the window.
  const { ChatSession, WebSocketManager } = (window as unknown as { connect: Chatjs }).connect
  const seat = await ask({ kind: 'chat-seat', contactId: card.id })
  if (seat.kind !== 'chat-seat') return null
  if (!manager) {
    ChatSession.setGlobalConfig({ endpoint: location.origin, region: 'eu-central-1' })
    manager = WebSocketManager.create()
    manager.init(async () => {
      const opened = await ask({ kind: 'chat-socket' })
      if (opened.kind !== 'chat-socket') throw new Error('The line gives no chat socket')
      return { webSocketTransport: { url: opened.url, expiry: opened.expiresAt, transportLifeTimeInSeconds: socketLifeSeconds } }
    })
  }
  return ChatSession.create({
    type: 'AGENT',
    websocketManager: manager,
    chatDetails: {
      contactId: card.id,
      initialContactId: card.initialContactId,
      participantId: seat.participantId,
      participantToken: seat.participantToken,
      getConnectionToken: async () => {
        const fresh = await ask({ kind: 'chat-seat', contactId: card.id })
        if (fresh.kind !== 'chat-seat') throw new Error('The line gives no seat in this chat')
        return { chatTokenTransport: { participantToken: fresh.connectionToken, expiry: fresh.expiresAt } }
      },
    },
  })
}
