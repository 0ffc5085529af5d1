import { randomBytes } from 'node:crypto'
import { ConnectClient, StartChatContactCommand } from '@aws-sdk/client-connect'
import type { PhoneNews } from '../../../infra/local/connect/phone/phone-messages.ts'
import type { LocalLine } from '../../../infra/local/local-line.ts'
import { workOf } from '../../../web-widget/chat/start/search.ts'
import { attribute } from '../../../shared/contracts/connect/flow-events.ts'
import type { OpenRegion } from '../../../shared/domain/regions/region.ts'
import type { StoryLine } from './scenario-line.ts'
import { openSocket, type Wire } from './scenario-wire.ts'

/** A text that a caller or referrer received, with the moment on the line's clock. */
export type Heard = { text: string; at: Date }

/** Somebody who contacts the line, by phone or by chat. */
export type Turned = {
  heard: Heard[]
  /** The Connect contact id of a chat; null for a caller, whose contact is found by phone number. */
  contactId: string | null
  isOver(): boolean
  presses(key: string): Promise<void>
  writes(text: string): Promise<void>
  hangsUp(): Promise<void>
  asksToBeCalledBack(number: string): Promise<void>
  leaves(): void
}

const cannot = (what: string) => async () => {
  throw new Error(`she cannot ${what} here`)
}

/** Calls the number of the region. */
export async function aCall(line: StoryLine, { region, from }: { region: OpenRegion; from: string | null }): Promise<Turned> {
  const { aws } = line.localLine.origins
  const heard: Heard[] = []
  let over = false
  const wire = await openSocket(line, { url: `${aws.replace('http', 'ws')}/phone/socket`, headers: { origin: aws } }, (text) => {
    const news: PhoneNews = JSON.parse(text)
    if (news.kind === 'line' && news.line.by === 'prompt') heard.push({ text: news.line.text, at: new Date(news.line.at) })
    if (news.kind === 'call')
      heard.push(...news.lines.filter(({ by }) => by === 'prompt').map((one) => ({ text: one.text, at: new Date(one.at) })))
    if ((news.kind === 'call' || news.kind === 'state') && news.state.kind === 'ended') over = true
    if (news.kind === 'refused') throw new Error(`the phone was refused: ${news.why}`)
  })
  const send = (command: object) => wire.says(JSON.stringify(command))
  await send({ kind: 'dial', to: region.demoPhone, from })
  return {
    heard,
    contactId: null,
    isOver: () => over,
    presses: (key) => send({ kind: 'press', key }),
    writes: cannot('write'),
    hangsUp: () => send({ kind: 'hang-up' }),
    asksToBeCalledBack: cannot('fill in a form'),
    leaves: wire.closes,
  }
}

type Opened = { contactId: string; participantToken: string; placeTicket: string }

/** Opens a chat, through the widget or directly in Connect. When the line is closed, the widget opens no chat. */
export async function aChat(line: StoryLine, { region, through }: { region: OpenRegion; through: 'widget' | 'flow' }): Promise<Turned> {
  const heard: Heard[] = []
  const session = randomBytes(16).toString('base64url')
  const opened = through === 'widget' ? await inWidget(line.localLine, region, session) : await inConnect(line.localLine, region)
  const talk = opened && (await joined(line, opened, heard))
  const contactId = opened?.contactId ?? null
  return {
    heard,
    contactId,
    isOver: () => talk === null || talk.isOver(),
    presses: cannot('press a key'),
    writes: async (text) => void (await talk?.asks('message', { ContentType: 'text/plain', Content: text })),
    hangsUp: async () => void (await talk?.asks('disconnect', {})),
    asksToBeCalledBack: async (number) => {
      const who = { referrerType: null, municipality: null, alias: null }
      const input = { session, region: region.id, language: 'nl', number, othersMayAnswer: false, ...who, contactId }
      const headers = opened ? { 'x-place-ticket': opened.placeTicket } : {}
      const answer = await post(`${line.localLine.origins.product}/api/widget/callbacks`, input, headers)
      if (answer.status !== 201) throw new Error(`the call-back was not noted: ${answer.status}`)
      await line.settles()
    },
    leaves: () => talk?.leaves(),
  }
}

