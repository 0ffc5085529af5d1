import 'amazon-connect-chatjs'
import { isWorker, type Told, type TranscriptItem } from './conversation.ts'
import type { ChatKeys } from '../model/stored-chat.ts'

export type ChatLink = {
  send(text: string, token: string): Promise<SendOutcome>
  typing(): void
  /** Reads the whole transcript again, which includes what was missed while the socket was down or the tab was asleep; false when it failed. */
  catchUp(): Promise<boolean>
  leave(): Promise<boolean>
}

export type SendOutcome = { kind: 'sent'; id: string; at: string } | { kind: 'not-sent' } | { kind: 'refused' }
export type LinkOutcome = { kind: 'linked'; link: ChatLink } | { kind: 'broken' } | { kind: 'over' }

const typingType = 'application/vnd.amazonaws.connect.event.typing'

/**
 * One chat session of chatjs. Once it reports `broken` it cannot recover, and the caller opens a new one with the same token. When the
 * service refuses the token (403), the chat is over.
 */
export async function openLink(keys: ChatKeys, notify: (told: Told) => void, broken: () => void): Promise<LinkOutcome> {
  // chatjs reads `endpoint`, but its types lack it. The local line sets it; null means Connect’s own address.
  const settings: connect.ChatGlobalConfig & { endpoint: string | null } = { region: keys.awsRegion, endpoint: keys.participantEndpoint }
  connect.ChatSession.setGlobalConfig(settings)
  const session = connect.ChatSession.create({
    chatDetails: keys,
    options: { region: keys.awsRegion },
    type: 'CUSTOMER',
    // Client-side metrics would be sent to an address outside our domain.
    disableCSM: true,
  })
  const link = linkOf(session, notify)
  session.onMessage(({ data }) => notify({ kind: 'items', items: [data] }))
  session.onTyping(({ data }) => {
    if (isWorker(data.ParticipantRole)) notify({ kind: 'typing', name: data.DisplayName ?? '' })
  })
  session.onConnectionLost(() => notify({ kind: 'link', link: 'lost' }))
  session.onConnectionEstablished(() => {
    notify({ kind: 'link', link: 'up' })
    void link.catchUp()
  })
  session.onEnded(() => notify({ kind: 'over' }))
  session.onConnectionBroken(broken)
  try {
    await session.connect()
    return { kind: 'linked', link }
  } catch (error) {
    // chatjs rejects with a plain object that carries the service’s response in `_debug`.
    return { kind: statusOf(error) === 403 ? 'over' : 'broken' }
  }
}

function linkOf(session: connect.CustomerChatSession, notify: (told: Told) => void): ChatLink {
  return {
    async send(text, token) {
      try {
        const { data } = await session.sendMessage({ contentType: 'text/plain', message: text, clientToken: token })
        return data ? { kind: 'sent', id: data.Id, at: data.AbsoluteTime } : { kind: 'not-sent' }
      } catch (error) {
        return { kind: statusOf(error) === 400 ? 'refused' : 'not-sent' }
      }
    },
    typing() {
      // A lost typing event does no harm.
      session.sendEvent({ contentType: typingType }).catch(() => {})
    },
    async catchUp() {
      const items = await transcriptOf(session)
      if (items) notify({ kind: 'items', items })
      return items !== null
    },
    async leave() {
      try {
        await session.disconnectParticipant()
        return true
      } catch (error) {
        return statusOf(error) === 403
      }
    },
  }
}

async function transcriptOf(session: connect.CustomerChatSession): Promise<TranscriptItem[] | null> {
  const items: TranscriptItem[] = []
  let next: string | undefined
  try {
    do {
      const { data } = await session.getTranscript({ maxResults: 100, sortOrder: 'ASCENDING', ...(next ? { nextToken: next } : {}) })
      items.push(...(data?.Transcript ?? []))
      next = data?.NextToken
    } while (next)
  } catch {
    // Whatever failed is tried again at the next reconnection, or when the tab becomes visible.
    return null
  }
  return items
}

function statusOf(error: unknown): unknown {
  const { statusCode, _debug }: { statusCode?: unknown; _debug?: unknown } = Object(error)
  return statusCode ?? (_debug ? statusOf(_debug) : null)
}
