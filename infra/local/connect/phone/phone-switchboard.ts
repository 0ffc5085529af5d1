import type { WebSocket } from 'ws'
import type { EngineApi, Contact } from '../model/engine-api.ts'
import type { PhoneLines, SpokenLine } from './phone-lines.ts'
import type { Asking, CallState, PhoneNews } from './phone-messages.ts'

/** What the telephones need. */
export type PhoneDeps = {
  lines: PhoneLines
  baseUrl: string
  engineApi(): EngineApi
  now(): Date
  /** Shows what the caller says in the agent's workspace. */
  heard(contact: Contact, line: SpokenLine): void
}
/** One call with its phone page; `fingerprint` is the hash of the secret with which a reloaded page resumes it. */
export type Call = {
  fingerprint: string
  contactId: string
  initialContactId: string
  asking: Asking
  socket: WebSocket | null
  absence: NodeJS.Timeout | null
}
/** An open phone page: the number at which it can be called, and the contact that rings on it. */
export type Phone = { own: string | null; ringing: string | null }
/** The state of all phone pages and calls. */
export type Switchboard = PhoneDeps & {
  calls: Map<string, Call>
  phones: Map<WebSocket, Phone>
  /** Outbound calls that ring, by contact, even if no phone page has that number. */
  outgoing: Map<string, Contact>
}

// A reloaded page resumes its call; a page that stays away longer (in real time) counts as hung up.
const absenceMilliseconds = 10_000

/** The active call of a chain of contacts. */
export function callOf(switchboard: Switchboard, initialContactId: string): Call | undefined {
  return [...switchboard.calls.values()].find((call) => call.initialContactId === initialContactId)
}

/** Hangs up for a phone page that has disconnected, unless it reconnects in time. */
export function waitFor(switchboard: Switchboard, call: Call): void {
  call.absence = setTimeout(() => switchboard.engineApi().customerHangsUp(call.contactId), absenceMilliseconds)
}

/** Ends a call on its phone. */
export function dropCall(switchboard: Switchboard, call: Call): void {
  clearTimeout(call.absence ?? undefined)
  switchboard.calls.delete(call.fingerprint)
  tell(call.socket, { kind: 'state', state: { kind: 'ended' } })
}

/** The state of a contact as its caller notices it. */
export function stateOf(switchboard: Switchboard, contact: Contact): CallState {
  if (contact.state === 'ended') return { kind: 'ended' }
  if (contact.state === 'in-flow') return { kind: 'answered' }
  const agent = contact.state === 'connected' && contact.agent ? switchboard.engineApi().agent(contact.agent.username) : null
  return agent ? { kind: 'connected', name: agent.firstName } : { kind: 'waiting' }
}

/** Sends a line to the caller's phone. */
export function sayTo(switchboard: Switchboard, contact: Contact, line: SpokenLine): void {
  tell(callOf(switchboard, contact.initialContactId)?.socket ?? null, { kind: 'line', line })
}

/** Sends a message to a phone page that is still connected. */
export function tell(phone: WebSocket | null, news: PhoneNews): void {
  if (phone?.readyState === phone?.OPEN) phone?.send(JSON.stringify(news))
}
