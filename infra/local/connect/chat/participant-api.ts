import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import type { ChatRoom } from './participant-room.ts'
import type { ParticipantSockets } from './participant-sockets.ts'
import type { Participant, Participants } from './participant-store.ts'
import { createThrottle } from './participant-throttle.ts'
import type { PageAsked } from './transcript.ts'

/** What the participant API needs. */
export type ParticipantDeps = { chatRoom: ChatRoom; participants: Participants; sockets: ParticipantSockets; newId(): string }

type Answer = { kind: 'fine'; body: unknown } | { kind: Refusal; message: string }
type Refusal = keyof typeof statusOf
type Operation = {
  key: 'participant' | 'connection'
  needs: 'read' | 'act'
  run(deps: ParticipantDeps, participant: Participant, body: unknown): Answer
}

const statusOf = { AccessDeniedException: 403, ValidationException: 400, ThrottlingException: 429, SerializationException: 400 } as const

// Measured in the browser with chatjs 5.0.0 (docs/connect.md 3.6, fact 3).
const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers':
    'authorization, content-type, x-amz-bearer, x-amz-content-sha256, x-amz-date, x-amz-user-agent, amz-sdk-invocation-id, amz-sdk-request',
  'access-control-expose-headers': 'x-amzn-requestid, x-amzn-errortype',
  'access-control-max-age': '600',
}

const ClientToken = z.string().max(500).nullish()
const ConnectionBody = z.object({
  Type: z.array(z.enum(['WEBSOCKET', 'CONNECTION_CREDENTIALS'])).nullish(),
  ConnectParticipant: z.boolean().nullish(),
})
// The service counts UTF-16 code units, but zod's `max` counts code points. Lone surrogates and HTML are accepted as plain text.
const Content = z.string().refine(({ length }) => length >= 1 && length <= 1024)
const MessageBody = z.object({ ContentType: z.literal('text/plain'), Content, ClientToken })
const EventBody = z.object({ ContentType: z.string(), Content: z.string().max(16_384).nullish(), ClientToken })
const ReceiptContent = z.object({ messageId: z.string().min(1) })
const StartPosition = z.object({
  Id: z.string().nullish(),
  AbsoluteTime: z.iso.datetime({ offset: true }).nullish(),
  MostRecent: z.int().min(0).max(100).nullish(),
})
const TranscriptBody = z.object({
  ContactId: z.string().nullish(),
  MaxResults: z.int().min(0).max(100).nullish(),
  NextToken: z.string().max(1000).nullish(),
  ScanDirection: z.enum(['FORWARD', 'BACKWARD']).nullish(),
  SortOrder: z.enum(['ASCENDING', 'DESCENDING']).nullish(),
  StartPosition: StartPosition.nullish(),
})

const operations: Record<string, Operation> = {
  '/participant/connection': { key: 'participant', needs: 'read', run: connect },
  '/participant/message': { key: 'connection', needs: 'act', run: sendMessage },
  '/participant/event': { key: 'connection', needs: 'act', run: sendEvent },
  '/participant/transcript': { key: 'connection', needs: 'read', run: getTranscript },
  '/participant/disconnect': { key: 'connection', needs: 'act', run: disconnect },
}

/** The HTTP API of the participant service (restJson1, docs/connect.md 3.5); returns false for a path that is not its own. */
export function createParticipantApi(deps: ParticipantDeps): (request: IncomingMessage, response: ServerResponse, body: Buffer) => boolean {
  const throttle = createThrottle()
  return (request, response, body) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    const operation = operations[path]
    if (!operation) return false
    response.setHeaders(new Map(Object.entries({ ...crossOrigin, 'x-amzn-requestid': deps.newId() })))
    if (request.method === 'OPTIONS') response.writeHead(204).end()
    else if (request.method === 'POST')
      write(response, perform(path, { operation, deps, throttle }, { bearer: request.headers['x-amz-bearer'], body }))
    else response.writeHead(405).end()
    return true
  }
}

type Asked = { bearer: string | string[] | undefined; body: Buffer }
type Way = { operation: Operation; deps: ParticipantDeps; throttle: ReturnType<typeof createThrottle> }

function perform(path: string, { operation, deps, throttle }: Way, { bearer, body }: Asked): Answer {
  const token = typeof bearer === 'string' ? bearer : ''
  const { participants, chatRoom } = deps
  const participant = operation.key === 'participant' ? participants.byParticipantToken(token) : participants.byConnectionToken(token)
  if (!participant || !chatRoom.admits(participant, operation.needs)) return { kind: 'AccessDeniedException', message: 'Access denied' }
  if (!throttle.admits(`${participant.id} ${path}`, path)) return { kind: 'ThrottlingException', message: 'Too many requests' }
  try {
    const parsed: unknown = body.length === 0 ? {} : JSON.parse(body.toString())
    return operation.run(deps, participant, parsed)
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'SerializationException', message: 'The body is not JSON' }
    if (error instanceof z.ZodError) return { kind: 'ValidationException', message: `Invalid ${error.issues[0]?.path.join('.') || 'body'}` }
    throw error
  }
}

