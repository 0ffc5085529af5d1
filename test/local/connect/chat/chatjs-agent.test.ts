import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Contact } from '../../../../infra/local/connect/model/engine-api.ts'
import type { WorkspaceAnswer, WorkspaceNews } from '../../../../infra/local/connect/workspace/workspace-messages.ts'
import { type ChatItem, type ChatjsSession, loadChatjs, until } from '../../../support/browser/chatjs.ts'
import { type MediaLine, startMediaLine } from '../../../support/fixtures/connect-media.ts'

let mediaLine: MediaLine
let chatjs: ReturnType<typeof loadChatjs>
let screen: Screen
beforeAll(async () => {
  mediaLine = await startMediaLine()
  chatjs = loadChatjs(mediaLine.baseUrl)
  screen = await openScreen('linde')
})
afterAll(() => mediaLine.stop())

type Screen = { ask(input: unknown): Promise<WorkspaceAnswer>; manager: unknown }

/** The connection that the workspace page opens for an agent. */
async function openScreen(username: string): Promise<Screen> {
  const socket = new WebSocket(`${mediaLine.baseUrl.replace('http', 'ws')}/workspace/socket`, {
    origin: mediaLine.baseUrl,
    headers: { cookie: `session=${username}` },
  })
  const answers = new Map<number, (answer: WorkspaceAnswer) => void>()
  socket.on('message', (data) => {
    const news: WorkspaceNews = JSON.parse(String(data))
    if (news.kind === 'answer') answers.get(news.id)?.(news.answer)
  })
  await new Promise((opened) => socket.on('open', opened))
  const ask: Screen['ask'] = (command) =>
    new Promise((answer) => {
      const id = answers.size + 1
      answers.set(id, answer)
      socket.send(JSON.stringify({ id, command }))
    })
  const manager = chatjs.WebSocketManager.create()
  manager.init(async () => {
    const answer = await ask({ kind: 'chat-socket' })
    if (answer.kind !== 'chat-socket') throw new Error(answer.kind)
    return { webSocketTransport: { url: answer.url, expiry: answer.expiresAt, transportLifeTimeInSeconds: 3540 } }
  })
  return { ask, manager }
}

type Talker = { session: ChatjsSession; heard: ChatItem[]; happened: string[] }

function listen(session: ChatjsSession): Talker {
  const talker: Talker = { session, heard: [], happened: [] }
  session.onMessage(({ data }) => talker.heard.push(data))
  session.onTyping(({ data }) => talker.happened.push(`typing ${data.ParticipantRole}`))
  session.onReadReceipt(() => talker.happened.push('read'))
  session.onEnded(() => talker.happened.push('ended'))
  return talker
}

async function customerOf(contact: Contact): Promise<Talker> {
  const chatDetails = { contactId: contact.id, ...mediaLine.connect.startParticipant(contact, null) }
  const talker = listen(chatjs.ChatSession.create({ type: 'CUSTOMER', disableCSM: true, chatDetails }))
  await talker.session.connect()
  await until(() => talker.heard.some(({ ParticipantRole }) => ParticipantRole === 'CUSTOMER'))
  return talker
}

async function agentOf(contact: Contact): Promise<Talker> {
  const seat = await screen.ask({ kind: 'chat-seat', contactId: contact.id })
  if (seat.kind !== 'chat-seat') throw new Error(seat.kind)
  const { participantId, participantToken, connectionToken, expiresAt: expiry } = seat
  const getConnectionToken = async () => ({ chatTokenTransport: { participantToken: connectionToken, expiry } })
  const chatDetails = {
    contactId: contact.id,
    initialContactId: contact.initialContactId,
    participantId,
    participantToken,
    getConnectionToken,
  }
  const talker = listen(chatjs.ChatSession.create({ type: 'AGENT', chatDetails, websocketManager: screen.manager }))
  await talker.session.connect()
  return talker
}

async function talk(): Promise<{ contact: Contact; customer: Talker; agent: Talker }> {
  const contact = mediaLine.engineApi.place()
  const customer = await customerOf(contact)
  mediaLine.engineApi.offer(contact, 'linde')
  mediaLine.engineApi.accept('linde', contact.id)
  const agent = await agentOf(contact)
  await until(() => customer.heard.some(({ ParticipantRole }) => ParticipantRole === 'AGENT'))
  return { contact, customer, agent }
}

describe('an agent with the unmodified chat library', () => {
  it('has no seat in a chat that rings', async () => {
    const contact = mediaLine.engineApi.place()
    mediaLine.engineApi.offer(contact, 'linde')
    expect(await screen.ask({ kind: 'chat-seat', contactId: contact.id })).toEqual({ kind: 'refused' })
  })

  it('talks with the customer both ways', async () => {
    const { customer, agent } = await talk()
    await customer.session.sendMessage({ contentType: 'text/plain', message: 'Dag' })
    await until(() => agent.heard.some(({ Content }) => Content === 'Dag'))
    await agent.session.sendMessage({ contentType: 'text/plain', message: 'Welkom' })
    const heard = await until(() => customer.heard.find(({ Content }) => Content === 'Welkom'))
    expect(heard).toMatchObject({ ParticipantRole: 'AGENT', DisplayName: 'Linde' })
  })

  it('and the customer see each other typing', async () => {
    const { customer, agent } = await talk()
    const typing = { contentType: 'application/vnd.amazonaws.connect.event.typing' }
    await agent.session.sendEvent(typing)
    await until(() => customer.happened.includes('typing AGENT'))
  })

  it('reads a message and its sender hears of it', { timeout: 15_000 }, async () => {
    const { customer, agent } = await talk()
    const { data } = await customer.session.sendMessage({ contentType: 'text/plain', message: 'Gelezen?' })
    const content = JSON.stringify({ messageId: data.Id, disableThrottle: true })
    await agent.session.sendEvent({ contentType: 'application/vnd.amazonaws.connect.event.message.read', content })
    await until(() => customer.happened.includes('read'), 10_000)
    expect(agent.happened).not.toContain('read')
  })

  it('holds two chats on one socket without mixing them', async () => {
    const [one, two] = [await talk(), await talk()]
    await one.customer.session.sendMessage({ contentType: 'text/plain', message: 'eerste' })
    await two.customer.session.sendMessage({ contentType: 'text/plain', message: 'tweede' })
    await until(() => two.agent.heard.some(({ Content }) => Content === 'tweede'))
    expect(one.agent.heard.some(({ Content }) => Content === 'tweede')).toBe(false)
  })

  it('reads the chat on in after-contact work and writes no more', async () => {
    const { contact } = await talk()
    mediaLine.engineApi.stopContact(contact.id)
    const again = await agentOf(contact)
    const { data } = await again.session.getTranscript({ maxResults: 100 })
    expect(data.Transcript.length).toBeGreaterThan(0)
    await expect(again.session.sendMessage({ contentType: 'text/plain', message: 'te laat' })).rejects.toMatchObject({ statusCode: 403 })
    mediaLine.engineApi.clear('linde', contact.id)
    await expect(again.session.getTranscript({})).rejects.toMatchObject({ statusCode: 403 })
  })

  it('gets no seat in a colleague her chat', async () => {
    const { contact } = await talk()
    const other = await openScreen('els')
    expect(await other.ask({ kind: 'chat-seat', contactId: contact.id })).toEqual({ kind: 'refused' })
  })
})
