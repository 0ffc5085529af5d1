import { useEffect, useRef, useState } from 'preact/hooks'
import type { ContactCard } from '../../workspace/workspace-messages.ts'
import { type AgentSession, type ChatItem, openAgentSession } from './chatjs-agent.ts'
import type { Ask } from './workspace-link.ts'

/** A chat as the panel shows it. */
export type Chat = {
  items: ChatItem[]
  /** Who is typing, until a message arrives or some time has passed. */
  typist: string | null
  lost: boolean
  send(text: string): Promise<boolean>
  typing(): void
}

const eventType = 'application/vnd.amazonaws.connect.event.'
const typingMilliseconds = 12_000

/** A chat as the agent sees it: items, who is typing, and whether the connection is lost. */
export function useChat(card: ContactCard, ask: Ask, inView: boolean): Chat {
  const [items, setItems] = useState<Map<string, ChatItem>>(new Map())
  const [typist, setTypist] = useState<string | null>(null)
  const [lost, setLost] = useState(false)
  const session = useRef<AgentSession | null>(null)
  const add = (more: ChatItem[]): void => setItems((before) => new Map([...before, ...more.map((item) => [item.Id, item] as const)]))
  const mayWrite = card.state === 'CONNECTED'
  useEffect(() => {
    if (card.state !== 'CONNECTED' && card.state !== 'ENDED') return
    if (session.current) return
    void connect(card, ask, { add, setTypist, setLost, keep: (opened) => Object.assign(session, { current: opened }) })
  }, [card.state])
  useEffect(() => {
    if (typist === null) return
    const timer = setTimeout(() => setTypist(null), typingMilliseconds)
    return () => clearTimeout(timer)
  }, [typist])
  useReceipts({ items, session, reading: inView && mayWrite })
  return {
    items: [...items.values()].toSorted((one, other) => one.AbsoluteTime.localeCompare(other.AbsoluteTime)),
    typist,
    lost,
    send: async (text) => await send(session.current, text),
    typing: () => void session.current?.sendEvent({ contentType: `${eventType}typing` }).catch(() => undefined),
  }
}

type Ears = {
  add(items: ChatItem[]): void
  setTypist(name: string | null): void
  setLost(lost: boolean): void
  keep(session: AgentSession): void
}

async function connect(card: ContactCard, ask: Ask, { add, setTypist, setLost, keep }: Ears): Promise<void> {
  const session = await openAgentSession(card, ask)
  if (!session) return
  keep(session)
  session.onMessage(({ data }) => {
    add([data])
    if (data.ParticipantRole === 'CUSTOMER') setTypist(null)
  })
  session.onTyping(({ data }) => data.ParticipantRole === 'CUSTOMER' && setTypist(data.DisplayName ?? ''))
  session.onConnectionLost(() => setLost(true))
  // The socket does not repeat messages from before it was open, so they are fetched.
  session.onConnectionEstablished(() => {
    setLost(false)
    void everything(session).then(add, () => undefined)
  })
  session.onEnded(() => setTypist(null))
  await session.connect()
  await everything(session).then(add, () => undefined)
}

async function everything(session: AgentSession): Promise<ChatItem[]> {
  const items: ChatItem[] = []
  let nextToken: string | undefined
  do {
    const { data } = await session.getTranscript({ maxResults: 100, sortOrder: 'ASCENDING', ...(nextToken !== undefined && { nextToken }) })
    items.unshift(...data.Transcript)
    nextToken = data.NextToken
  } while (nextToken !== undefined)
  return items
}

async function send(session: AgentSession | null, message: string): Promise<boolean> {
  try {
    await session?.sendMessage({ contentType: 'text/plain', message, clientToken: crypto.randomUUID() })
    return session !== null
  } catch {
    // chatjs rejects with plain objects. Whatever the cause, the text is kept and the page shows that sending failed.
    return false
  }
}

/** Sends a read receipt for the customer's last message once it is visible. */
function useReceipts(about: { items: Map<string, ChatItem>; session: { current: AgentSession | null }; reading: boolean }): void {
  const last = [...about.items.values()].findLast((item) => item.Type === 'MESSAGE' && item.ParticipantRole === 'CUSTOMER')
  useEffect(() => {
    if (!last || !about.reading || document.visibilityState !== 'visible') return
    const content = JSON.stringify({ messageId: last.Id })
    void about.session.current?.sendEvent({ contentType: `${eventType}message.read`, content }).catch(() => undefined)
  }, [last?.Id, about.reading])
}