async function inWidget({ origins }: LocalLine, region: OpenRegion, session: string): Promise<Opened | null> {
  const who = { referrerType: 'school', municipality: municipalityOf(region), alias: 'Juf Wilg', code: null }
  const line = await fetch(`${origins.product}/api/widget/regions/${region.id}`)
  const { startTicket: ticket = '' } = Object(await line.json())
  const proof = { ticket, work: workOf(String(ticket)), school: null }
  const answer = await post(`${origins.product}/api/widget/chats`, { session, region: region.id, language: 'nl', ...who, ...proof })
  if (answer.status === 409) return null
  if (answer.status !== 201) throw new Error(`the chat was not opened: ${answer.status}`)
  return Object(await answer.json())
}

// A municipality of the first team, so that the contact is offered to the worker of that team first.
function municipalityOf({ municipalities, teams }: OpenRegion): string | null {
  return municipalities.find(({ team }) => team === teams[0]?.id)?.nis ?? null
}

async function inConnect({ origins, assembly }: LocalLine, region: OpenRegion): Promise<Opened> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new ConnectClient({ endpoint: origins.aws, region: 'eu-central-1', credentials })
  const number = assembly.ofType('Custom::PhoneNumberFlow').find(({ properties }) => properties['LocalNumber'] === region.demoPhone)
  const answer = await client.send(
    new StartChatContactCommand({
      InstanceId: assembly.ofType('AWS::Connect::Instance')[0]?.id,
      ContactFlowId: String(number?.properties['ContactFlowId']).split('/').at(-1),
      ParticipantDetails: { DisplayName: 'Juf Wilg' },
      Attributes: { [attribute.region]: region.id, [attribute.alias]: 'Juf Wilg' },
    }),
  )
  client.destroy()
  return { contactId: answer.ContactId ?? '', participantToken: answer.ParticipantToken ?? '', placeTicket: '' }
}

type Item = { Id: string; Type?: string; ContentType?: string; Content?: string; ParticipantRole?: string; AbsoluteTime?: string }
type Talk = { isOver(): boolean; asks(what: string, body: object): Promise<Response>; leaves(): void }

async function joined(line: StoryLine, { participantToken }: Opened, heard: Heard[]): Promise<Talk> {
  const { aws } = line.localLine.origins
  const asks = (what: string, body: object, bearer: string) => post(`${aws}/participant/${what}`, body, { 'x-amz-bearer': bearer })
  const connection = Object(await (await asks('connection', { Type: ['WEBSOCKET', 'CONNECTION_CREDENTIALS'] }, participantToken)).json())
  const token = String(connection.ConnectionCredentials.ConnectionToken)
  let over = false
  const hears = (item: Item) => {
    if (item.Type === 'MESSAGE' && item.ParticipantRole === 'SYSTEM')
      heard.push({ text: item.Content ?? '', at: new Date(item.AbsoluteTime ?? '') })
    if (item.ContentType?.endsWith('event.chat.ended')) over = true
  }
  // Messages from before the socket was subscribed are only in the transcript; they are read before newer ones.
  const early = { MaxResults: 100, SortOrder: 'ASCENDING', ScanDirection: 'BACKWARD' }
  const seen = new Set<string>()
  const read = (item: Item) => {
    if (seen.has(item.Id)) return
    seen.add(item.Id)
    hears(item)
  }
  const waiting: Item[] = []
  let caughtUp = false
  const wire: Wire = await openSocket(line, { url: connection.Websocket.Url, headers: {} }, (text) => {
    const frame = Object(JSON.parse(text))
    if (frame.topic !== 'aws/chat') return
    const item = JSON.parse(frame.content)
    if (caughtUp) read(item)
    else waiting.push(item)
  })
  await wire.says(JSON.stringify({ topic: 'aws/subscribe', content: { topics: ['aws/chat'] } }))
  const transcript = Object(await (await asks('transcript', early, token)).json()).Transcript
  for (const item of [...transcript, ...waiting]) read(item)
  caughtUp = true
  return { isOver: () => over, asks: (what, body) => asks(what, body, token), leaves: wire.closes }
}

function post(url: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })
}
