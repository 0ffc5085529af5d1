import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import * as z from 'zod'
import { machineNow } from '../../machine/clock.ts'
import type { TranscriptItem } from './transcript.ts'

/** Who listens on a socket: one participant, or an agent, whose chats all share one socket as in the real softphone. */
export type Listener = { kind: 'participant'; participantId: string } | { kind: 'agent'; username: string }
/** A URL for one WebSocket connection, and until when it is valid (real time). */
export type SocketTicket = { url: string; expiresAt: Date }

/** The open sockets of participants and agents. */
export type ParticipantSockets = {
  /** A URL that opens one socket once, within 100 seconds as in the service (real time, because the browser checks it). */
  ticket(listener: Listener): SocketTicket
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  deliver(item: TranscriptItem, hears: (listener: Listener) => boolean): void
  /** Closes every open socket without a close frame, as a network failure does. */
  drop(): void
  stop(): void
}

type Open = { socket: WebSocket; listener: Listener; subscribed: boolean }

const ticketLifeMilliseconds = 100_000
// docs/connect.md 3.5: at most five open sockets for each participant.
const socketsPerListener = 5
const path = '/participant/socket'
const Frame = z.object({ topic: z.string().optional(), content: z.object({ topics: z.array(z.string()).optional() }).optional() })

/** The WebSocket server of the participant service, with the frames that chatjs 5.0.0 expects (docs/connect.md 3.6). */
export function createParticipantSockets(baseUrl: string, subscribed: (listener: Listener) => void): ParticipantSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  const tickets = new Map<string, { listener: Listener; expires: number }>()
  const open = new Set<Open>()
  const redeem = (request: IncomingMessage): Listener | null => {
    const token = new URL(request.url ?? '', baseUrl).searchParams.get('token') ?? ''
    const ticket = tickets.get(token)
    tickets.delete(token)
    return ticket && ticket.expires > machineNow().getTime() ? ticket.listener : null
  }
  return {
    ticket: (listener) => {
      const now = machineNow().getTime()
      for (const [token, { expires }] of tickets) if (expires <= now) tickets.delete(token)
      const token = randomBytes(32).toString('base64url')
      const expires = now + ticketLifeMilliseconds
      tickets.set(token, { listener, expires })
      return { url: `${baseUrl.replace(/^http/, 'ws')}${path}?token=${token}`, expiresAt: new Date(expires) }
    },
    upgrade: (request, socket, head) => {
      if (!request.url?.startsWith(`${path}?`)) return false
      const listener = redeem(request)
      const taken = listener && [...open].filter((one) => sameListener(one.listener, listener)).length
      if (listener === null || taken === null || taken >= socketsPerListener) return refuse(socket)
      server.handleUpgrade(request, socket, head, (webSocket) => {
        const opened: Open = { socket: webSocket, listener, subscribed: false }
        open.add(opened)
        webSocket.on('close', () => open.delete(opened))
        webSocket.on('error', () => webSocket.terminate())
        webSocket.on('message', (data) => answerFrame(opened, String(data), subscribed))
      })
      return true
    },
    deliver: (item, hears) => {
      const frame = JSON.stringify({ topic: 'aws/chat', contentType: 'application/json', content: JSON.stringify(item) })
      for (const one of open) if (one.subscribed && hears(one.listener)) one.socket.send(frame)
    },
    drop: () => {
      for (const one of open) one.socket.terminate()
    },
    stop: () => {
      for (const one of open) one.socket.terminate()
      server.close()
    },
  }
}

function sameListener(one: Listener, other: Listener): boolean {
  if (one.kind === 'agent') return other.kind === 'agent' && one.username === other.username
  return other.kind === 'participant' && one.participantId === other.participantId
}

function refuse(socket: Duplex): true {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  return true
}

function answerFrame(open: Open, text: string, subscribed: (listener: Listener) => void): void {
  const frame = parsed(text)
  const send = (answer: unknown): void => open.socket.send(JSON.stringify(answer))
  if (frame.topic === 'aws/ping') send({ topic: 'aws/ping', statusCode: 200, statusContent: '' })
  if (frame.topic === 'aws/heartbeat') send({ topic: 'aws/heartbeat' })
  if (frame.topic !== 'aws/subscribe') return
  const topics = frame.content?.topics ?? []
  const status = topics.includes('aws/chat') ? 'success' : 'failure'
  send({ topic: 'aws/subscribe', content: { status, topics } })
  if (status === 'failure' || open.subscribed) return
  open.subscribed = true
  subscribed(open.listener)
}

function parsed(text: string): z.infer<typeof Frame> {
  try {
    return Frame.safeParse(JSON.parse(text)).data ?? {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
