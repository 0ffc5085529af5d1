import { publishEvent } from '../model/contact-events.ts'
import { type Arrival, endContact, newContact, newestOf } from './contacts.ts'
import { changed, type Exchange, type LineContact, momentOf } from '../model/exchange.ts'

// The service ends a chat whose customer does not connect within five minutes.
const connectMilliseconds = 5 * 60_000
// The service's default: 25 hours.
const usualChatMinutes = 25 * 60

type ChatArrival = Omit<Arrival, 'channel' | 'initiationMethod' | 'lastsUntil'> & { lastsMinutes?: number | undefined }

/** Starts an inbound call; null if no flow answers that number. */
export function dial(exchange: Exchange, call: { from: string | null; to: string }): LineContact | null {
  const number = exchange.instance.numbers.find((known) => known.number === call.to)
  if (!number || !exchange.instance.flows.has(number.flowArn)) return null
  return arrive(exchange, {
    channel: 'VOICE',
    initiationMethod: 'INBOUND',
    flowArn: number.flowArn,
    customerNumber: call.from,
    dialledNumber: call.to,
  })
}

/** Starts a chat: its flow runs at once, and the customer has five minutes to connect. */
export function startChat(exchange: Exchange, { lastsMinutes = usualChatMinutes, ...arrival }: ChatArrival): LineContact {
  const lastsUntil = new Date(exchange.deps.clock.now().getTime() + lastsMinutes * 60_000).toISOString()
  const contact = arrive(exchange, { ...arrival, channel: 'CHAT', initiationMethod: 'API', lastsUntil })
  publishEvent(exchange, contact, { type: 'CONNECTED_TO_SYSTEM' })
  awaitCustomer(exchange, contact)
  awaitEnd(exchange, contact)
  return contact
}

/** Ends the chat if its customer does not connect within five minutes of its start. */
export function awaitCustomer(exchange: Exchange, contact: LineContact): void {
  const left = Date.parse(contact.initiatedAt) + connectMilliseconds - exchange.deps.clock.now().getTime()
  const stop = exchange.deps.clock.after(Math.min(left, connectMilliseconds), () => {
    const newest = newestOf(exchange, contact.id)
    if (newest) endContact(exchange, newest, 'OTHER')
  })
  exchange.unconnected.set(contact.initialContactId, stop)
}

/** Ends a chat that is still open when its maximum duration has passed. */
export function awaitEnd(exchange: Exchange, contact: LineContact): void {
  const { clock } = exchange.deps
  // Contacts stored by earlier versions have no end.
  if (!contact.lastsUntil) return
  clock.after(Math.max(0, Date.parse(contact.lastsUntil) - clock.now().getTime()), () => {
    const newest = exchange.stopped ? null : newestOf(exchange, contact.id)
    if (newest) endContact(exchange, newest, 'OTHER')
  })
}

/** Marks the chat customer as connected. */
export function customerConnected(exchange: Exchange, contact: LineContact): void {
  exchange.unconnected.get(contact.initialContactId)?.()
  exchange.unconnected.delete(contact.initialContactId)
  if (contact.customerConnectedAt !== null) return
  contact.customerConnectedAt = momentOf(exchange)
  changed(exchange, contact)
}

function arrive(exchange: Exchange, arrival: Arrival): LineContact {
  const contact = newContact(exchange, arrival)
  publishEvent(exchange, contact, { type: 'INITIATED' })
  changed(exchange, contact)
  void exchange.begin({ contact, kind: 'inbound', flowArn: contact.flowArn })
  return contact
}
