import type { WebSocket } from 'ws'
import type { EngineApi, Contact } from '../model/engine-api.ts'
import type { PhoneLines, SpokenLine } from './phone-lines.ts'
import type { Asking, CallState, PhoneNews } from './phone-messages.ts'

export type PhoneDeps = {
  lines: PhoneLines
  baseUrl: string
  engineApi(): EngineApi
  now(): Date
  /** The agent's screen shows what the caller says. */
  heard(contact: Contact, line: SpokenLine): void
}
/** One call with the phone that holds it; `fingerprint` is that of the secret by which a reloaded page takes it up again. */
export type Call = {
  fingerprint: string
  contactId: string
  initialContactId: string
  asking: Asking
  socket: WebSocket | null
  absence: NodeJS.Timeout | null
}
/** A phone page that is open: the number by which it can be called, and the contact that rings on it. */
export type Phone = { own: string | null; ringing: string | null }
export type Switchboard = PhoneDeps & {
  calls: Map<string, Call>
  phones: Map<WebSocket, Phone>
  /** Calls of agents that ring, by contact, also where no phone is open yet. */
  outgoing: Map<string, Contact>
}

// A reloaded page takes its call up again; a phone that stays away this long (in real time) has hung up.
const absenceMilliseconds = 10_000

/** The call of a chain of contacts, while it lasts. */
export function callOf(switchboard: Switchboard, initialContactId: string): Call | undefined {
  return [...switchboard.calls.values()].find((call) => call.initialContactId === initialContactId)
}

/** Gives a phone that went away a moment to come back before it has hung up. */
export function waitFor(switchboard: Switchboard, call: Call): void {
  call.absence = setTimeout(() => switchboard.engineApi().customerHangsUp(call.contactId), absenceMilliseconds)
}

/** Ends a call for its phone. */
export function dropCall(switchboard: Switchboard, call: Call): void {
  clearTimeout(call.absence ?? undefined)
  switchboard.calls.delete(call.fingerprint)
  tell(call.socket, { kind: 'state', state: { kind: 'ended' } })
}

/** What the caller notices of where her contact is. */
export function stateOf(switchboard: Switchboard, contact: Contact): CallState {
  if (contact.state === 'ended') return { kind: 'ended' }
  if (contact.state === 'in-flow') return { kind: 'answered' }
  const agent = contact.state === 'connected' && contact.agent ? switchboard.engineApi().agent(contact.agent.username) : null
  return agent ? { kind: 'connected', name: agent.firstName } : { kind: 'waiting' }
}

/** A line for the caller's ear. */
export function sayTo(switchboard: Switchboard, contact: Contact, line: SpokenLine): void {
  tell(callOf(switchboard, contact.initialContactId)?.socket ?? null, { kind: 'line', line })
}

/** Sends news to a phone that is still there. */
export function tell(phone: WebSocket | null, news: PhoneNews): void {
  if (phone?.readyState === phone?.OPEN) phone?.send(JSON.stringify(news))
}
