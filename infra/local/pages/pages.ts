import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import { bundlePage, bundleScript, type Piece, pieceOf } from './bundles.ts'
import { headersFor } from '../../constructs/page-headers.ts'
import { cachedBuild } from '../machine/cached-build.ts'
import type { Origins } from '../machine/three-ports.ts'

export type BrowserPages = {
  /** Serves a page, script or style of this origin; false if there is none at that path. */
  answer(origin: keyof Origins, request: IncomingMessage, response: ServerResponse): boolean
}

type PageKind = Parameters<typeof headersFor>[0]
type Site = { origin: keyof Origins; at: string; folder: string; page: string; kind: PageKind }
type Served = { piece: Piece; headers: Record<string, string> }

const sites: Site[] = [
  { origin: 'product', at: '/chat/', folder: 'web-widget/chat', page: 'frame.html', kind: 'chat' },
  { origin: 'product', at: '/desk/', folder: 'web-widget/desk', page: 'index.html', kind: 'desk' },
  { origin: 'school', at: '/', folder: 'web-widget/school', page: 'index.html', kind: 'school' },
]

const scripts = [
  { at: '/permanence.js', from: 'web-widget/chat/launcher/permanence.ts', kind: 'launcher' },
  { at: '/local/ticking.js', from: 'infra/local/machine/ticking.ts', kind: null },
] as const
const ingredients = [
  'web-widget',
  'shared',
  join('infra', 'local', 'pages', 'bundles.ts'),
  join('infra', 'local', 'machine', 'ticking.ts'),
  'package-lock.json',
]

/** Bundles everything that runs in a browser, cached by its sources; throws if a page is missing or does not build. */
export async function buildPages(project: string, origins: Origins): Promise<BrowserPages> {
  const served = new Map<string, Served>()
  const built = await cachedBuild({ project, name: 'local-pages', from: ingredients, make: (outdir) => bundleAll(project, outdir) })
  for (const { at, kind } of scripts) {
    const file = join(built, 'scripts', basename(at))
    served.set(`product ${at}`, { piece: pieceOf(file, readFileSync(file)), headers: kind ? headersFor(kind, origins) : {} })
  }
  for (const site of sites) furnish(site, built, { origins, served })
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

async function bundleAll(project: string, outdir: string): Promise<void> {
  const write = (folder: string, name: string, { body }: Piece) => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, name), body)
  }
  await Promise.all([
    ...scripts.map(async ({ at, from }) => write(join(outdir, 'scripts'), basename(at), await bundleScript(join(project, from)))),
    ...sites.map(async ({ folder }) => {
      for (const page of readdirSync(join(project, folder)).filter((name) => name.endsWith('.html'))) {
        const pieces = await bundlePage(join(project, folder, page))
        for (const [name, piece] of pieces) write(join(outdir, folder, page), name, piece)
      }
    }),
  ])
}

function furnish(site: Site, built: string, { origins, served }: { origins: Origins; served: Map<string, Served> }): void {
  const folder = join(built, site.folder)
  const headers = headersFor(site.kind, origins)
  // A sign-in in a popup returns to a small page next to the main one; a cross-origin-opener-policy would disconnect it from the desk.
  const { 'cross-origin-opener-policy': _cutsOff, ...beside } = headers
  const others = readdirSync(folder).filter((page) => page !== site.page)
  for (const page of [site.page, ...others]) {
    for (const name of readdirSync(join(folder, page))) {
      const piece = pieceOf(name, readFileSync(join(folder, page, name)))
      served.set(`${site.origin} ${site.at}${name}`, { piece, headers: page === site.page ? headers : beside })
    }
  }
  const first = served.get(`${site.origin} ${site.at}${site.page}`)
  if (first) served.set(`${site.origin} ${site.at}`, first)
}

function send(response: ServerResponse, { piece, headers }: Served): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.setHeader('content-type', piece.type)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', piece.lasts ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.end(piece.body)
}
