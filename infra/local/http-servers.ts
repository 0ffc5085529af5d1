import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { LocalConnect } from './connect/model/deps.ts'
import { bodyOf } from './aws/request-body.ts'
import type { ThreePorts } from './machine/three-ports.ts'

/** Handles a request, or returns false so that the next answerer is tried. */
export type Answerer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<boolean> | boolean
export type PortHandlers = { product: Answerer[]; school: Answerer[]; aws: Answerer[]; connect: LocalConnect }

/** Connects the answerers to their ports, which until then answer 503. */
export function openServers({ servers, origins }: ThreePorts, desks: PortHandlers): void {
  const ours = Object.values(origins)
  serve(servers.product, desks.product, ours)
  serve(servers.school, desks.school, ours)
  serve(servers.aws, desks.aws, ours)
  servers.aws.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (!isForUs(request) || isForeign(request, ours) || !desks.connect.upgrade(request, socket, head)) socket.destroy()
  })
}

function serve(server: Server, answerers: Answerer[], ours: readonly string[]): void {
  server.removeAllListeners('request').on('request', (request, response) => {
    if (changesFromAfar(request, ours)) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end('Not from a page of another web site.')
      return
    }
    answerFrom(answerers, request, response).catch((error: unknown) => {
      // Requests that are still open during a stop fail because the stores are closed; that is not logged.
      if (server.listening) console.error(error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
  })
}

async function answerFrom(answerers: Answerer[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const port = request.socket.localPort
  if (request.headers.host === `localhost:${port}`) {
    // Cookies, policies and tokens are for the origin 127.0.0.1, so localhost is redirected.
    response.writeHead(308, { location: `http://127.0.0.1:${port}${request.url}` }).end()
    return
  }
  if (!isForUs(request)) {
    response.writeHead(421, { 'content-type': 'text/plain' }).end('This machine only: use http://127.0.0.1.')
    return
  }
  if (!URL.canParse(request.url ?? '', `http://127.0.0.1:${port}`)) {
    response.writeHead(400).end()
    return
  }
  const body = await bodyOf(request)
  if (body === null) {
    response.writeHead(413).end()
    return
  }
  for (const answerer of answerers) if (await answerer(request, response, body)) return
  response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
}

// Prevents DNS rebinding: another site's host name may resolve to 127.0.0.1.
function isForUs(request: IncomingMessage): boolean {
  return request.headers.host?.replace(/:\d+$/, '') === '127.0.0.1'
}

// A page of any web site may send requests here without reading the answers. The product's API is left to judge for itself, as in AWS.
function changesFromAfar(request: IncomingMessage, ours: readonly string[]): boolean {
  const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(request.method ?? '')
  return !isRead && !request.url?.startsWith('/api/') && isForeign(request, ours)
}

function isForeign({ headers }: IncomingMessage, ours: readonly string[]): boolean {
  return headers.origin !== undefined && !ours.includes(headers.origin)
}
