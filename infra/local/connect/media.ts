import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { EngineApi, Media } from './model/engine-api.ts'
import { createPages } from './pages/serve-pages.ts'
import { createChat } from './chat/participant-chat.ts'
import type { ChatRoom } from './chat/participant-room.ts'
import { createPhones } from './phone/phone-calls.ts'
import { createPhoneLines } from './phone/phone-lines.ts'
import type { ConnectDeps } from './model/deps.ts'
import { createWorkspaces } from './workspace/workspace-sockets.ts'

/** What phones, chats and workspaces need. */
export type MediaDeps = Pick<ConnectDeps, 'assembly' | 'clock' | 'keyValues' | 'newId' | 'baseUrl' | 'whoIs'>

/** Chat, phone and workspace as the local Connect uses them. */
export type ConnectMedia = {
  media: Media
  /** Sets the engine API; must be called before any request is answered. */
  attach(engineApi: EngineApi): void
  answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<boolean>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Adds the customer of a new chat, with the optional first message. */
  startParticipant: ChatRoom['admitCustomer']
  forgetAllBut: ChatRoom['forgetAllBut']
  /** For tests: closes every chat socket without a close frame. */
  dropSockets(): void
  stop(): void
}

/** Makes all channels of the local Connect: chat, phone and the agent workspace. */
export function createMedia(deps: MediaDeps): ConnectMedia {
  let attached: EngineApi | null = null
  const engineApi = (): EngineApi => {
    if (!attached) throw new Error('The media have no engine yet')
    return attached
  }
  const now = (): Date => deps.clock.now()
  const chat = createChat({ keyValues: deps.keyValues, newId: deps.newId, baseUrl: deps.baseUrl, engineApi, now })
  const lines = createPhoneLines()
  const phones = createPhones({
    baseUrl: deps.baseUrl,
    lines,
    engineApi,
    now,
    heard: (contact) => workspaces.callerSays(contact),
  })
  const workspaces = createWorkspaces({
    assembly: deps.assembly,
    baseUrl: deps.baseUrl,
    whoIs: deps.whoIs,
    lines,
    engineApi,
    now,
    tellCaller: phones.agentSays,
    chat: chat.forAgents,
  })
  const pages = createPages({
    assembly: deps.assembly,
    baseUrl: deps.baseUrl,
    whoIs: deps.whoIs,
    knows: (username) => engineApi().agent(username) !== null,
  })
  return {
    media: everyone([chat.chatRoom.media, phones.media, workspaces.media]),
    attach: (engine) => {
      attached = engine
    },
    answer: async (request, response, body) => chat.answer(request, response, body) || pages.answer(request, response),
    upgrade: (request, socket, head) => [chat.sockets, phones, workspaces].some((part) => part.upgrade(request, socket, head)),
    startParticipant: chat.chatRoom.admitCustomer,
    forgetAllBut: chat.chatRoom.forgetAllBut,
    dropSockets: chat.sockets.drop,
    stop: () => {
      for (const part of [chat.sockets, phones, workspaces]) part.stop()
    },
  }
}

/** One Media that passes each call on to all channels, in order. */
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
