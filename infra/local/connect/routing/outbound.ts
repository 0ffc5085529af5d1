import type { CalledOut } from '../model/engine-api.ts'
import { publishEvent } from '../model/contact-events.ts'
import { endContact, newContact } from './contacts.ts'
import { agentChanged, changed, type Exchange, type LineAgent, type LineContact, momentOf, viewOf } from '../model/exchange.ts'
import { found } from '../model/instance.ts'
import { moveSlot } from './slots.ts'

// The carrier decides how long it rings; thirty seconds is usual.
const ringMilliseconds = 30_000
const shapeOfNumber = /^\+[1-9]\d{5,14}$/

type Options = { phoneNumber: string; queueArn?: string | undefined }

/** An agent calls out, if not in a call, dialling or in after-contact work for a call already. */
export function callOut(exchange: Exchange, agent: LineAgent, { phoneNumber, queueArn }: Options): CalledOut {
  const refused = (why: Extract<CalledOut, { kind: 'not-dialled' }>['why']): CalledOut => ({ kind: 'not-dialled', why })
  const own = exchange.instance.profiles.get(agent.routingProfileArn)?.outboundQueueArn ?? null
  const queue = found(exchange.instance.queues, queueArn ?? own ?? '')
  if (!agent.signedIn) return refused('agentNotSignedIn')
  if (agent.contacts.some(({ channel, state }) => channel === 'VOICE' || state === 'INCOMING')) return refused('agentBusy')
  if (!shapeOfNumber.test(phoneNumber)) return refused('invalidPhoneNumber')
  if (!queue) return refused('invalidQueue')
  if (queue.callerNumber === null) return refused('noCallerNumber')
  const contact = dial(exchange, agent, { to: phoneNumber, from: queue.callerNumber })
  return { kind: 'dialling', contactId: contact.id }
}

function dial(exchange: Exchange, agent: LineAgent, { to, from }: { to: string; from: string }): LineContact {
  const since = momentOf(exchange)
  const contact = newContact(exchange, {
    channel: 'VOICE',
    initiationMethod: 'OUTBOUND',
    flowArn: '',
    customerNumber: to,
    dialledNumber: from,
    connectedToSystemAt: null,
    state: 'ringing',
    agent: { arn: agent.arn, username: agent.username, ringingSince: null, connectedAt: null },
  })
  publishEvent(exchange, contact, { type: 'INITIATED' })
  changed(exchange, contact)
  agent.contacts.push({ contactId: contact.id, channel: 'VOICE', state: 'CONNECTING', since })
  agentChanged(exchange, agent)
  // A number without a phone page rings unanswered, because there is no carrier to report that it does not exist.
  const isBusy = exchange.media.rings(contact) === 'busy'
  const after = exchange.deps.clock.after(isBusy ? 0 : ringMilliseconds, () =>
    endContact(exchange, contact, isBusy ? 'TELECOM_BUSY' : 'TELECOM_UNANSWERED'),
  )
  exchange.dials.set(contact.id, after)
  return contact
}

/** The customer answers an outbound call: both are connected, without a flow. */
export function customerAnswers(exchange: Exchange, contact: LineContact): boolean {
  const stop = exchange.dials.get(contact.id)
  const agent = contact.agent && exchange.agents.get(contact.agent.username)
  if (!stop || !agent || !contact.agent) return false
  stop()
  exchange.dials.delete(contact.id)
  contact.state = 'connected'
  contact.connectedToSystemAt = momentOf(exchange)
  publishEvent(exchange, contact, { type: 'CONNECTED_TO_SYSTEM' })
  contact.agent.connectedAt = momentOf(exchange)
  publishEvent(exchange, contact, { type: 'CONNECTED_TO_AGENT' })
  changed(exchange, contact)
  moveSlot(exchange, agent, { contactId: contact.id, state: 'CONNECTED' })
  exchange.media.agentJoined(contact, viewOf(agent))
  return true
}

/** Ends an outbound call that is not answered yet; false if there is none. */
export function stopDialling(exchange: Exchange, contact: LineContact, by: 'agent' | 'customer'): boolean {
  if (!exchange.dials.has(contact.id)) return false
  return endContact(exchange, contact, by === 'agent' ? 'TELECOM_ORIGINATOR_CANCEL' : 'TELECOM_BUSY')
}
