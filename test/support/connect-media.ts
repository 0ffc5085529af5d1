import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startClock } from '../../infra/local/machine/clock.ts'
import type { AgentView, Board, Contact } from '../../infra/local/connect/model/engine-api.ts'
import { type ConnectMedia, createMedia } from '../../infra/local/connect/media.ts'
import { type Kept, openKept } from '../../infra/local/machine/key-value-store.ts'
import type { Plan, PlannedResource } from '../../infra/local/template/cloud-assembly.ts'

/** A town that has only the media: real sockets and pages, and a board on which the test itself moves the contacts. */
export type MediaTown = {
  baseUrl: string
  connect: ConnectMedia
  board: HandBoard
  kept: Kept
  stop(): Promise<void>
}
export type HandBoard = Board & {
  contacts: Map<string, Contact>
  asked: string[]
  place(change?: Partial<Contact>): Contact
  change(contact: Contact, change: Partial<Contact>): Contact
  offer(contact: Contact, username: string): void
}
export type TownWishes = {
  kept?: Kept
  port?: number
  accessUrl?: string
  permissions?: string[]
  scope?: 'PER_CONTACT' | 'CROSS_CONTACTS'
}

const queueArn = 'arn:aws:connect:eu-central-1:111122223333:instance/one/queue/line'
const profileArn = 'arn:aws:connect:eu-central-1:111122223333:instance/one/routing-profile/duty'

