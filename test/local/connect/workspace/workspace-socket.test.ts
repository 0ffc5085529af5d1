import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { WorkspaceNews } from '../../../../infra/local/connect/workspace/workspace-messages.ts'
import { until } from '../../../support/browser/chatjs.ts'
import { type MediaLine, startMediaLine } from '../../../support/fixtures/connect-media.ts'

let mediaLine: MediaLine
beforeAll(async () => {
  mediaLine = await startMediaLine()
})
afterAll(() => mediaLine.stop())

type Screen = { send(text: string): void; heard: WorkspaceNews[] }

async function screen(headers: Record<string, string>, origin = mediaLine.baseUrl): Promise<Screen | number> {
  const socket = new WebSocket(`${mediaLine.baseUrl.replace('http', 'ws')}/workspace/socket`, { headers, origin })
  const heard: WorkspaceNews[] = []
  socket.on('message', (data) => heard.push(JSON.parse(String(data))))
  return await new Promise((opened) => {
    socket.on('open', () => opened({ heard, send: (text) => socket.send(text) }))
    socket.on('unexpected-response', (_, { statusCode = 0 }) => opened(statusCode))
    socket.on('error', () => undefined)
  })
}

async function openScreen(username: string): Promise<Screen> {
  const opened = await screen({ cookie: `session=${username}` })
  if (typeof opened === 'number') throw new Error(`refused with ${opened}`)
  await until(() => opened.heard.some(({ kind }) => kind === 'snapshot'))
  return opened
}

const answerTo = (opened: Screen, id: number) => until(() => opened.heard.find((news) => news.kind === 'answer' && news.id === id))

describe('the workspace socket', () => {
  it.each([
    ['without a session', {}, undefined],
    ['of nobody on this line', { cookie: 'session=nobody' }, undefined],
    ['of a page of another origin', { cookie: 'session=linde' }, 'http://127.0.0.1:1'],
  ])('is closed to a visitor %s', async (_, headers, origin) => {
    expect(await screen(headers, origin ?? mediaLine.baseUrl)).toBe(403)
  })

  it('shows an agent her own contacts only', async () => {
    const [mine, other] = [
      mediaLine.engineApi.place({ attributes: { code: 'mine' } }),
      mediaLine.engineApi.place({ attributes: { code: 'other' } }),
    ]
    const opened = await openScreen('linde')
    mediaLine.engineApi.offer(mine, 'linde')
    mediaLine.engineApi.offer(other, 'els')
    await until(() => JSON.stringify(opened.heard).includes('mine'))
    expect(JSON.stringify(opened.heard)).not.toContain('"other"')
  })

  it('lives on after nonsense', async () => {
    const opened = await openScreen('linde')
    for (const nonsense of ['', '{', '[]', '{"id":1}', '{"id":2,"wish":{"kind":"status","status":"Available","username":"els"}}'])
      opened.send(nonsense)
    opened.send(JSON.stringify({ id: 3, command: { kind: 'status', status: 'Pauze' } }))
    await answerTo(opened, 3)
    expect(opened.heard.filter(({ kind }) => kind === 'answer')).toHaveLength(1)
    expect(mediaLine.engineApi.agent('els')?.status).toBe('Offline')
  })

  it.each([
    ['a chat', { channel: 'CHAT' as const }],
    ['a call of a colleague', { channel: 'VOICE' as const }],
  ])('does not speak in %s', async (_, changes) => {
    const contact = mediaLine.engineApi.place(changes)
    const username = changes.channel === 'VOICE' ? 'els' : 'linde'
    mediaLine.engineApi.offer(contact, username)
    mediaLine.engineApi.accept(username, contact.id)
    const opened = await openScreen('linde')
    opened.send(JSON.stringify({ id: 1, command: { kind: 'speak', contactId: contact.id, text: 'Dag' } }))
    expect(await answerTo(opened, 1)).toMatchObject({ answer: { kind: 'refused' } })
  })
})
