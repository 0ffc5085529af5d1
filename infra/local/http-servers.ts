import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { LocalConnect } from './connect/model/deps.ts'
import { bodyOf } from './aws/request-body.ts'
import type { ThreePorts } from './machine/three-ports.ts'

/** One after the other is asked; the first that knows the address answers. */
export type Answerer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<boolean> | boolean
export type Desks = { product: Answerer[]; school: Answerer[]; aws: Answerer[]; connect: LocalConnect }

/** Puts the answerers behind their ports. Until then a port is taken, and asks to try again. */
export function openServers({ servers }: ThreePorts, desks: Desks): void {
  serve(servers.product, desks.product)
  serve(servers.school, desks.school)
  serve(servers.aws, desks.aws)
  servers.aws.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (!isForUs(request) || !desks.connect.upgrade(request, socket, head)) socket.destroy()
  })
}

function serve(server: Server, answerers: Answerer[]): void {
  server.removeAllListeners('request').on('request', (request, response) => {
    answerFrom(answerers, request, response).catch((error: unknown) => {
      // Whoever is still inside while everything stops finds the stores closed.
      if (server.listening) console.error(error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
  })
}

async function answerFrom(answerers: Answerer[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const port = request.socket.localPort
  if (request.headers.host === `localhost:${port}`) {
    // One name for each origin: cookies, policies and tokens are made out to this one.
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

// A name that somebody else's DNS points at this machine would make us answer to their page.
function isForUs(request: IncomingMessage): boolean {
  return request.headers.host?.replace(/:\d+$/, '') === '127.0.0.1'
}
