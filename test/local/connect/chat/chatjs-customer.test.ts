import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contact } from '../../../../infra/local/connect/model/engine-api.ts'
import { type ChatItem, type ChatjsSession, loadChatjs, until } from '../../../support/browser/chatjs.ts'
import { type MediaLine, startMediaLine } from '../../../support/fixtures/connect-media.ts'

let mediaLine: MediaLine
let chatjs: ReturnType<typeof loadChatjs>
beforeAll(async () => {
  mediaLine = await startMediaLine()
  chatjs = loadChatjs(mediaLine.baseUrl)
})
afterAll(() => mediaLine.stop())

const joined = 'application/vnd.amazonaws.connect.event.participant.joined'
const left = 'application/vnd.amazonaws.connect.event.participant.left'
const ended = 'application/vnd.amazonaws.connect.event.chat.ended'

type Customer = { contact: Contact; session: ChatjsSession; heard: ChatItem[]; happened: string[]; token: string }

function customerIn(contact: Contact, token?: string): Customer {
  const started =
    token === undefined ? mediaLine.connect.startParticipant(contact, null) : { participantId: 'same', participantToken: token }
  const chatDetails = { contactId: contact.id, ...started }
  const session = chatjs.ChatSession.create({ type: 'CUSTOMER', disableCSM: true, chatDetails })
  const heard: ChatItem[] = []
  const happened: string[] = []
  session.onMessage(({ data }) => heard.push(data))
  session.onTyping(({ data }) => heard.push(data))
  session.onReadReceipt(({ data }) => heard.push(data))
  session.onConnectionEstablished(() => happened.push('established'))
  session.onConnectionLost(() => happened.push('lost'))
  session.onConnectionBroken(() => happened.push('broken'))
  session.onEnded(() => happened.push('ended'))
  return { contact, session, heard, happened, token: started.participantToken }
}

async function connectedCustomer(): Promise<Customer> {
  const customer = customerIn(mediaLine.engineApi.place())
  await customer.session.connect()
  await until(() => customer.heard.some(({ ContentType }) => ContentType === joined))
  return customer
}

const say = (customer: Customer, message: string, clientToken?: string) =>
  customer.session.sendMessage({ contentType: 'text/plain', message, ...(clientToken !== undefined && { clientToken }) })

describe('a customer with the unmodified chat library', () => {
  it('joins once and the engine hears of it', async () => {
    const { contact, heard } = await connectedCustomer()
    expect(heard.filter(({ ContentType }) => ContentType === joined)).toHaveLength(1)
    expect(mediaLine.engineApi.asked).toContain(`connected ${contact.id}`)
  })

  it('says something and hears it back once', async () => {
    const customer = await connectedCustomer()
    const { data } = await say(customer, 'Goedemorgen')
    await until(() => customer.heard.some(({ Id }) => Id === data.Id))
    expect(customer.heard.filter(({ Content }) => Content === 'Goedemorgen')).toHaveLength(1)
  })

  it('hears the line speak as the system', async () => {
    const { contact, heard } = await connectedCustomer()
    mediaLine.connect.media.says(contact, { text: 'Een ogenblik.', languageCode: 'nl-BE', milliseconds: 0 })
    const said = await until(() => heard.find(({ Content }) => Content === 'Een ogenblik.'))
    expect(said).toMatchObject({ Type: 'MESSAGE', ParticipantRole: 'SYSTEM' })
  })

  it('hears a worker come, leave and the chat end', async () => {
    const { contact, heard, happened } = await connectedCustomer()
    mediaLine.engineApi.offer(contact, 'linde')
    mediaLine.engineApi.accept('linde', contact.id)
    mediaLine.engineApi.agentHangsUp('linde', contact.id)
    await until(() => happened.includes('ended'))
    expect(heard.map(({ ContentType }) => ContentType).slice(-3)).toEqual([joined, left, ended])
  })

  it('leaves, and the flow decides when it ends', async () => {
    const { contact, session, happened } = await connectedCustomer()
    await session.disconnectParticipant()
    await until(() => happened.includes('ended'))
    expect(mediaLine.engineApi.asked).toContain(`hang-up ${contact.id}`)
  })
})

describe('after a lost connection', () => {
  it('the same session comes back and fills its gap', { timeout: 20_000 }, async () => {
    const customer = await connectedCustomer()
    const { data: last } = await say(customer, 'voor de tunnel')
    mediaLine.connect.dropSockets()
    await until(() => customer.happened.includes('lost'))
    mediaLine.connect.media.says(customer.contact, { text: 'in de tunnel', languageCode: 'nl-BE', milliseconds: 0 })
    await until(() => customer.happened.at(-1) === 'established', 15_000)
    const asked = { startPosition: { id: last.Id }, scanDirection: 'FORWARD', sortOrder: 'ASCENDING' }
    const { data } = await customer.session.getTranscript(asked)
    expect(data.Transcript.map(({ Content }) => Content)).toEqual(['voor de tunnel', 'in de tunnel'])
  })

  it('a reloaded page rejoins with the same token', async () => {
    const first = await connectedCustomer()
    await say(first, 'voor het herladen')
    const second = customerIn(first.contact, first.token)
    await second.session.connect()
    const { data } = await second.session.getTranscript({ maxResults: 100, sortOrder: 'ASCENDING' })
    expect(data.Transcript.map(({ Content, ContentType }) => Content ?? ContentType)).toEqual([joined, 'voor het herladen'])
    await say(second, 'na het herladen')
    await until(() => first.heard.some(({ Content }) => Content === 'na het herladen'))
  })

  it('a chat that ended meanwhile ends for the page', { timeout: 20_000 }, async () => {
    const customer = await connectedCustomer()
    mediaLine.connect.dropSockets()
    mediaLine.engineApi.stopContact(customer.contact.id)
    await until(() => customer.happened.includes('ended'), 15_000)
  })
})
