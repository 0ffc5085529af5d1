import { fileURLToPath } from 'node:url'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { build } from 'esbuild'
import type { ConnectDeps } from '../model/deps.ts'
import { phoneWords, workspaceWords } from '../../machine/local-words.ts'
import { workspaceAppOf } from '../workspace/workspace-app.ts'

/** What serving the pages needs. */
export type PageDeps = Pick<ConnectDeps, 'assembly' | 'baseUrl' | 'whoIs'> & {
  /** Whether this is the username of a Connect user. */
  knows(username: string): boolean
}
type Piece = { type: string; text: string }

const pages = {
  '/phone': { title: phoneWords.title, script: 'phone/phone.tsx' },
  '/workspace': { title: workspaceWords.title, script: 'workspace/workspace.tsx' },
} as const

/** Serves the phone and the workspace: one HTML page each, whose script and style are bundled at the first request. */
export function createPages(deps: PageDeps): { answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> } {
  const bundles = new Map<string, Promise<Map<string, Piece>>>()
  const bundleOf = (script: string): Promise<Map<string, Piece>> => {
    const bundle = bundles.get(script) ?? bundled(script)
    bundles.set(script, bundle)
    // After a failed build, the next request tries again instead of failing until a restart.
    bundle.catch(() => bundles.delete(script))
    return bundle
  }
  return {
    answer: async (request, response) => {
      const path = (request.url ?? '').split('?')[0]?.replace(/\/$/, '') ?? ''
      const page = Object.entries(pages).find(([place]) => path === place || path.startsWith(`${place}/`))
      if (!page || request.method !== 'GET') return false
      const [place, { title, script }] = page
      if (path === place) {
        const elsewhere = place === '/workspace' ? detour(deps, request) : null
        if (elsewhere) elsewhere(response)
        else sendPage(response, { place, title, policy: policyOf(deps) })
        return true
      }
      const piece = (await bundleOf(script)).get(path.slice(place.length + 1))
      if (!piece) return false
      response
        .writeHead(200, { 'content-type': piece.type, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' })
        .end(piece.text)
      return true
    },
  }
}

/** The workspace is for signed-in Connect users only: others are redirected to the sign-in, or told that they are not a user. */
function detour(deps: PageDeps, request: IncomingMessage): ((response: ServerResponse) => void) | null {
  const signedIn = deps.whoIs(request.headers.cookie)
  if (!signedIn) return (response) => response.writeHead(302, { location: '/signin?return=/workspace', 'cache-control': 'no-store' }).end()
  if (deps.knows(signedIn.username)) return null
  return (response) => response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(workspaceWords.noUser)
}

function sendPage(response: ServerResponse, { place, title, policy }: { place: string; title: string; policy: string }): void {
  const name = place.slice(1)
  const html = `<!doctype html>
<html lang="nl-BE">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${place}/${name}.css">
<div id="page"></div>
<script type="module" src="${place}/${name}.js"></script>
</html>
`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
  }
  response.writeHead(200, { ...headers, 'x-content-type-options': 'nosniff' }).end(html)
}

function policyOf({ assembly, baseUrl }: PageDeps): string {
  const app = new URL(workspaceAppOf(assembly, baseUrl).accessUrl).origin
  const sockets = baseUrl.replace(/^http/, 'ws')
  return `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ${sockets}; frame-src ${app}; frame-ancestors 'self'; base-uri 'none'; form-action 'self'`
}

async function bundled(script: string): Promise<Map<string, Piece>> {
  const here = fileURLToPath(new URL('.', import.meta.url))
  const made = await build({
    absWorkingDir: here,
    entryPoints: [script],
    outdir: here,
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'silent',
  })
  return new Map(
    made.outputFiles.map((file) => {
      const type = file.path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8'
      return [file.path.slice(here.length), { type, text: file.text }]
    }),
  )
}
