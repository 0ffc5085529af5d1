import { randomUUID } from 'node:crypto'
import {
  ConnectParticipantClient,
  CreateParticipantConnectionCommand,
  DisconnectParticipantCommand,
} from '@aws-sdk/client-connectparticipant'
import {
  GetTranscriptCommand,
  SendEventCommand,
  SendMessageCommand,
  type SendMessageCommandInput,
} from '@aws-sdk/client-connectparticipant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKeyValueStore } from '../../../../infra/local/machine/key-value-store.ts'
import type { Contact } from '../../../../infra/local/connect/model/engine-api.ts'
import { type MediaLine, startMediaLine } from '../../../support/fixtures/connect-media.ts'

let mediaLine: MediaLine
let client: ConnectParticipantClient
beforeAll(async () => {
  mediaLine = await startMediaLine()
  client = clientOf(mediaLine)
})
afterAll(() => mediaLine.stop())

function clientOf({ baseUrl }: MediaLine): ConnectParticipantClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  return new ConnectParticipantClient({ endpoint: baseUrl, region: 'eu-central-1', credentials, maxAttempts: 1 })
}

async function chat(firstMessage: string | null = null): Promise<{ contact: Contact; ParticipantToken: string; ConnectionToken: string }> {
  const contact = mediaLine.engineApi.place()
  const { participantToken: ParticipantToken } = mediaLine.connect.startParticipant(contact, firstMessage)
  return { contact, ParticipantToken, ConnectionToken: await connectionFor(client, ParticipantToken) }
}

async function connectionFor(by: ConnectParticipantClient, ParticipantToken: string): Promise<string> {
  const asked = new CreateParticipantConnectionCommand({ ParticipantToken, Type: ['CONNECTION_CREDENTIALS'], ConnectParticipant: true })
  return (await by.send(asked)).ConnectionCredentials?.ConnectionToken ?? ''
}

async function messagesOf(ConnectionToken: string): Promise<(string | undefined)[]> {
  const { Transcript = [] } = await client.send(new GetTranscriptCommand({ ConnectionToken, MaxResults: 100, SortOrder: 'ASCENDING' }))
  return Transcript.filter(({ Type }) => Type === 'MESSAGE').map(({ Content }) => Content)
}

const send = (ConnectionToken: string, Content: string, more: Partial<SendMessageCommandInput> = {}) =>
  client.send(new SendMessageCommand({ ConnectionToken, ContentType: 'text/plain', Content, ...more }))

/** The HTTP response itself, because the SDK client would hide the status and the headers. */
function post(operation: string, bearer: string | null, body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(bearer !== null && { 'x-amz-bearer': bearer }) }
  return fetch(`${mediaLine.baseUrl}/participant/${operation}`, { method: 'POST', headers, body })
}

describe('a message of', () => {
  it.each([
    ['1024 characters', 'a'.repeat(1024)],
    ['1024 code units in emoji', '🌳'.repeat(512)],
    ['HTML', '<img src=x onerror=alert(1)><b>vet</b>'],
    ['a lone surrogate', 'a\ud83c b'],
    ['only a space', ' '],
    ['line breaks and quotes', 'een\n"twee"\\ drie\u0000'],
  ])('%s is kept as it is', async (_, text) => {
    const { ConnectionToken } = await chat()
    await send(ConnectionToken, text)
    expect(await messagesOf(ConnectionToken)).toEqual([text])
  })

  it.each([
    ['1025 characters', 'a'.repeat(1025)],
    ['1026 code units in emoji', '🌳'.repeat(513)],
    ['nothing', ''],
  ])('%s is refused and not kept', async (_, text) => {
    const { ConnectionToken } = await chat()
    await expect(send(ConnectionToken, text)).rejects.toMatchObject({ name: 'ValidationException' })
    expect(await messagesOf(ConnectionToken)).toEqual([])
  })

  it('another content type is refused', async () => {
    const { ConnectionToken } = await chat()
    await expect(send(ConnectionToken, '{}', { ContentType: 'application/json' })).rejects.toMatchObject({ name: 'ValidationException' })
  })
})

