import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Bus } from './bus.ts'
import type { Functions } from '../functions/functions.ts'
import type { Invocation } from '../functions/invocation.ts'
import type { CloudAssembly } from '../template/cloud-assembly.ts'

/** Lambda's `Invoke`; false if the path is not Lambda's. */
export type LambdaEndpoint = { answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<boolean> }
export type LambdaEndpointOptions = { assembly: CloudAssembly; invoke: Functions['invoke']; invokeLater: Bus['invokeLater'] }

const invocationsPath = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/

/** Invokes a function from the templates for SDK clients: synchronously, or asynchronously with Lambda's retries. */
export function openLambdaEndpoint({ assembly, invoke, invokeLater }: LambdaEndpointOptions): LambdaEndpoint {
  return {
    answer: async (request, response, body) => {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
      const named = invocationsPath.exec(pathname)?.[1]
      if (named === undefined || request.method !== 'POST') return false
      const arn = arnOf(assembly, decodeURIComponent(named))
      if (arn === null) return refuse(response, { status: 404, error: 'ResourceNotFoundException', message: 'Function not found' })
      const event = eventIn(body)
      if (event === undefined) {
        return refuse(response, { status: 400, error: 'InvalidRequestContentException', message: 'Could not parse request body into json' })
      }
      if (request.headers['x-amz-invocation-type'] === 'Event') {
        response.writeHead(202).end()
        void invokeLater(arn, event.value)
        return true
      }
      return reply(response, await invoke(arn, event.value))
    },
  }
}

// By name, ARN or partial ARN (account:function:name); a version or alias is ignored.
function arnOf(assembly: CloudAssembly, named: string): string | null {
  const functions = assembly.ofType('AWS::Lambda::Function')
  const called = functions.find(
    ({ id, arn }) => named === id || named === arn || named.startsWith(`${arn}:`) || named.endsWith(`:function:${id}`),
  )
  return called?.arn ?? null
}

function eventIn(body: Buffer): { value: unknown } | undefined {
  if (body.length === 0) return { value: {} }
  try {
    return { value: JSON.parse(body.toString('utf8')) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}

function reply(response: ServerResponse, outcome: Invocation): true {
  const json = { 'content-type': 'application/json' }
  if (outcome.kind === 'throttled') {
    return refuse(response, { status: 429, error: 'TooManyRequestsException', message: 'Rate Exceeded.' })
  }
  if (outcome.kind === 'answered') {
    response.writeHead(200, json).end(JSON.stringify(outcome.payload ?? null))
    return true
  }
  // As Lambda does: status 200 because the invocation succeeded, with a header because the function failed.
  const errorType = outcome.kind === 'failed' ? outcome.errorType : 'Sandbox.Timedout'
  response
    .writeHead(200, { ...json, 'x-amz-function-error': 'Unhandled' })
    .end(JSON.stringify({ errorType, errorMessage: 'the function failed' }))
  return true
}

function refuse(response: ServerResponse, { status, error, message }: { status: number; error: string; message: string }): true {
  response
    .writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': error })
    .end(JSON.stringify({ Type: 'User', Message: message }))
  return true
}
