import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { PlainError } from './plain-error.ts'

/** The three origins of the local line: the product, a school's site, and AWS. */
export type Origins = { product: string; school: string; aws: string }
export type ThreePorts = {
  origins: Origins
  servers: { product: Server; school: Server; aws: Server }
  /** Accepts no new connections; open ones may finish. */
  shut(): void
  close(): Promise<void>
}

const tries = 50

/** Takes three consecutive ports from this one on; 0 looks for three that are free. */
export async function takePorts(port: number): Promise<ThreePorts> {
  if (port !== 0) return takeFrom(port)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await takeFrom(20_000 + Math.floor(Math.random() * 12_000))
    } catch (error) {
      if (!(error instanceof PlainError) || attempt === tries) throw error
    }
  }
}

async function takeFrom(port: number): Promise<ThreePorts> {
  const [product, school, aws] = [createServer(), createServer(), createServer()]
  const servers = [product, school, aws]
  const sockets = new Set<Socket>()
  for (const server of servers) {
    // Until the line has started, requests get 503 with a Retry-After header instead of hanging.
    server.on('request', (_request, response) => response.writeHead(503, { 'retry-after': '1' }).end())
    server.on('connection', (socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
  }
  const shut = () => {
    for (const server of servers) if (server.listening) server.close()
  }
  const close = async () => {
    shut()
    // Open WebSockets are destroyed, because a server does not close until they end.
    await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve).destroy())))
  }
  try {
    for (const [place, server] of servers.entries()) await listen(server, port + place)
  } catch (error) {
    await close()
    throw error
  }
  const originAt = (place: number) => `http://127.0.0.1:${port + place}`
  return { origins: { product: originAt(0), school: originAt(1), aws: originAt(2) }, servers: { product, school, aws }, shut, close }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = 'code' in error ? error.code : ''
      const isTaken = code === 'EADDRINUSE' || code === 'EACCES'
      reject(isTaken ? new PlainError(`Port ${port} is in use: the line needs three ports in a row, choose the first with --port.`) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
}
