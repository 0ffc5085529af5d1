import { readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { bundlePage, bundleScript, type Piece } from './bundles.ts'
import { headersFor } from '../page-headers.ts'
import type { Origins } from './three-ports.ts'

export type BrowserPages = {
  /** Answers with a page, script or style of this origin; false = there is none at that address. */
  answer(origin: keyof Origins, request: IncomingMessage, response: ServerResponse): boolean
}

type PageKind = Parameters<typeof headersFor>[0]
type Room = { origin: keyof Origins; at: string; folder: string; page: string; kind: PageKind }
type Served = { piece: Piece; headers: Record<string, string> }

const rooms: Room[] = [
  { origin: 'product', at: '/chat/', folder: 'web-widget/chat', page: 'frame.html', kind: 'chat' },
  { origin: 'product', at: '/desk/', folder: 'web-widget/desk', page: 'index.html', kind: 'desk' },
  { origin: 'school', at: '/', folder: 'web-widget/school', page: 'index.html', kind: 'school' },
]

/** Bundles everything that runs in a browser, in memory; a page that is missing or broken stops the start. */
export async function buildPages(project: string, origins: Origins): Promise<BrowserPages> {
  const served = new Map<string, Served>()
  const script = async (path: string, source: string, headers: Record<string, string>) => {
    served.set(`product ${path}`, { piece: await bundleScript(join(project, source)), headers })
  }
  await Promise.all([
    script('/permanence.js', 'web-widget/chat/permanence.ts', headersFor('launcher', origins)),
    script('/local/ticking.js', 'infra/local/ticking.ts', {}),
    ...rooms.map((room) => furnish(room, project, { origins, served })),
  ])
  return {
    answer: (origin, request, response) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      if (request.method !== 'GET' && request.method !== 'HEAD') return false
      const found = served.get(`${origin} ${path}`)
      if (found) send(response, found)
      else if (served.has(`${origin} ${path}/`)) response.writeHead(308, { location: `${path}/` }).end()
      else return false
      return true
    },
  }
}

async function furnish(room: Room, project: string, { origins, served }: { origins: Origins; served: Map<string, Served> }): Promise<void> {
  const folder = join(project, room.folder)
  const headers = headersFor(room.kind, origins)
  // A sign-in that comes back in a popup lands on a small page beside the first one. A policy on openers would cut it off from the desk.
  const { 'cross-origin-opener-policy': _cutsOff, ...beside } = headers
  const others = readdirSync(folder).filter((name) => name.endsWith('.html') && name !== room.page)
  for (const page of [room.page, ...others]) {
    const pieces = await bundlePage(join(folder, page))
    for (const [name, piece] of pieces)
      served.set(`${room.origin} ${room.at}${name}`, { piece, headers: page === room.page ? headers : beside })
  }
  const first = served.get(`${room.origin} ${room.at}${room.page}`)
  if (first) served.set(`${room.origin} ${room.at}`, first)
}

function send(response: ServerResponse, { piece, headers }: Served): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.setHeader('content-type', piece.type)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', piece.lasts ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.end(piece.body)
}
