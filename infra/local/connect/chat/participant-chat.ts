import type { EngineApi } from '../model/engine-api.ts'
import { createParticipantApi } from './participant-api.ts'
import { type ChatRoom, createChatRoom } from './participant-room.ts'
import { createParticipantSockets, type ParticipantSockets } from './participant-sockets.ts'
import { openParticipants } from './participant-store.ts'
import type { ConnectDeps } from '../model/deps.ts'
import { openTranscripts } from './transcript.ts'
import type { AgentMedia } from '../workspace/workspace-commands.ts'

/** What the participant service needs. */
export type ChatDeps = Pick<ConnectDeps, 'keyValues' | 'newId' | 'baseUrl'> & { engineApi(): EngineApi; now(): Date }
/** The parts of the participant service that the rest of the local Connect uses. */
export type Chat = {
  chatRoom: ChatRoom
  sockets: ParticipantSockets
  answer: ReturnType<typeof createParticipantApi>
  forAgents: Pick<AgentMedia, 'chatSeat' | 'chatSocket'>
}

/** Makes the participant service: chats, HTTP API, sockets and the agents' connections. */
export function createChat({ keyValues, newId, baseUrl, engineApi, now }: ChatDeps): Chat {
  const participants = openParticipants(keyValues, newId)
  const sockets = createParticipantSockets(baseUrl, (listener) => {
    const participant = listener.kind === 'participant' ? participants.byId(listener.participantId) : null
    if (participant) chatRoom.join(participant)
  })
  const chatRoom = createChatRoom({ keyValues, participants, transcripts: openTranscripts(keyValues), sockets, engineApi, now, newId })
  return {
    chatRoom,
    sockets,
    answer: createParticipantApi({ chatRoom, participants, sockets, newId }),
    forAgents: {
      chatSeat: (username, contactId) => {
        const seat = chatRoom.seatAgent(username, contactId)
        return seat ? { kind: 'chat-seat', ...seat } : { kind: 'refused' }
      },
      chatSocket: (username) => {
        const { url, expiresAt } = sockets.ticket({ kind: 'agent', username })
        return { kind: 'chat-socket', url, expiresAt: expiresAt.toISOString() }
      },
    },
  }
}
