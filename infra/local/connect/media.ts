import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Board, Media } from './model/engine-api.ts'
import { createPages } from './pages/serve-pages.ts'
import { createChat } from './chat/participant-chat.ts'
import type { ChatRoom } from './chat/participant-room.ts'
import { createPhones } from './phone/phone-calls.ts'
import { createPhoneLines } from './phone/phone-lines.ts'
import type { ConnectTools } from './model/deps.ts'
import { createWorkspaces } from './workspace/workspace-sockets.ts'

export type MediaTools = Pick<ConnectTools, 'assembly' | 'clock' | 'kept' | 'newId' | 'baseUrl' | 'whoIs'>

export type ConnectMedia = {
  media: Media
  /** Gives the media the engine; nothing may be asked of them before. */
  attach(board: Board): void
  answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<boolean>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** The customer of a new chat, with what she wrote before it began. */
  startParticipant: ChatRoom['admitCustomer']
  forgetAllBut: ChatRoom['forgetAllBut']
  /** For tests: every chat socket is cut without a goodbye. */
  dropSockets(): void
  stop(): void
}

/** Everything by which people reach the local Connect: chat, phone and the agents' workspace. */
export function createMedia(tools: MediaTools): ConnectMedia {
  let attached: Board | null = null
  const board = (): Board => {
    if (!attached) throw new Error('The media have no engine yet')
    return attached
  }
  const now = (): Date => tools.clock.now()
  const chat = createChat({ kept: tools.kept, newId: tools.newId, baseUrl: tools.baseUrl, board, now })
  const lines = createPhoneLines()
  const phones = createPhones({
    baseUrl: tools.baseUrl,
    lines,
    board,
    now,
    heard: (contact) => workspaces.callerSays(contact),
  })
  const workspaces = createWorkspaces({
    assembly: tools.assembly,
    baseUrl: tools.baseUrl,
    whoIs: tools.whoIs,
    lines,
    board,
    now,
    tellCaller: phones.agentSays,
    chat: chat.forAgents,
  })
  const pages = createPages({
    assembly: tools.assembly,
    baseUrl: tools.baseUrl,
    whoIs: tools.whoIs,
    knows: (username) => board().agent(username) !== null,
  })
  return {
    media: everyone([chat.room.media, phones.media, workspaces.media]),
    attach: (engine) => {
      attached = engine
    },
    answer: async (request, response, body) => chat.answer(request, response, body) || pages.answer(request, response),
    upgrade: (request, socket, head) => [chat.sockets, phones, workspaces].some((part) => part.upgrade(request, socket, head)),
    startParticipant: chat.room.admitCustomer,
    forgetAllBut: chat.room.forgetAllBut,
    dropSockets: chat.sockets.drop,
    stop: () => {
      for (const part of [chat.sockets, phones, workspaces]) part.stop()
    },
  }
}

/** One ear of the engine that passes everything on to the parts, in order. */
function everyone(parts: Partial<Media>[]): Media {
  return {
    says: (contact, prompt) => parts.forEach((part) => part.says?.(contact, prompt)),
    gathers: (contact, asking) => parts.forEach((part) => part.gathers?.(contact, asking)),
    whispers: (contact, username, text) => parts.forEach((part) => part.whispers?.(contact, username, text)),
    contactChanged: (contact) => parts.forEach((part) => part.contactChanged?.(contact)),
    rings: (contact) => parts.map((part) => part.rings?.(contact)).find((rung) => rung !== undefined) ?? 'nobody',
    agentJoined: (contact, agent) => parts.forEach((part) => part.agentJoined?.(contact, agent)),
    agentLeft: (contact, agent) => parts.forEach((part) => part.agentLeft?.(contact, agent)),
    customerLeft: (contact) => parts.forEach((part) => part.customerLeft?.(contact)),
    ended: (contact) => parts.forEach((part) => part.ended?.(contact)),
    agentChanged: (agent) => parts.forEach((part) => part.agentChanged?.(agent)),
  }
}
