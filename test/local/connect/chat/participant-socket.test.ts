import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { machineNow } from '../../../../infra/local/machine/clock.ts'
import { until } from '../../../support/browser/chatjs.ts'
import { itIs } from '../../../support/time/clock.ts'
import { type MediaLine, startMediaLine } from '../../../support/fixtures/connect-media.ts'

let mediaLine: MediaLine
beforeAll(async () => {
  mediaLine = await startMediaLine()
})
afterAll(() => mediaLine.stop())
afterEach(() => {
  vi.useRealTimers()
})

async function socketUrl(
  token = mediaLine.connect.startParticipant(mediaLine.engineApi.place(), null).participantToken,
): Promise<{ url: string; expires: string }> {
  const headers = { 'x-amz-bearer': token, 'content-type': 'application/json' }
  const answer = await fetch(`${mediaLine.baseUrl}/participant/connection`, { method: 'POST', headers, body: '{"Type":["WEBSOCKET"]}' })
  const { Websocket } = (await answer.json()) as { Websocket: { Url: string; ConnectionExpiry: string } }
  return { url: Websocket.Url, expires: Websocket.ConnectionExpiry }
}

async function open(url: string): Promise<WebSocket | number> {
  const socket = new WebSocket(url)
  return await new Promise((opened) => {
    socket.on('open', () => opened(socket))
    socket.on('unexpected-response', (_, { statusCode = 0 }) => opened(statusCode))
    socket.on('error', () => undefined)
  })
}

async function ask(frame: unknown): Promise<unknown> {
  const socket = await open((await socketUrl()).url)
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
  const heard: unknown[] = []
  socket.on('message', (data) => heard.push(JSON.parse(String(data))))
  socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  if (frame === 'nonsense') socket.send('{"topic":"aws/heartbeat"}')
  return await until(() => heard[0])
}

describe('the chat socket answers', () => {
  it.each([
    ['a ping', { topic: 'aws/ping' }, { topic: 'aws/ping', statusCode: 200, statusContent: '' }],
    ['a heartbeat', { topic: 'aws/heartbeat' }, { topic: 'aws/heartbeat' }],
    [
      'a subscription to chat',
      { topic: 'aws/subscribe', content: { topics: ['aws/chat'] } },
      { topic: 'aws/subscribe', content: { status: 'success', topics: ['aws/chat'] } },
    ],
    [
      'a subscription to something else',
      { topic: 'aws/subscribe', content: { topics: ['aws/other'] } },
      { topic: 'aws/subscribe', content: { status: 'failure', topics: ['aws/other'] } },
    ],
    ['after nonsense', 'nonsense', { topic: 'aws/heartbeat' }],
  ])('%s', async (_, frame, answer) => {
    expect(await ask(frame)).toEqual(answer)
  })
})

describe('a socket address', () => {
  it('opens one socket once', async () => {
    const { url } = await socketUrl()
    expect(await open(url)).toBeInstanceOf(WebSocket)
    expect(await open(url)).toBe(403)
  })

  it('lives a hundred seconds', async () => {
    const asked = machineNow()
    const { url, expires } = await socketUrl()
    expect(Date.parse(expires) - asked.getTime()).toBeGreaterThanOrEqual(100_000)
    itIs(new Date(Date.parse(expires) + 1000))
    expect(await open(url)).toBe(403)
  })

  it('that was made up opens nothing', async () => {
    expect(await open(`${mediaLine.baseUrl.replace('http', 'ws')}/participant/socket?token=made-up`)).toBe(403)
  })

  it('is the sixth of a participant and is refused', async () => {
    const { participantToken } = mediaLine.connect.startParticipant(mediaLine.engineApi.place(), null)
    const opened: unknown[] = []
    for (let count = 0; count < 6; count++) opened.push(await open((await socketUrl(participantToken)).url))
    expect(opened.filter((one) => typeof one !== 'number')).toHaveLength(5)
    expect(opened.at(-1)).toBe(403)
  })
})
