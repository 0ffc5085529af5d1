import 'amazon-connect-chatjs'
import type { Told, TranscriptItem } from './conversation.ts'
import type { ChatKeys } from './kept-chat.ts'

export type ChatLink = {
  send(text: string, token: string): Promise<SendOutcome>
  typing(): void
  /** Reads the whole transcript again: what was missed while we were away is in it. */
  catchUp(): Promise<void>
  leave(): Promise<boolean>
}

export type SendOutcome = { kind: 'sent'; id: string; at: string } | { kind: 'not-sent' } | { kind: 'refused' }
export type LinkOutcome = { kind: 'linked'; link: ChatLink } | { kind: 'broken' } | { kind: 'over' }

// A socket that opens and then says nothing would leave her waiting for ever: after this it counts as broken.
const connectPatienceMilliseconds = 15_000
const typingType = 'application/vnd.amazonaws.connect.event.typing'

/**
 * One chat session of chatjs. When it breaks (`broken`), the session is dead and a new one with the same token takes its place;
 * when the service refuses the token, the chat is over.
 */
export async function openLink(keys: ChatKeys, tell: (told: Told) => void, broken: () => void): Promise<LinkOutcome> {
  connect.ChatSession.setGlobalConfig(settingsFor(keys))
  const session = connect.ChatSession.create({
    chatDetails: { contactId: keys.contactId, participantId: keys.participantId, participantToken: keys.participantToken },
    options: { region: keys.awsRegion },
    type: 'CUSTOMER',
    // Client-side metrics would go to an address outside our domain.
    disableCSM: true,
  })
  const link = linkOf(session, tell)
  session.onMessage(({ data }) => tell({ kind: 'items', items: [data] }))
  session.onTyping(({ data }) => {
    if (data.ParticipantRole === 'AGENT') tell({ kind: 'typing', name: data.DisplayName ?? '' })
  })
  session.onConnectionLost(() => tell({ kind: 'link', link: 'lost' }))
  session.onConnectionEstablished(() => {
    tell({ kind: 'link', link: 'up' })
    void link.catchUp()
  })
  session.onEnded(() => tell({ kind: 'over' }))
  session.onConnectionBroken(broken)
  try {
    await inTime(session.connect())
    return { kind: 'linked', link }
  } catch (error) {
    // chatjs rejects with a plain object that carries the service's answer in `_debug`.
    return { kind: statusOf(error) === 403 ? 'over' : 'broken' }
  }
}

function inTime<Value>(connecting: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the chat did not connect in time')), connectPatienceMilliseconds)
    void connecting.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function linkOf(session: connect.CustomerChatSession, tell: (told: Told) => void): ChatLink {
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
      // A sign of life that is lost is no loss.
      session.sendEvent({ contentType: typingType }).catch(() => {})
    },
    async catchUp() {
      const items = await wholeTranscript(session)
      if (items) tell({ kind: 'items', items })
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

async function wholeTranscript(session: connect.CustomerChatSession): Promise<TranscriptItem[] | null> {
  const items: TranscriptItem[] = []
  let next: string | undefined
  try {
    do {
      const { data } = await session.getTranscript({ maxResults: 100, sortOrder: 'ASCENDING', ...(next ? { nextToken: next } : {}) })
      if (!data) return items
      items.push(...data.Transcript)
      next = data.NextToken || undefined
    } while (next)
    return items
  } catch {
    // Whatever failed, the next sign of life (a reconnection, the page coming back) asks again.
    return items.length > 0 ? items : null
  }
}

// `endpoint` is read by chatjs and missing from its types: the line on one machine needs it.
function settingsFor(keys: ChatKeys): connect.ChatGlobalConfig & { endpoint?: string } {
  return {
    region: keys.awsRegion,
    ...(keys.participantEndpoint === null ? {} : { endpoint: keys.participantEndpoint }),
  }
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null
  if ('statusCode' in error && typeof error.statusCode === 'number') return error.statusCode
  return '_debug' in error ? statusOf(error._debug) : null
}
