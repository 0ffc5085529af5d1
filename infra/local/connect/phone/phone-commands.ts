import { createHash, randomBytes } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { Contact } from '../model/engine-api.ts'
import type { SpokenLine } from './phone-lines.ts'
import { type CallState, PhoneCommand } from './phone-messages.ts'
import { giveNumber } from './phone-rings.ts'
import { type Call, stateOf, type Switchboard, tell, waitFor } from './phone-switchboard.ts'

/** Handles one phone page while its socket is open. */
export function greet(switchboard: Switchboard, phone: WebSocket): void {
  switchboard.phones.set(phone, { own: null, ringing: null })
  let mine: Call | null = null
  phone.on('error', () => phone.terminate())
  phone.on('message', (data) => {
    const command = readCommand(String(data))
    if (command === null) tell(phone, { kind: 'refused', why: 'bad-command' })
    else mine = obey(switchboard, phone, { command, mine: mine && switchboard.calls.get(mine.fingerprint) ? mine : null })
  })
  phone.on('close', () => {
    switchboard.phones.delete(phone)
    if (mine?.socket === phone && switchboard.calls.has(mine.fingerprint)) waitFor(switchboard, Object.assign(mine, { socket: null }))
  })
  tell(phone, { kind: 'ready', numbers: switchboard.engineApi().numbers() })
}

function obey(switchboard: Switchboard, phone: WebSocket, { command, mine }: { command: PhoneCommand; mine: Call | null }): Call | null {
  const engineApi = switchboard.engineApi()
  if (command.kind === 'own') return nameOwn(switchboard, phone, { number: command.number, mine })
  if (command.kind === 'answer') return mine ? refuse(phone, 'busy', mine) : pickUp(switchboard, phone)
  if (command.kind === 'decline') return decline(switchboard, phone, mine)
  if (command.kind === 'dial') return mine ? refuse(phone, 'busy', mine) : dial(switchboard, phone, command)
  if (command.kind === 'resume') return mine ? refuse(phone, 'busy', mine) : resume(switchboard, phone, command.call)
  const contact = mine && engineApi.contact(mine.contactId)
  if (!mine || !contact) return refuse(phone, 'no-call', mine)
  if (command.kind === 'press') engineApi.pressKey(mine.contactId, command.key)
  if (command.kind === 'hang-up') engineApi.customerHangsUp(mine.contactId)
  if (command.kind === 'speak' && contact.state === 'connected') {
    const line: SpokenLine = { by: 'customer', text: command.text, at: switchboard.now().toISOString(), languageCode: 'nl-BE' }
    switchboard.lines.add(contact.initialContactId, line)
    tell(phone, { kind: 'line', line })
    switchboard.heard(contact, line)
  }
  return mine
}

function dial(switchboard: Switchboard, phone: WebSocket, { to, from }: { to: string; from: string | null }): Call | null {
  const contact = switchboard.engineApi().dial({ from, to })
  if (!contact) return refuse(phone, 'unknown-number', null)
  const [secret, call] = newCall(phone, contact)
  if (contact.state !== 'ended') switchboard.calls.set(call.fingerprint, call)
  show(switchboard, call, secret)
  return call
}

// The call is registered before the engine hears that it was answered, so that the first prompt reaches the phone.
function pickUp(switchboard: Switchboard, phone: WebSocket): Call | null {
  const contact = switchboard.outgoing.get(switchboard.phones.get(phone)?.ringing ?? '')
  if (!contact) return refuse(phone, 'no-call', null)
  const [secret, call] = newCall(phone, contact)
  switchboard.calls.set(call.fingerprint, call)
  if (!switchboard.engineApi().customerAnswers(contact.id)) {
    switchboard.calls.delete(call.fingerprint)
    return refuse(phone, 'no-call', null)
  }
  show(switchboard, call, secret)
  return call
}

function decline(switchboard: Switchboard, phone: WebSocket, mine: Call | null): Call | null {
  const contactId = switchboard.phones.get(phone)?.ringing ?? null
  if (contactId !== null) switchboard.engineApi().customerHangsUp(contactId)
  return mine
}

function nameOwn(switchboard: Switchboard, phone: WebSocket, { number, mine }: { number: string | null; mine: Call | null }): Call | null {
  giveNumber(switchboard, phone, { number, isFree: mine === null })
  return mine
}

function newCall(phone: WebSocket, { id: contactId, initialContactId }: Contact): [secret: string, call: Call] {
  const secret = randomBytes(32).toString('base64url')
  return [secret, { fingerprint: fingerprint(secret), contactId, initialContactId, asking: null, socket: phone, absence: null }]
}

function resume(switchboard: Switchboard, phone: WebSocket, secret: string): Call | null {
  const call = switchboard.calls.get(fingerprint(secret))
  if (!call) return refuse(phone, 'no-call', null)
  call.socket?.close(4001, 'taken over')
  clearTimeout(call.absence ?? undefined)
  Object.assign(call, { socket: phone, absence: null })
  show(switchboard, call, secret)
  return call
}

function show(switchboard: Switchboard, call: Call, secret: string): void {
  const contact = switchboard.engineApi().contact(call.contactId)
  const state: CallState = contact ? stateOf(switchboard, contact) : { kind: 'ended' }
  const lines = switchboard.lines.of(call.initialContactId).filter(({ by }) => by !== 'whisper')
  tell(call.socket, { kind: 'call', call: secret, state, lines, asking: call.asking })
}

function refuse(phone: WebSocket, why: 'unknown-number' | 'busy' | 'no-call' | 'bad-command', mine: Call | null): Call | null {
  tell(phone, { kind: 'refused', why })
  return mine
}

function readCommand(text: string): PhoneCommand | null {
  try {
    return PhoneCommand.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
