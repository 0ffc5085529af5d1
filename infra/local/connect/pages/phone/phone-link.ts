import { useEffect, useReducer, useRef } from 'preact/hooks'
import type { PhoneCommand, PhoneNews } from '../../phone/phone-messages.ts'
import { afterNews, freshPhone, type PhoneState, type PhoneStep } from './phone-state.ts'

/** The state of the phone page, and a function to send commands. */
export type PhoneLink = { phone: PhoneState; tell(command: PhoneCommand): void }

const keptSecret = 'phone-call'
const retryMilliseconds = 1000

/** The phone page's connection to the server: reconnects, resumes its call, and can be called at its own number. */
export function usePhoneLink(own: string | null, hear: (news: PhoneNews) => void): PhoneLink {
  const [phone, step] = useReducer<PhoneState, PhoneStep>(afterNews, freshPhone)
  const wire = useRef<WebSocket | null>(null)
  const heard = useRef(hear)
  heard.current = hear
  const number = useRef(own)
  number.current = own
  useEffect(
    () =>
      keepOpen(wire, (news) => {
        if (news.kind === 'ready') {
          resume(wire.current)
          send(wire.current, { kind: 'own', number: number.current })
        }
        if (news.kind === 'call') sessionStorage.setItem(keptSecret, news.call)
        if ((news.kind === 'state' && news.state.kind === 'ended') || (news.kind === 'refused' && news.why === 'no-call')) forget()
        if (news.kind !== 'lost' && news.kind !== 'declined') heard.current(news)
        step(news)
      }),
    [],
  )
  useEffect(() => send(wire.current, { kind: 'own', number: own }), [own])
  return {
    phone,
    tell: (command) => {
      if (command.kind === 'decline') step({ kind: 'declined' })
      send(wire.current, command)
    },
  }
}

function send(wire: WebSocket | null, command: PhoneCommand): void {
  if (wire?.readyState === WebSocket.OPEN) wire.send(JSON.stringify(command))
}

function keepOpen(wire: { current: WebSocket | null }, tell: (news: PhoneStep) => void): () => void {
  let retry: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  const open = (): void => {
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/phone/socket`)
    wire.current = socket
    socket.addEventListener('message', ({ data }) => tell(JSON.parse(String(data))))
    socket.addEventListener('close', () => {
      if (stopped) return
      tell({ kind: 'lost' })
      retry = setTimeout(open, retryMilliseconds)
    })
  }
  open()
  return () => {
    stopped = true
    clearTimeout(retry)
    wire.current?.close()
  }
}

function resume(wire: WebSocket | null): void {
  const call = sessionStorage.getItem(keptSecret)
  if (call !== null) send(wire, { kind: 'resume', call })
}

function forget(): void {
  sessionStorage.removeItem(keptSecret)
}
