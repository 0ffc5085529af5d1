import type { Status } from '../../shared/contracts/answers.ts'
import type { DeskDenied, Refusal } from '../../shared/contracts/refusal.ts'
import { filledPath } from '../../shared/contracts/routes/route-path.ts'
import type { AnswerOf, BodyOf, Ids, IdsIn, NameIn, QueryOf, Route, RouteTable } from '../../shared/contracts/routes/route-table.ts'
import { type Answer, ask, type Question } from './request.ts'

type Part<Name extends string, Value> = [Value] extends [undefined] ? { [name in Name]?: never } : { [name in Name]: Value }
type QueryPart<Query> = [Query] extends [undefined]
  ? { query?: never }
  : Partial<Query> extends Query
    ? { query?: Query }
    : { query: Query }

type AnyRequest = { ids?: object | undefined; query?: object | undefined } & Omit<Question, 'method'>

/** What a caller of a route must pass: its ids, its query and its body. */
export type RouteRequest<All extends Ids, Key extends string, One extends Route> = AnyRequest &
  ([NameIn<Key>] extends [never] ? { ids?: never } : { ids: IdsIn<All, Key, 'input'> }) &
  QueryPart<QueryOf<One, 'input'>> &
  Part<'body', BodyOf<One, 'input'>>

type Given<Request> = Record<never, never> extends Request ? [request?: Request] : [request: Request]

/**
 * The outcome of a request. `status` is undefined when nobody answered; `refusal` is null when the body has no shape that the tables know.
 */
export type RouteResult<Body> =
  | { kind: 'ok'; body: Body }
  | { kind: 'failed'; status: number | undefined; refusal: Refusal | DeskDenied | null }

/** Calls a route by its key in the table; the key decides the type of the request and of the response. */
export type AskRoute<All extends Ids, Routes extends RouteTable> = <Key extends keyof Routes & string>(
  key: Key,
  ...given: Given<RouteRequest<All, Key, Routes[Key]>>
) => Promise<RouteResult<AnswerOf<Routes[Key]>>>

/** Sends a request with its query. The kit’s own `ask` ignores the query: it serves the chat frame, whose routes have none. */
export type Send = (path: string, question: Question & { query?: object | undefined }) => Promise<Answer>

/** A client of a route table. It imports types only, so that no page carries the schemas. */
export function routeClient<All extends Ids, Routes extends RouteTable>(send: Send = ask): AskRoute<All, Routes> {
  return (key, ...[{ ids, ...rest } = {} as AnyRequest]) => {
    const [method = '', path = ''] = key.split(' ')
    return send(filledPath(path, { ...ids }), { ...rest, method }).then((answer) => resultFrom(answer))
  }
}

function resultFrom<Body>({ status, body }: Answer): RouteResult<Body> {
  if (isAnswer<Body>(status, body)) return { kind: 'ok', body }
  return { kind: 'failed', status, refusal: isRefusal(body) ? body : null }
}

const statuses: readonly unknown[] = [200, 201, 409, 410, 422, 429] satisfies Status[]

// The only place that trusts a response without its schema. It checks the status and that a `kind` is present (only a 200 may lack one);
// that the server keeps to the schemas is checked in the tests of the functions.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the type that the caller expects is all that this function adds
function isAnswer<Body>(status: unknown, body: unknown): body is Body {
  return body instanceof Object && statuses.includes(status) && (status === 200 || 'kind' in body)
}

function isRefusal(body: unknown): body is Refusal | DeskDenied {
  return body instanceof Object && 'sentence' in body
}
