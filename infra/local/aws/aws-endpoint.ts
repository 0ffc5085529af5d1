import type { IncomingMessage, ServerResponse } from 'node:http'
import { request as requestTo } from 'node:http'
import type { LocalConnect } from '../connect/model/deps.ts'
import type { LambdaEndpoint } from './lambda-endpoint.ts'
import type { DatabaseFaults } from './local-faults.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import type { Sns } from './sns.ts'

export type AwsEndpoint = { answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<boolean> }
export type AwsEndpointOptions = {
  databaseUrl: string
  databaseFaults: DatabaseFaults
  sns: Sns
  lambda: LambdaEndpoint
  signIn: SignIn
  connect: LocalConnect
}

/** Serves all AWS services on one port; the service is read from the scope of the request's signature. */
export function openAwsEndpoint({ databaseUrl, databaseFaults, sns, lambda, signIn, connect }: AwsEndpointOptions): AwsEndpoint {
  return {
    answer: async (request, response, body) => {
      const service = signedFor(request)
      if (service === 'dynamodb' && conflicts(databaseFaults, request)) return cancel(response, body)
      if (service === 'dynamodb') return passOn(databaseUrl, request, { response, body })
      if (service === 'sns') {
        sns.answer(response, body)
        return true
      }
      if (service === 'lambda' && (await lambda.answer(request, response, body))) return true
      if ((request.url ?? '').startsWith('/signin')) return signIn.answer(request, response, body)
      if (await connect.answer(request, response, body)) return true
      if (service === null) return false
      refuse(response, service)
      return true
    },
  }
}

/** The service for which a request is signed, or null for an unsigned one. */
function signedFor(request: IncomingMessage): string | null {
  return /Credential=[^/,]+\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/.exec(request.headers.authorization ?? '')?.[1] ?? null
}

const cancelled = 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException'

/** Whether to cancel this transaction as a conflict: DynamoDB does so under load, but the local engine never does by itself. */
function conflicts(faults: DatabaseFaults, request: IncomingMessage): boolean {
  if (faults.conflicts === 0 || !String(request.headers['x-amz-target']).endsWith('.TransactWriteItems')) return false
  faults.conflicts -= 1
  return true
}

function cancel(response: ServerResponse, body: Buffer): true {
  const writes: unknown = JSON.parse(body.toString('utf8')).TransactItems
  const CancellationReasons = (Array.isArray(writes) ? writes : []).map(() => ({
    Code: 'TransactionConflict',
    Message: 'Transaction is ongoing for the item',
  }))
  const Message = 'Transaction cancelled, please refer cancellation reasons for specific reasons'
  response
    .writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
    .end(JSON.stringify({ ['__type']: cancelled, Message, CancellationReasons }))
  return true
}

/** Forwards a request to the database unchanged. */
function passOn(url: string, request: IncomingMessage, { response, body }: { response: ServerResponse; body: Buffer }): Promise<boolean> {
  const { host: _host, connection: _connection, ...headers } = request.headers
  return new Promise((resolve) => {
    const onward = requestTo(url, { method: request.method ?? 'POST', path: request.url ?? '/', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
      answer.once('close', () => resolve(true))
    })
    onward.once('error', () => {
      // The SDK retries a 500, as it would for DynamoDB.
      if (response.headersSent) response.destroy()
      else
        response
          .writeHead(500, { 'content-type': 'application/x-amz-json-1.0' })
          .end('{"__type":"InternalServerError","message":"The database is gone"}')
      resolve(true)
    })
    onward.end(body)
  })
}

function refuse(response: ServerResponse, service: string): void {
  const message = `The local stand-ins have no ${service.replace(/[^a-z0-9-]/g, '')} for this call.`
  response
    .writeHead(501, { 'content-type': 'application/json', 'x-amzn-errortype': 'NotImplementedHere' })
    .end(JSON.stringify({ message, Message: message }))
}