function write(response: ServerResponse, answer: Answer): void {
  response.setHeader('content-type', 'application/json')
  if (answer.kind === 'fine') {
    response.end(JSON.stringify(answer.body))
    return
  }
  response.setHeader('x-amzn-errortype', answer.kind)
  response.writeHead(statusOf[answer.kind]).end(JSON.stringify({ Message: answer.message }))
}

function connect({ chatRoom, participants, sockets }: ParticipantDeps, participant: Participant, body: unknown): Answer {
  const { Type, ConnectParticipant } = ConnectionBody.parse(body)
  if (!Type?.length && !ConnectParticipant) return { kind: 'ValidationException', message: 'Invalid Type' }
  const answer: Record<string, unknown> = {}
  if (Type?.includes('WEBSOCKET')) {
    const { url, expiresAt } = sockets.ticket({ kind: 'participant', participantId: participant.id })
    answer['Websocket'] = { Url: url, ConnectionExpiry: expiresAt.toISOString() }
  }
  if (Type?.includes('CONNECTION_CREDENTIALS')) {
    const { token, expiresAt } = participants.connectionToken(participant)
    answer['ConnectionCredentials'] = { ConnectionToken: token, Expiry: expiresAt.toISOString() }
  }
  if (ConnectParticipant) chatRoom.join(participant)
  return { kind: 'fine', body: answer }
}

function sendMessage({ chatRoom }: ParticipantDeps, participant: Participant, body: unknown): Answer {
  const { Content: text, ClientToken: clientToken } = MessageBody.parse(body)
  return { kind: 'fine', body: chatRoom.say(participant, text, clientToken ?? undefined) }
}

/** Ignores the ClientToken of an event, because chatjs sends the same one with every read receipt (docs/connect.md 3.6, fact 5). */
function sendEvent({ chatRoom }: ParticipantDeps, participant: Participant, body: unknown): Answer {
  const { ContentType, Content: about } = EventBody.parse(body)
  const event = ContentType.replace('application/vnd.amazonaws.connect.event.', '')
  if (event === 'typing') return { kind: 'fine', body: chatRoom.typing(participant) }
  if (event !== 'message.delivered' && event !== 'message.read') return { kind: 'ValidationException', message: 'Invalid ContentType' }
  const { messageId } = ReceiptContent.parse(JSON.parse(about ?? 'null'))
  const noted = chatRoom.receive(participant, messageId, event === 'message.read' ? 'read' : 'delivered')
  return noted ? { kind: 'fine', body: noted } : { kind: 'ValidationException', message: 'Invalid Content' }
}

function getTranscript({ chatRoom }: ParticipantDeps, participant: Participant, body: unknown): Answer {
  const asked = TranscriptBody.parse(body)
  const own = [participant.contactId, participant.initialContactId]
  if (asked.ContactId && !own.includes(asked.ContactId)) return { kind: 'AccessDeniedException', message: 'Access denied' }
  const start = startOf(asked.StartPosition ?? {})
  const page = chatRoom.page(participant, {
    start,
    direction: asked.ScanDirection ?? (start.kind === 'edge' ? 'BACKWARD' : 'FORWARD'),
    order: asked.SortOrder ?? 'DESCENDING',
    maximum: asked.MaxResults || 10,
    nextToken: asked.NextToken ?? null,
  })
  if (page.kind === 'unknown-start')
    return { kind: 'ValidationException', message: asked.NextToken ? 'Invalid NextToken' : 'Invalid StartPosition' }
  const NextToken = page.nextToken === null ? {} : { NextToken: page.nextToken }
  return { kind: 'fine', body: { InitialContactId: participant.initialContactId, Transcript: page.items, ...NextToken } }
}

function startOf({ Id, AbsoluteTime, MostRecent }: z.infer<typeof StartPosition>): PageAsked['start'] {
  if (Id) return { kind: 'id', id: Id }
  if (AbsoluteTime) return { kind: 'time', at: new Date(AbsoluteTime) }
  return MostRecent ? { kind: 'most-recent', count: MostRecent } : { kind: 'edge' }
}

function disconnect({ chatRoom }: ParticipantDeps, participant: Participant): Answer {
  chatRoom.leave(participant)
  return { kind: 'fine', body: {} }
}
