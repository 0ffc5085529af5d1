import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { AgentView, EngineApi, Contact, Media } from '../model/engine-api.ts'
import type { PhoneLines, SpokenLine } from '../phone/phone-lines.ts'
import { type AgentMedia, carryOut, readCommand } from './workspace-commands.ts'
import { workspaceAppOf } from './workspace-app.ts'
import type { ContactCard, WorkspaceNews } from './workspace-messages.ts'
import type { ConnectDeps } from '../model/deps.ts'

/** What the workspaces need. */
export type WorkspaceDeps = Pick<ConnectDeps, 'assembly' | 'baseUrl' | 'whoIs'> & {
  lines: PhoneLines
  engineApi(): EngineApi
  now(): Date
  /** Sends a line to the caller's phone. */
  tellCaller(contact: Contact, line: SpokenLine): void
  chat: Pick<AgentMedia, 'chatSeat' | 'chatSocket'>
}
/** The workspace pages as the local Connect uses them. */
export type Workspaces = {
  media: Pick<Media, 'whispers' | 'contactChanged' | 'agentChanged' | 'agentJoined' | 'agentLeft' | 'ended'>
  /** Shows a new line of the caller to the agent. */
  callerSays(contact: Contact): void
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  stop(): void
}

type Screens = Map<WebSocket, { username: string; last: string }>

/** Serves the workspace pages: each belongs to one signed-in agent, receives the state after every change and acts only for that agent. */
export function createWorkspaces(deps: WorkspaceDeps): Workspaces {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  const screens: Screens = new Map()
  return {
    media: workspaceMedia(deps, screens),
    callerSays: (contact) => show(deps, screens, contact.agent?.username),
    upgrade: (request, socket, head) => {
      if (request.url !== '/workspace/socket') return false
      // The cookie is sent by any page on 127.0.0.1, so the origin must be checked too.
      const username = request.headers.origin === deps.baseUrl ? deps.whoIs(request.headers.cookie)?.username : undefined
      const agent = username === undefined ? null : deps.engineApi().signIn(username)
      if (!agent) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return true
      }
      server.handleUpgrade(request, socket, head, (screen) => serve(deps, screens, { screen, username: agent.username }))
      return true
    },
    stop: () => {
      for (const screen of screens.keys()) screen.terminate()
      server.close()
    },
  }
}

function workspaceMedia(deps: WorkspaceDeps, screens: Screens): Workspaces['media'] {
  const showBoth = (contact: Contact, agent: AgentView): void => {
    show(deps, screens, agent.username)
    if (contact.agent?.username !== agent.username) show(deps, screens, contact.agent?.username)
  }
  return {
    whispers: (contact, username, text) => {
      deps.lines.add(contact.initialContactId, { by: 'whisper', text, at: deps.now().toISOString(), languageCode: contact.languageCode })
      show(deps, screens, username)
    },
    contactChanged: (contact) => show(deps, screens, contact.agent?.username),
    agentChanged: (agent) => show(deps, screens, agent.username),
    agentJoined: showBoth,
    agentLeft: showBoth,
    ended: (contact) => show(deps, screens, contact.agent?.username),
  }
}

function serve(deps: WorkspaceDeps, screens: Screens, { screen, username }: { screen: WebSocket; username: string }): void {
  screens.set(screen, { username, last: '' })
  const tell = (news: WorkspaceNews): void => screen.send(JSON.stringify(news))
  screen.on('close', () => screens.delete(screen))
  screen.on('error', () => screen.terminate())
  screen.on('message', (data) => {
    const command = readCommand(String(data))
    if (!command) return
    const speak: AgentMedia['speak'] = (speaker, contactId, text) => speakOn(deps, screens, { username: speaker, contactId, text })
    const answer = carryOut(deps.engineApi(), { ...deps.chat, speak }, { username, command: command.command })
    tell({ kind: 'answer', id: command.id, answer })
  })
  tell({ kind: 'welcome', app: workspaceAppOf(deps.assembly, deps.baseUrl), region: 'eu-central-1' })
  show(deps, screens, username)
}

function speakOn(deps: WorkspaceDeps, screens: Screens, said: { username: string; contactId: string; text: string }): boolean {
  const contact = deps.engineApi().contact(said.contactId)
  if (contact?.channel !== 'VOICE' || contact.state !== 'connected' || contact.agent?.username !== said.username) return false
  const line: SpokenLine = { by: 'agent', text: said.text, at: deps.now().toISOString(), languageCode: 'nl-BE' }
  deps.lines.add(contact.initialContactId, line)
  deps.tellCaller(contact, line)
  show(deps, screens, said.username)
  return true
}

/** Sends an agent's pages the current state, if it differs from what they have. */
function show(deps: WorkspaceDeps, screens: Screens, username: string | undefined): void {
  const mine = [...screens].filter(([, screen]) => screen.username === username)
  const agent = mine.length > 0 && username !== undefined ? deps.engineApi().agent(username) : null
  if (!agent) return
  const engineApi = deps.engineApi()
  const statuses = engineApi.statuses().map(({ name, arn, routable }) => ({ name, arn, routable }))
  const contacts = agent.contacts.flatMap((held) => cardOf(deps, engineApi.contact(held.contactId), held))
  const profile = { name: nameOf(deps, agent.routingProfileArn) }
  const text = JSON.stringify({ agent, profile, statuses, contacts })
  for (const [socket, screen] of mine) {
    if (screen.last === text) continue
    screen.last = text
    const news: WorkspaceNews = { kind: 'snapshot', now: deps.now().toISOString(), agent, profile, statuses, contacts }
    socket.send(JSON.stringify(news))
  }
}

function cardOf(deps: WorkspaceDeps, contact: Contact | null, held: AgentView['contacts'][number]): ContactCard[] {
  if (!contact) return []
  const { id, initialContactId, channel, attributes, customerNumber, customerName, dialledNumber, initiatedAt } = contact
  const { initiationMethod, disconnectReason } = contact
  const queue = contact.queue && { ...contact.queue, name: nameOf(deps, contact.queue.arn) }
  return [
    {
      id,
      initialContactId,
      channel,
      attributes,
      customerNumber,
      customerName,
      dialledNumber,
      initiatedAt,
      initiationMethod,
      disconnectReason,
      state: held.state,
      since: held.since,
      ringingSince: contact.agent?.ringingSince ?? null,
      queue,
      lines: channel === 'VOICE' ? deps.lines.of(initialContactId) : deps.lines.of(initialContactId).filter(({ by }) => by === 'whisper'),
    },
  ]
}

function nameOf(deps: WorkspaceDeps, arn: string): string {
  const name = deps.assembly.byArn(arn)?.properties['Name']
  return typeof name === 'string' ? name : ''
}
