import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

/** A page for the workspace to frame, made of the unmodified @amazon-connect packages; it writes on `window.seen` what it lives through. */
export async function startFramedApp(): Promise<{ url: string; stop(): Promise<void> }> {
  const entry = fileURLToPath(new URL('./framed-app-page.ts', import.meta.url))
  const made = await build({ entryPoints: [entry], bundle: true, write: false, format: 'esm', target: 'es2022', logLevel: 'silent' })
  const script = made.outputFiles[0]?.text ?? ''
  const server = createServer((request, response) => {
    if (request.url === '/app.js') response.setHeader('content-type', 'text/javascript').end(script)
    else
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>App</title><script type="module" src="/app.js"></script>')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