describe('a repeated client token', () => {
  it('sends a message only once', async () => {
    const { ConnectionToken } = await chat()
    const first = await send(ConnectionToken, 'Dag', { ClientToken: 'one' })
    const again = await send(ConnectionToken, 'Dag', { ClientToken: 'one' })
    expect(again.Id).toBe(first.Id)
    expect(await messagesOf(ConnectionToken)).toEqual(['Dag'])
  })

  it('sends every event', async () => {
    const { ConnectionToken } = await chat()
    const typing = new SendEventCommand({
      ConnectionToken,
      ContentType: 'application/vnd.amazonaws.connect.event.typing',
      ClientToken: 'one',
    })
    const [first, again] = [await client.send(typing), await client.send(typing)]
    expect(again.Id).not.toBe(first.Id)
  })
})

describe('a receipt', () => {
  it('stands with the message it is about', async () => {
    const { contact, ConnectionToken } = await chat()
    mediaLine.connect.media.says(contact, { text: 'Welkom', languageCode: 'nl-BE', milliseconds: 0 })
    const { Transcript: [said] = [] } = await client.send(new GetTranscriptCommand({ ConnectionToken }))
    const Content = JSON.stringify({ messageId: said?.Id })
    await client.send(
      new SendEventCommand({ ConnectionToken, ContentType: 'application/vnd.amazonaws.connect.event.message.read', Content }),
    )
    const { Transcript: [read] = [] } = await client.send(new GetTranscriptCommand({ ConnectionToken }))
    expect(read?.MessageMetadata?.Receipts).toHaveLength(1)
  })

  it.each([
    ['for an unknown message', JSON.stringify({ messageId: randomUUID() })],
    ['without a message', '{}'],
    ['that is no JSON', 'x'],
  ])('%s is refused', async (_, Content) => {
    const { ConnectionToken } = await chat()
    const event = new SendEventCommand({ ConnectionToken, ContentType: 'application/vnd.amazonaws.connect.event.message.read', Content })
    await expect(client.send(event)).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } })
  })
})

