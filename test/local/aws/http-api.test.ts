import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startClock } from '../../../infra/local/machine/clock.ts'
import { sourcesOf } from '../../../infra/local/functions/function-bundles.ts'
import { startFunctions, type Functions } from '../../../infra/local/functions/functions.ts'
import { openHttpApi } from '../../../infra/local/aws/http-api.ts'
import { routeFor, routesOf } from '../../../infra/local/aws/http-routes.ts'
import { bodyOf } from '../../../infra/local/aws/request-body.ts'
import type { CloudAssembly, AssemblyResource } from '../../../infra/local/template/cloud-assembly.ts'

const lambda = (name: string) => `arn:aws:lambda:eu-central-1:111122223333:function:${name}`
const part = (type: string, id: string, properties: Record<string, unknown>): AssemblyResource => ({
  stack: 'line',
  logicalId: id,
  type: `AWS::${type}`,
  arn: lambda(id),
  id,
  properties,
  metadata: { 'permanence:entry': '../functions/fixtures/echo-api/handler.ts' },
})
const assemblyOf = (routeKeys: string[]): CloudAssembly => {
  const resources = [
    part('Lambda::Function', 'echo', { Timeout: 10 }),
    ...routeKeys.flatMap((RouteKey, place) => [
      part('ApiGatewayV2::Integration', `i${place}`, {
        IntegrationUri: lambda(place === 0 ? 'echo' : `f${place}`),
        PayloadFormatVersion: '2.0',
      }),
      part('ApiGatewayV2::Route', `r${place}`, { RouteKey, ApiId: 'api', Target: `integrations/i${place}` }),
    ]),
  ]
  return { resources, ofType: (type) => resources.filter((one) => one.type === type), byArn: () => null }
}

const clock = startClock(new Date('2026-11-24T09:30:00Z'))
let functions: Functions
let server: Server
let origin: string
beforeAll(async () => {
  const assembly = assemblyOf(['ANY /api/{proxy+}'])
  functions = startFunctions({
    assembly,
    clock,
    modules: { ...sourcesOf(join(import.meta.dirname, '../../..')), handlerOf: (entry) => join(import.meta.dirname, entry) },
    sourceMaps: false,
    environment: {},
    log: () => undefined,
  })
  const httpApi = openHttpApi({ assembly, clock, invoke: functions.invoke, newId: randomUUID })
  server = createServer(async (request, response) => {
    const answered = await httpApi.answer(request, response, (await bodyOf(request)) ?? Buffer.alloc(0))
    if (!answered) response.writeHead(404).end('no route')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  origin = `http://127.0.0.1:${Object(server.address()).port}`
})
afterAll(async () => {
  server.close()
  clock.stop()
  await functions.stop()
})
const json = async (path: string, options?: RequestInit) => Object(await (await fetch(origin + path, options)).json())

describe('a request', () => {
  it('reaches the handler with its path, query and cookies', async () => {
    const seen = await json('/api/echo/b%C3%A9?day=mon&day=tue&q=a%20b', { headers: { cookie: 'a=1; b=2' } })
    expect(seen).toMatchObject({ method: 'GET', piece: 'bé', query: { day: ['mon', 'tue'], q: ['a b'] }, cookie: 'a=1; b=2' })
  })

  it.each([
    ['words', 'application/json', Buffer.from('{"naam":"é🙂"}')],
    ['a form', 'application/x-www-form-urlencoded', Buffer.from('a=1&b=%20')],
    ['bytes', 'application/octet-stream', Buffer.from([0, 255, 128, 13, 10])],
  ])('carries its body whole: %s', async (_title, type, bytes) => {
    const seen = await json('/api/echo/x', { method: 'POST', body: bytes, headers: { 'content-type': type } })
    expect(seen.body).toBe(bytes.toString('base64'))
  })

  it('is the event of payload 2.0', async () => {
    const event = await json('/api/event?a=1&a=2', {
      method: 'PUT',
      body: 'a=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: 'k=v' },
    })
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /api/{proxy+}',
      rawPath: '/api/event',
      rawQueryString: 'a=1&a=2',
      queryStringParameters: { a: '1,2' },
      pathParameters: { proxy: 'event' },
      cookies: ['k=v'],
      body: Buffer.from('a=1').toString('base64'),
      isBase64Encoded: true,
      requestContext: {
        apiId: 'api',
        stage: '$default',
        timeEpoch: expect.any(Number),
        http: { method: 'PUT', path: '/api/event', sourceIp: '127.0.0.1' },
      },
    })
    expect(event.headers).not.toHaveProperty('cookie')
    expect(new Date(event.requestContext.timeEpoch).toISOString()).toMatch(/^2026-11-24T09:30/)
  })

  it('joins a header that came twice', async () => {
    const { port } = new URL(origin)
    const answer = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write('GET /api/echo/x HTTP/1.1\r\nHost: a\r\nX-Twice: 1\r\nX-Twice: 2\r\nConnection: close\r\n\r\n'),
      )
      socket.on('data', (piece) => {
        text += piece
      })
      socket.on('close', () => resolve(text))
    })
    expect(answer).toContain('"twice":"1,2"')
  })
})

describe('an answer', () => {
  it('keeps its status and each of its cookies', async () => {
    const answer = await fetch(`${origin}/api/echo/x`)
    expect(answer.status).toBe(201)
    expect(answer.headers.getSetCookie()).toEqual(['one=1; Path=/', 'two=2; Path=/'])
  })

  it('carries bytes', async () => {
    const answer = await fetch(`${origin}/api/picture`)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 128, 10])
  })

  it('without a status is the body itself', async () => {
    expect(await json('/api/bare')).toEqual({ opened: true })
  })

  it.each([
    ['a handler that throws', '/api/broken', 500, 'Internal Server Error'],
    ['a status that is none', '/api/wrong', 500, 'Internal Server Error'],
  ])('tells no detail: %s', async (_title, path, status, message) => {
    const answer = await fetch(origin + path)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toEqual({ message })
  })

  it('is somebody else’s when no route leads there', async () => {
    expect(await (await fetch(`${origin}/elsewhere`)).text()).toBe('no route')
  })
})

describe('the route that answers', () => {
  const routes = routesOf(
    assemblyOf(['$default', 'ANY /api/desk/{proxy+}', 'GET /api/desk/cases/{id}', 'GET /api/desk/cases/open', 'POST /api/desk/{proxy+}']),
  )
  it.each([
    ['GET', '/api/desk/cases/open', 'GET /api/desk/cases/open', {}],
    ['GET', '/api/desk/cases/case_1', 'GET /api/desk/cases/{id}', { id: 'case_1' }],
    ['POST', '/api/desk/cases/case_1', 'POST /api/desk/{proxy+}', { proxy: 'cases/case_1' }],
    ['PUT', '/api/desk/cases/case_1', 'ANY /api/desk/{proxy+}', { proxy: 'cases/case_1' }],
    ['GET', '/elsewhere', '$default', {}],
  ])('is the most particular one: %s %s', (method, path, routeKey, parameters) => {
    const matched = routeFor(routes, method, path)
    expect([matched?.route.routeKey, matched?.pathParameters]).toEqual([routeKey, parameters])
  })
})
