import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { headersFor } from '../../../infra/constructs/page-headers.ts'
import { buildProduct } from '../../web-widget/built-pages.ts'
import type { Answer, Request } from '../fixtures/lambda-events.ts'

/** The chat's own files on one origin and a page of a school on another, without the rest of the line. */
export type WidgetSite = {
  product: string
  school: string
  /** Sets what the school's page is, with `PRODUCT` for the origin of the chat. */
  pageIs(html: string, policy?: string): void
  /** Sets who answers under /api: a function of the product, a status, or nobody. */
  apiIs(api: Api): void
  stop(): Promise<void>
}
type Api = ((request: Request) => Promise<Answer>) | number | 'silent'

/** Serves the widget as it is built, with the headers that the cloud gives it. */
export async function openWidgetSite(): Promise<WidgetSite> {
  const built = await buildProduct()
  let [html, policy, api]: [string, string, Api] = ['', '', 503]
  const origins = { product: '', school: '', aws: 'http://127.0.0.1:1' }
  const product = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    if (path.startsWith('/api/')) {
      if (api === 'silent') return
      if (typeof api === 'number') return void response.writeHead(api, { 'content-type': 'application/json' }).end('{}')
      const say = api
      void requestOf(request)
        .then(say)
        .then((answer) => response.writeHead(answer.statusCode, answer.headers).end(answer.body))
      return
    }
    const piece = built.get(path)
    const headers = headersFor(path === '/permanence.js' ? 'launcher' : 'chat', origins)
    response.writeHead(piece ? 200 : 404, { ...headers, 'content-type': piece?.type ?? 'text/plain' }).end(piece?.body)
  })
  const school = createServer((_, response) => {
    const headers = { 'content-type': 'text/html; charset=utf-8', ...(policy && { 'content-security-policy': policy }) }
    response.writeHead(200, headers).end(html.replaceAll('PRODUCT', origins.product))
  })
  origins.product = await listening(product)
  origins.school = await listening(school)
  return {
    ...origins,
    pageIs: (page, strict = '') => ([html, policy] = [page, strict.replaceAll('PRODUCT', origins.product)]),
    apiIs: (given) => (api = given),
    stop: async () => {
      for (const server of [product, school]) {
        server.closeAllConnections()
        await new Promise((closed) => server.close(closed))
      }
    },
  }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function requestOf(request: IncomingMessage): Promise<Request> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(Buffer.from(piece))
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const body = Buffer.concat(pieces).toString('utf8')
  return { method: request.method ?? 'GET', path: request.url ?? '/', headers, ...(body && { body }) }
}