/** Starts the media on a free port; the session cookie `session=<username>` signs in. */
export async function startMediaTown(wishes: TownWishes = {}): Promise<MediaTown> {
  const kept = wishes.kept ?? openKept(null)
  const clock = startClock(new Date('2024-03-12T09:30:00Z'))
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      void connect.answer(request, response, Buffer.concat(pieces)).then((mine) => mine || response.writeHead(404).end())
    })
  })
  await new Promise<void>((listening) => server.listen(wishes.port ?? 0, '127.0.0.1', listening))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const connect = createMedia({ plan: planOf(wishes), clock, kept, newId: randomUUID, baseUrl, whoIs })
  const board = handBoard(connect, () => clock.now().toISOString())
  connect.attach(board)
  server.on('upgrade', (request, socket, head) => {
    if (!connect.upgrade(request, socket, head)) socket.destroy()
  })
  return {
    baseUrl,
    connect,
    board,
    kept,
    stop: async () => {
      connect.stop()
      clock.stop()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function whoIs(cookie: string | undefined): { username: string; name: string } | null {
  const username = /session=([a-z]+)/.exec(cookie ?? '')?.[1]
  return username === undefined ? null : { username, name: username }
}

function planOf({ accessUrl = 'http://127.0.0.1:9/desk/', permissions, scope }: TownWishes): Plan {
  const resource = (type: string, arn: string, properties: Record<string, unknown>): PlannedResource => ({
    stack: 'test',
    logicalId: type,
    type,
    arn,
    id: arn.split('/').at(-1) ?? arn,
    properties,
    metadata: {},
  })
  const resources = [
    resource('AWS::AppIntegrations::Application', 'arn:aws:app-integrations:eu-central-1:111122223333:application/desk', {
      Name: 'Dienstpost',
      Namespace: 'permanence.desk',
      Description: 'Dienstpost',
      InitializationTimeout: 5000,
      ApplicationSourceConfig: { ExternalUrlConfig: { AccessUrl: accessUrl } },
      Permissions: permissions ?? ['User.Details.View', 'User.Status.View', 'Contact.Details.View', 'Contact.Attributes.View'],
      ...(scope && { ApplicationConfig: { ContactHandling: { Scope: scope } } }),
    }),
    resource('AWS::Connect::Queue', queueArn, { Name: 'Limburg Oost' }),
    resource('AWS::Connect::RoutingProfile', profileArn, { Name: 'Permanentie' }),
  ]
  return {
    resources,
    ofType: (type) => resources.filter((one) => one.type === type),
    byArn: (arn) => resources.find((one) => one.arn === arn) ?? null,
  }
}

function handBoard({ media }: ConnectMedia, now: () => string): HandBoard {
  const contacts = new Map<string, Contact>()
  const asked: string[] = []
  const agents = new Map(
    [newAgent(now(), 'linde', ['Linde', 'Berk']), newAgent(now(), 'els', ['Els', 'Spar'])].map((agent) => [agent.username, agent]),
  )
  const agent = (username: string): AgentView | null => agents.get(username) ?? null
  const change = (contact: Contact, changes: Partial<Contact>): Contact => {
    Object.assign(contact, changes)
    media.contactChanged(contact)
    return contact
  }
  const hold = (username: string, contactId: string, state: AgentView['contacts'][number]['state'] | null): boolean => {
    const holder = agent(username)
    const contact = contacts.get(contactId)
    if (!holder || !contact) return false
    holder.contacts = holder.contacts.filter((held) => held.contactId !== contactId)
    if (state) holder.contacts.push({ contactId, channel: contact.channel, state, since: now() })
    media.agentChanged(holder)
    return true
  }
  const end = (contactId: string): boolean => {
    const contact = contacts.get(contactId)
    if (!contact || contact.state === 'ended') return false
    const username = contact.state === 'connected' ? contact.agent?.username : undefined
    // Without an agent who writes it up, a contact is done at its end.
    change(contact, { state: 'ended', disconnectedAt: now(), ...(username === undefined && { endedWorkAt: now() }) })
    if (username !== undefined) hold(username, contactId, 'ENDED')
    media.ended(contact)
    return true
  }
  const place = (changes: Partial<Contact> = {}): Contact => {
    const contact = newContact(now(), changes)
    contacts.set(contact.id, contact)
    return contact
  }
  return {
    contacts,
    asked,
    change,
    place,
    agent,
    contact: (id) => contacts.get(id) ?? null,
    agents: () => [...agents.values()],
    statuses: () =>
      ['Available', 'Pauze', 'Op huisbezoek', 'Offline'].map((name) => ({
        name,
        arn: `arn:${name}`,
        id: name,
        routable: name === 'Available',
      })),
    numbers: () => [
      { number: '+32000000001', label: 'De Plan-Trekkers regio Oost' },
      { number: '+32000000002', label: '1Gezin1Plan Voor- en Noorderkempen' },
    ],
    dial: ({ from, to }) =>
      to.startsWith('+3200000000') ? place({ channel: 'VOICE', customerNumber: from, dialledNumber: to, customerName: null }) : null,
    startChat: () => place(),
    pressKey: (contactId, key) => asked.push(`key ${key} ${contactId}`) > 0,
    customerAnswers: (contactId) => {
      const contact = contacts.get(contactId)
      if (contact?.state !== 'ringing' || !contact.agent) return false
      asked.push(`answer ${contactId}`)
      change(contact, { state: 'connected', agent: { ...contact.agent, connectedAt: now() } })
      return hold(contact.agent?.username ?? '', contactId, 'CONNECTED')
    },
    customerHangsUp: (contactId) => {
      const contact = contacts.get(contactId)
      if (!contact || contact.state === 'ended') return false
      asked.push(`hang-up ${contactId}`)
      media.customerLeft(contact)
      return end(contactId)
    },
    customerConnected: (contactId) => {
      asked.push(`connected ${contactId}`)
    },
    customerWrote: (contactId) => {
      asked.push(`wrote ${contactId}`)
    },
    stopContact: end,
    updateAttributes: () => false,
    signIn: agent,
    signOut: (username) => {
      asked.push(`sign-out ${username}`)
    },
    setStatus: (username, status) => {
      const one = agent(username)
      if (!one) return false
      media.agentChanged(Object.assign(one, { status, statusSince: now() }))
      return true
    },
    callOut: ({ username, phoneNumber }) => {
      const one = agent(username)
      if (!one || phoneNumber === '+32000000911') return { kind: 'not-dialled', why: 'agentBusy' }
      const held = { arn: one.arn, username, ringingSince: null, connectedAt: null }
      const contact = place({
        channel: 'VOICE',
        initiationMethod: 'OUTBOUND',
        customerNumber: phoneNumber,
        dialledNumber: '+32000000001',
        customerName: null,
        queue: null,
        state: 'ringing',
        agent: held,
      })
      hold(username, contact.id, 'CONNECTING')
      asked.push(`${media.rings(contact)} ${contact.id}`)
      return { kind: 'dialling', contactId: contact.id }
    },
    offer: (contact, username) => {
      const one = agent(username)
      if (!one) throw new Error('no such agent')
      change(contact, { state: 'ringing', agent: { arn: one.arn, username, ringingSince: now(), connectedAt: null } })
      hold(username, contact.id, 'INCOMING')
    },
    accept: (username, contactId) => {
      const one = agent(username)
      const contact = contacts.get(contactId)
      if (!one || contact?.state !== 'ringing' || !contact.agent) return false
      change(contact, { state: 'connected', agent: { ...contact.agent, ringingSince: null, connectedAt: now() } })
      hold(username, contactId, 'CONNECTED')
      media.agentJoined(contact, one)
      return true
    },
    reject: (username, contactId) => hold(username, contactId, 'MISSED'),
    agentHangsUp: (username, contactId) => {
      const one = agent(username)
      const contact = contacts.get(contactId)
      if (!one || contact?.state !== 'connected') return false
      media.agentLeft(contact, one)
      return end(contactId)
    },
    clear: (username, contactId) => {
      const contact = contacts.get(contactId)
      if (contact?.state === 'ended') change(contact, { endedWorkAt: now() })
      return hold(username, contactId, null)
    },
  }
}

function newAgent(now: string, username: string, [firstName, lastName]: [string, string]): AgentView {
  const arn = `arn:aws:connect:eu-central-1:111122223333:instance/one/agent/${username}`
  return {
    arn,
    id: username,
    username,
    firstName,
    lastName,
    routingProfileArn: profileArn,
    status: 'Offline',
    statusSince: now,
    signedIn: true,
    contacts: [],
  }
}

function newContact(now: string, changes: Partial<Contact>): Contact {
  const id = changes.id ?? randomUUID()
  return {
    id,
    initialContactId: id,
    previousContactId: null,
    channel: 'CHAT',
    initiationMethod: 'INBOUND',
    attributes: {},
    flowAttributes: {},
    external: {},
    storedInput: '',
    tags: {},
    languageCode: 'nl-BE',
    customerNumber: null,
    dialledNumber: null,
    customerName: 'Esdoorn',
    initiatedAt: now,
    connectedToSystemAt: now,
    targetQueueArn: queueArn,
    queue: { arn: queueArn, enqueuedAt: now },
    priority: 5,
    hooks: {},
    state: 'in-flow',
    agent: null,
    connectionAttempts: 0,
    disconnectedAt: null,
    disconnectReason: null,
    endedWorkAt: null,
    ...changes,
  }
}
