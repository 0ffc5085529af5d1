import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Contact, Media } from '../model/engine-api.ts'
import { greet } from './phone-commands.ts'
import type { SpokenLine } from './phone-lines.ts'
import { ringPhones, stopPhones } from './phone-rings.ts'
import { type Call, callOf, dropCall, type PhoneDeps, sayTo, stateOf, type Switchboard, tell } from './phone-switchboard.ts'

/** The demonstration telephones as the local Connect uses them. */
export type Phones = {
  media: Pick<Media, 'says' | 'gathers' | 'contactChanged' | 'rings' | 'ended'>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Sends what the agent says to the caller's phone. */
  agentSays(contact: Contact, line: SpokenLine): void
  stop(): void
}

/** Serves the demonstration telephones: one WebSocket for each phone page, with at most one call. */
export function createPhones(deps: PhoneDeps): Phones {
  const server = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024 })
  const switchboard: Switchboard = { ...deps, calls: new Map(), phones: new Map(), outgoing: new Map() }
  return {
    media: phoneMedia(switchboard),
    upgrade: (request, socket, head) => {
      if (request.url !== '/phone/socket') return false
      if (request.headers.origin !== deps.baseUrl) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return true
      }
      server.handleUpgrade(request, socket, head, (phone) => greet(switchboard, phone))
      return true
    },
    agentSays: (contact, line) => sayTo(switchboard, contact, line),
    stop: () => {
      for (const call of switchboard.calls.values()) clearTimeout(call.absence ?? undefined)
      for (const phone of switchboard.phones.keys()) phone.terminate()
      server.close()
    },
  }
}

function phoneMedia(switchboard: Switchboard): Phones['media'] {
  const callFor = (contact: Contact): Call | undefined =>
    contact.channel === 'VOICE' ? callOf(switchboard, contact.initialContactId) : undefined
  return {
    says: (contact, prompt) => {
      const line: SpokenLine = { by: 'prompt', text: prompt.text, at: switchboard.now().toISOString(), languageCode: prompt.languageCode }
      if (contact.channel !== 'VOICE') return
      switchboard.lines.add(contact.initialContactId, line)
      sayTo(switchboard, contact, line)
    },
    gathers: (contact, asking) => {
      const call = callFor(contact)
      if (!call) return
      call.asking = asking
      tell(call.socket, { kind: 'asking', asking })
    },
    rings: (contact) => ringPhones(switchboard, contact),
    contactChanged: (contact) => {
      if (contact.state !== 'ringing') stopPhones(switchboard, contact)
      const call = callFor(contact)
      // The contact and its after-contact work are over, so its lines are deleted.
      if (!call && contact.endedWorkAt !== null) switchboard.lines.forget(contact.initialContactId)
      if (!call) return
      // A transferred caller gets a new contact, but keeps the same call.
      if (contact.previousContactId === call.contactId) call.contactId = contact.id
      if (contact.id === call.contactId && contact.state !== 'ended')
        tell(call.socket, { kind: 'state', state: stateOf(switchboard, contact) })
    },
    ended: (contact) => {
      const call = callFor(contact)
      if (call) dropCall(switchboard, call)
      if (!contact.agent?.connectedAt) switchboard.lines.forget(contact.initialContactId)
    },
  }
}
