import { useEffect, useReducer, useRef } from 'preact/hooks'
import { newKey } from '../../kit/now.ts'
import { type ChatLink, openLink } from './chat-link.ts'
import { type Conversation, emptyConversation, listen, nextToSend, stageOf } from './conversation.ts'
import type { ChatKeys } from '../model/stored-chat.ts'

export type LiveChat = {
  conversation: Conversation
  write(text: string): void
  sendAgain(token: string): void
  typing(): void
  /** Ends the chat; false when the service could not be reached. */
  leave(): Promise<boolean>
}

const typingShownMilliseconds = 12_000
const retryMilliseconds = 6000
const longestPauseMilliseconds = 20_000
// A socket can be open and deliver nothing. Polling the transcript bounds the delay, for one request per half minute.
const lookAgainMilliseconds = 30_000

/** A running chat: opens the link, reopens it after loss of network or sleep, and sends messages one by one in order. */
export function useLiveChat(keys: ChatKeys): LiveChat {
  const [conversation, notify] = useReducer(listen, keys, emptyConversation)
  const link = useRef<ChatLink | null>(null)
  const isOver = stageOf(conversation) === 'ended'

  useEffect(() => keepOpen(keys, notify, link), [keys])

  const next = nextToSend(conversation)
  useEffect(() => {
    if (next === null || link.current === null || isOver) return
    const { token, text } = next
    notify({ kind: 'sending', token })
    void link.current.send(text, token).then((outcome) => notify({ ...outcome, token }))
  }, [next?.token, isOver])

  const stuck = conversation.link === 'up' && !isOver ? conversation.unsent.find((one) => one.state === 'not-sent') : undefined
  useAfter(retryMilliseconds, stuck?.token, (token) => notify({ kind: 'send-again', token }))
  useAfter(typingShownMilliseconds, conversation.typing, () => notify({ kind: 'typing-stopped' }))

  return {
    conversation,
    write: (text) => notify({ kind: 'wrote', token: newKey(), text }),
    sendAgain: (token) => notify({ kind: 'send-again', token }),
    typing: () => link.current?.typing(),
    leave: async () => {
      const told = (await link.current?.leave()) ?? false
      if (told) notify({ kind: 'over' })
      return told
    },
  }
}

/** Calls `act` some time after `thing` appears, unless `thing` goes or changes first. */
function useAfter<Thing>(milliseconds: number, thing: Thing, act: (thing: NonNullable<Thing>) => void): void {
  useEffect(() => {
    if (thing === undefined || thing === null) return
    const timer = setTimeout(() => act(thing), milliseconds)
    return () => clearTimeout(timer)
  }, [thing])
}

type Notify = (told: Parameters<typeof listen>[1]) => void

// A broken chatjs session cannot recover. A new one with the stored token replaces it, after longer and longer pauses; at once when the
// network returns or the tab becomes visible.
function keepOpen(keys: ChatKeys, notify: Notify, link: { current: ChatLink | null }): () => void {
  let stopped = false
  let isCut = false
  let pause = 1000
  let timer: ReturnType<typeof setTimeout> | undefined

  async function open() {
    clearTimeout(timer)
    timer = undefined
    const outcome = await openLink(keys, notify, onBroken)
    if (stopped) return
    if (outcome.kind === 'over') return notify({ kind: 'over' })
    if (outcome.kind === 'broken') return onBroken()
    pause = 1000
    link.current = outcome.link
    notify({ kind: 'link', link: 'up' })
    await outcome.link.catchUp()
  }
  function onBroken() {
    if (stopped || timer !== undefined) return
    link.current = null
    notify({ kind: 'link', link: 'lost' })
    timer = setTimeout(() => void open(), pause)
    pause = Math.min(pause * 2, longestPauseMilliseconds)
  }
  function wake() {
    if (document.visibilityState === 'hidden') return
    if (timer !== undefined) void open()
    else void look()
  }
  async function look() {
    const isReached = await link.current?.catchUp()
    if (isReached === false) cut()
    if (isReached && isCut) notify({ kind: 'link', link: 'up' })
    isCut &&= isReached !== true
  }
  // The socket itself may take minutes to notice that the network is gone.
  function cut() {
    isCut = true
    notify({ kind: 'link', link: 'lost' })
  }

  void open()
  const looking = setInterval(wake, lookAgainMilliseconds)
  const stopListening = listenToNetwork(wake, cut)
  return () => {
    stopped = true
    clearTimeout(timer)
    clearInterval(looking)
    stopListening()
  }
}

function listenToNetwork(wake: () => void, cut: () => void): () => void {
  document.addEventListener('visibilitychange', wake)
  addEventListener('online', wake)
  addEventListener('offline', cut)
  return () => {
    document.removeEventListener('visibilitychange', wake)
    removeEventListener('online', wake)
    removeEventListener('offline', cut)
  }
}
