import type { IncomingMessage, ServerResponse } from 'node:http'
import { agentOperations } from './control-agents.ts'
import { type ControlCall, errorStatus, type Operation, refused, type Reply, type StartParticipant } from './control-call.ts'
import { contactOperations } from './control-contacts.ts'
import { flowOperations } from './control-flows.ts'
import { hoursOperations } from './control-hours.ts'
import { queueOperations } from './control-queues.ts'
import type { Exchange } from '../model/exchange.ts'

/** All operations of the control API that the local Connect supports. */
export const operations = [...contactOperations, ...agentOperations, ...queueOperations, ...hoursOperations, ...flowOperations]

/** Makes the control API, which answers every request signed for `connect` and returns false for others. */
export function createControlApi(
  exchange: Exchange,
  startParticipant: StartParticipant,
): (request: IncomingMessage, response: ServerResponse, body: Buffer) => boolean {
  const bucket = createBucket(exchange)
  return (request, response, body) => {
    if (!isForConnect(request)) return false
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const asked = matched(request.method ?? '', url.pathname)
    send(exchange, response, asked ? answered(asked) : unknownOperation())
    return true

    function answered({ operation, path }: Matched): Reply {
      const read = jsonOf(body)
      if (read.kind === 'not-json') return refused('InvalidRequestException', 'The body is not JSON.')
      const instanceId = path['InstanceId'] ?? instanceIdIn(read.value)
      if (instanceId !== exchange.instance.id && instanceId !== exchange.instance.arn) {
        return refused('ResourceNotFoundException', 'The instance was not found.')
      }
      if (operation.limited && !bucket()) return refused('TooManyRequestsException', 'Too many requests')
      const call: ControlCall = { exchange, path, query: url.searchParams, body: read.value, startParticipant }
      return operation.run(call)
    }
  }
}

function isForConnect(request: IncomingMessage): boolean {
  return /Credential=[^/]+\/[^/]+\/[^/]+\/connect\/aws4_request/.test(request.headers.authorization ?? '')
}

type Matched = { operation: Operation; path: Record<string, string> }

function matched(method: string, pathname: string): Matched | null {
  const given = pathname.split('/')
  for (const operation of operations) {
    const wanted = operation.path.split('/')
    if (operation.method !== method || wanted.length !== given.length) continue
    if (!wanted.every((part, index) => part.startsWith('{') || part === given[index])) continue
    const named = wanted.flatMap((part, index) =>
      part.startsWith('{') ? [[part.slice(1, -1), decodeURIComponent(given[index] ?? '')]] : [],
    )
    return { operation, path: Object.fromEntries(named) }
  }
  return null
}

function unknownOperation(): Reply {
  const known = operations.map((operation) => operation.name).join(', ')
  return refused('UnknownOperationException', `The local Connect does not know this operation. It knows ${known}.`)
}

type Read = { kind: 'json'; value: unknown } | { kind: 'not-json' }

function jsonOf(body: Buffer): Read {
  if (body.length === 0) return { kind: 'json', value: {} }
  try {
    return { kind: 'json', value: JSON.parse(body.toString()) }
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'not-json' }
    throw error
  }
}

function instanceIdIn(body: unknown): unknown {
  return body !== null && typeof body === 'object' && 'InstanceId' in body ? body.InstanceId : null
}

/** The rate limit that the account's slow calls share: a token bucket refilled in real time. Without a limit, every call is admitted. */
function createBucket(exchange: Exchange): () => boolean {
  const limit = exchange.deps.limits?.controlCalls
  if (!limit) return () => true
  let left = limit.burst
  let filledAt = performance.now()
  return () => {
    const now = performance.now()
    left = Math.min(limit.burst, left + ((now - filledAt) / 1000) * limit.perSecond)
    filledAt = now
    if (left < 1) return false
    left -= 1
    return true
  }
}

function send(exchange: Exchange, response: ServerResponse, reply: Reply): void {
  const refusal = reply.kind === 'refused' ? { 'x-amzn-errortype': reply.error } : {}
  response.writeHead(reply.kind === 'refused' ? errorStatus[reply.error] : 200, {
    'content-type': 'application/json',
    'x-amzn-requestid': exchange.deps.newId(),
    ...refusal,
  })
  response.end(JSON.stringify(reply.body))
}