describe('a token', () => {
  it.each([
    ['that nobody made', () => 'made-up'],
    ['that opens connections but not messages', ({ ParticipantToken }: { ParticipantToken: string }) => ParticipantToken],
  ])('%s is refused', async (_, tokenOf) => {
    const answer = await post('message', tokenOf(await chat()), JSON.stringify({ ContentType: 'text/plain', Content: 'x' }))
    expect(answer.status).toBe(403)
    expect(answer.headers.get('x-amzn-errortype')).toBe('AccessDeniedException')
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('is needed', async () => {
    expect((await post('transcript', null, '{}')).status).toBe(403)
  })

  it('does not open another contact', async () => {
    const [mine, other] = [await chat(), await chat('geheim')]
    const asked = new GetTranscriptCommand({ ConnectionToken: mine.ConnectionToken, ContactId: other.contact.id })
    await expect(client.send(asked)).rejects.toMatchObject({ name: 'AccessDeniedException' })
    expect(await messagesOf(mine.ConnectionToken)).toEqual([])
  })

  it('is dead when the chat has ended', async () => {
    const { contact, ParticipantToken, ConnectionToken } = await chat()
    mediaLine.engineApi.stopContact(contact.id)
    await expect(send(ConnectionToken, 'te laat')).rejects.toMatchObject({ name: 'AccessDeniedException' })
    await expect(messagesOf(ConnectionToken)).rejects.toMatchObject({ name: 'AccessDeniedException' })
    await expect(connectionFor(client, ParticipantToken)).rejects.toMatchObject({ name: 'AccessDeniedException' })
  })

  it('is dead when its customer has left', async () => {
    const { contact, ConnectionToken } = await chat()
    await client.send(new DisconnectParticipantCommand({ ConnectionToken }))
    expect(mediaLine.engineApi.contact(contact.id)?.state).toBe('ended')
    await expect(send(ConnectionToken, 'te laat')).rejects.toMatchObject({ name: 'AccessDeniedException' })
  })
})

describe('the transcript', () => {
  async function counted(): Promise<string> {
    const { contact, ConnectionToken } = await chat('0')
    for (const text of ['1', '2', '3', '4', '5']) mediaLine.connect.media.says(contact, { text, languageCode: 'nl-BE', milliseconds: 0 })
    return ConnectionToken
  }

  it('gives the newest ten first when nothing is asked', async () => {
    const ConnectionToken = await counted()
    const { Transcript = [] } = await client.send(new GetTranscriptCommand({ ConnectionToken }))
    expect(Transcript[0]?.Content).toBe('5')
  })

  it.each([
    ['back from the end', 'BACKWARD', ['54', '32', '1 ', '0']],
    ['forward from the start', 'FORWARD', ['0 ', '12', '34', '5']],
  ] as const)('pages %s', async (_, ScanDirection, pages) => {
    const ConnectionToken = await counted()
    const SortOrder = ScanDirection === 'FORWARD' ? 'ASCENDING' : 'DESCENDING'
    const seen: string[] = []
    for (let NextToken: string | undefined, first = true; first || NextToken; first = false) {
      const answer = await client.send(new GetTranscriptCommand({ ConnectionToken, MaxResults: 2, ScanDirection, SortOrder, NextToken }))
      seen.push((answer.Transcript ?? []).map(({ Content }) => Content ?? ' ').join(''))
      NextToken = answer.NextToken
    }
    expect(seen.map((page) => page.trim())).toEqual(pages.map((page) => page.trim()))
  })

  it.each([
    ['too many results', { MaxResults: 101 }],
    ['an unknown start', { StartPosition: { Id: 'nothing' } }],
    ['a made-up next token', { NextToken: 'eHg' }],
    ['a moment that is none', { StartPosition: { AbsoluteTime: 'gisteren' } }],
  ])('refuses %s', async (_, input) => {
    const { ConnectionToken } = await chat()
    await expect(client.send(new GetTranscriptCommand({ ConnectionToken, ...input }))).rejects.toMatchObject({
      name: 'ValidationException',
    })
  })
})

describe('the door', () => {
  it('lets a page of another origin in', async () => {
    const answer = await fetch(`${mediaLine.baseUrl}/participant/message`, { method: 'OPTIONS' })
    expect(answer.status).toBe(204)
    const allowed = answer.headers.get('access-control-allow-headers')?.split(', ')
    expect(allowed).toEqual(expect.arrayContaining(['x-amz-bearer', 'x-amz-content-sha256', 'x-amz-date', 'x-amz-user-agent']))
  })

  it('refuses a body that is no JSON', async () => {
    const { ConnectionToken } = await chat()
    const answer = await post('message', ConnectionToken, '{')
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([400, 'SerializationException'])
  })

  it('slows down who sends too fast', async () => {
    const { ConnectionToken } = await chat()
    const body = JSON.stringify({ ContentType: 'text/plain', Content: 'x' })
    const answers = await Promise.all(Array.from({ length: 30 }, () => post('message', ConnectionToken, body)))
    const slowed = answers.find(({ status }) => status === 429)
    expect(slowed?.headers.get('x-amzn-errortype')).toBe('ThrottlingException')
  })

  it('a chat survives a restart of the line', async () => {
    const keyValues = openKeyValueStore(null)
    const before = await startMediaLine({ keyValues })
    const contact = before.engineApi.place()
    const { participantToken } = before.connect.startParticipant(contact, 'voor de val')
    const token = await connectionFor(clientOf(before), participantToken)
    await before.stop()
    const after = await startMediaLine({ keyValues })
    after.engineApi.place(contact)
    const { Transcript = [] } = await clientOf(after).send(new GetTranscriptCommand({ ConnectionToken: token, SortOrder: 'ASCENDING' }))
    expect(Transcript.map(({ Content, ContentType }) => Content ?? ContentType?.split('.').at(-1))).toEqual(['voor de val', 'joined'])
    expect(await connectionFor(clientOf(after), participantToken)).not.toBe('')
    await after.stop()
  })
})
