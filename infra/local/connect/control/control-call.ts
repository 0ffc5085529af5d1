import * as z from 'zod'
import type { Exchange, LineContact } from '../model/exchange.ts'
import { found } from '../model/instance.ts'

/** One call of the control API, with path, query and body parsed. */
export type ControlCall = {
  exchange: Exchange
  path: Record<string, string>
  query: URLSearchParams
  body: unknown
  startParticipant: StartParticipant
}

/** Adds the customer of a new chat, with the optional first message. */
export type StartParticipant = (contact: LineContact, firstMessage: string | null) => { participantId: string; participantToken: string }

/** An answer of the control API, or a refusal with the service's error name. */
export type Reply = { kind: 'fine'; body: unknown } | { kind: 'refused'; error: ErrorName; body: Record<string, unknown> }

/** The errors that the local Connect returns, with their HTTP status. */
export const errorStatus = {
  InvalidParameterException: 400,
  InvalidRequestException: 400,
  InvalidContactFlowException: 400,
  ResourceNotFoundException: 404,
  UnknownOperationException: 404,
  DuplicateResourceException: 409,
  ContactNotFoundException: 410,
  LimitExceededException: 429,
  TooManyRequestsException: 429,
} as const
type ErrorName = keyof typeof errorStatus

/** An operation with its HTTP binding; `limited` operations count for the rate limit. */
export type Operation = { name: string; method: string; path: string; limited: boolean; run(call: ControlCall): Reply }

/** A successful answer. */
export function fine(body: unknown = {}): Reply {
  return { kind: 'fine', body }
}

/** A refusal with the service's own error name. */
export function refused(error: ErrorName, message: string): Reply {
  return { kind: 'refused', error, body: { Message: message } }
}

/** Calls `step` with a valid body; refuses an invalid one by naming its first wrong field, never its content. */
export function withBody<Body>(call: ControlCall, schema: z.ZodType<Body>, step: (body: Body) => Reply): Reply {
  const read = schema.safeParse(call.body)
  if (read.success) return step(read.data)
  const [issue] = read.error.issues
  return refused('InvalidParameterException', `Invalid parameter: ${issue?.path.join('.') || 'body'}`)
}

/** Calls `step` with the resource that a path names, or refuses. */
export function withFound<Thing extends { arn: string; id: string }>(
  things: Map<string, Thing>,
  reference: string | undefined,
  step: (thing: Thing) => Reply,
): Reply {
  const thing = found(things, reference ?? '')
  return thing ? step(thing) : refused('ResourceNotFoundException', 'The specified resource was not found.')
}

const defaultPage = 100

/** One page of a list, by MaxResults and NextToken of query or body. */
export function pageOf<Item>(call: ControlCall, items: Item[]): { page: Item[]; NextToken?: string } {
  const asked = z.object({ MaxResults: z.number().optional(), NextToken: z.string().optional() }).safeParse(call.body)
  const size = Number(call.query.get('maxResults') ?? asked.data?.MaxResults ?? defaultPage) || defaultPage
  const token = call.query.get('nextToken') ?? asked.data?.NextToken ?? ''
  const from = Number(Buffer.from(token, 'base64url').toString()) || 0
  const page = items.slice(from, from + size)
  return from + size < items.length ? { page, NextToken: Buffer.from(String(from + size)).toString('base64url') } : { page }
}

/** A moment in restJson1's format (seconds since 1970), or undefined for null. */
export function seconds(moment: string | Date | null): number | undefined {
  return moment === null ? undefined : new Date(moment).getTime() / 1000
}
