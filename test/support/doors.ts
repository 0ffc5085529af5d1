import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SQSEvent } from 'aws-lambda'
import { flowEventExample } from '../../shared/contracts/connect.ts'

export type Answer = { statusCode: number; headers: Record<string, string>; body: string }
export type Request = { method?: string; path: string; headers?: Record<string, string>; body?: unknown }

/** A request as API Gateway's HTTP API hands it to a function (payload 2.0). */
export function v2Event({ method = 'GET', path, headers = {}, body }: Request) {
  const [rawPath = '', rawQueryString = ''] = path.split('?')
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: { host: '127.0.0.1', ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    requestContext: {
      accountId: '111122223333',
      apiId: 'api',
      domainName: '127.0.0.1',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: '24/Nov/2026:09:30:00 +0000',
      timeEpoch: 0,
    },
    ...(text === undefined ? {} : { body: text }),
    isBase64Encoded: false,
  }
}

/** The body of an answer, read as JSON. */
export function bodyOf(answer: Answer): Record<string, unknown> {
  return JSON.parse(answer.body)
}

/** A flow asks about a contact of its own. */
export function flowEvent(
  given: { contact?: string; channel?: 'VOICE' | 'CHAT'; region?: string; attributes?: object; number?: string | null } = {},
) {
  const contact = given.contact ?? randomUUID()
  const { ContactData, Parameters } = flowEventExample.Details
  const number = given.number === undefined ? ContactData.CustomerEndpoint.Address : given.number
  return {
    ...flowEventExample,
    Details: {
      ContactData: {
        ...ContactData,
        ContactId: contact,
        InitialContactId: contact,
        Channel: given.channel ?? 'VOICE',
        CustomerEndpoint: number === null ? null : { Address: number, Type: 'TELEPHONE_NUMBER' },
        Attributes: given.attributes ?? {},
      },
      Parameters: { ...Parameters, ...(given.region === undefined ? {} : { region: given.region }) },
    },
  }
}

/** Messages as a queue brings them. */
export function sqsBatch(bodies: readonly unknown[]): SQSEvent {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `message-${index}`,
      receiptHandle: 'receipt',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      attributes: { ApproximateReceiveCount: '1', SentTimestamp: '0', SenderId: 'events', ApproximateFirstReceiveTimestamp: '0' },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:eu-central-1:111122223333:contact-events',
      awsRegion: 'eu-central-1',
    })),
  }
}

export type Fault = 'hang' | 'broken' | 'throttle' | 'reset'

/** A service of AWS on a bad day. */
export async function startFaulty(fault: () => Fault): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const today = fault()
    if (today === 'hang') return
    if (today === 'reset') return void request.socket.destroy()
    const name = today === 'throttle' ? 'ProvisionedThroughputExceededException' : 'InternalServerError'
    response.writeHead(today === 'throttle' ? 400 : 500, { 'content-type': 'application/x-amz-json-1.0' })
    response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'not today' }))
  })
  return { url: await listen(server), stop: () => stopped(server) }
}

/** A small part of Connect or SNS: answers each request, and remembers what it was asked. */
export async function startStandIn(answer: (asked: Asked) => { status: number; body: unknown; error?: string }) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const one = { method: request.method ?? '', path: request.url ?? '', body: Buffer.concat(chunks).toString() }
      asked.push(one)
      const { status, body, error } = answer(one)
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      response.writeHead(status, { 'content-type': 'application/json', ...(error ? { 'x-amzn-errortype': error } : {}) }).end(text)
    })
  })
  return { asked, url: await listen(server), stop: () => stopped(server) }
}
export type Asked = { method: string; path: string; body: string }

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function stopped(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

/** Listens to what a piece of work writes to the log. */
export async function logOf(work: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = []
  const write = process.stdout.write
  process.stdout.write = (text: string | Uint8Array) => {
    lines.push(String(text))
    return true
  }
  try {
    await work()
  } finally {
    process.stdout.write = write
  }
  return lines
}

/** Keeps the log lines of doors out of a test's own output. */
export function hush(): void {
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = (text: string | Uint8Array) => String(text).startsWith('{"door"') || write(text)
}
