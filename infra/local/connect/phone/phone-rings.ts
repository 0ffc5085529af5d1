import type { WebSocket } from 'ws'
import type { Contact, Rung } from '../model/engine-api.ts'
import { type Phone, type Switchboard, tell } from './phone-switchboard.ts'

/** Rings every phone page with the called number that is not in a call. */
export function ringPhones(switchboard: Switchboard, contact: Contact): Rung {
  switchboard.outgoing.set(contact.id, contact)
  const theirs = [...switchboard.phones].filter(([, phone]) => phone.own === contact.customerNumber)
  const free = theirs.filter(([socket]) => !isInCall(switchboard, socket))
  for (const [socket, phone] of free) ring(switchboard, { socket, phone, contact })
  if (free.length > 0) return 'rings'
  return theirs.length > 0 ? 'busy' : 'nobody'
}

/** Stops the ringing for a contact: it was answered on one phone, or given up. */
export function stopPhones(switchboard: Switchboard, contact: Contact): void {
  if (!switchboard.outgoing.delete(contact.id)) return
  for (const [socket, phone] of switchboard.phones) {
    if (phone.ringing !== contact.id) continue
    phone.ringing = null
    if (!isInCall(switchboard, socket)) tell(socket, { kind: 'rang-out' })
  }
}

/** Sets the number at which a phone page can be called, and rings it if that number is being called now. */
export function giveNumber(
  switchboard: Switchboard,
  socket: WebSocket,
  { number, isFree }: { number: string | null; isFree: boolean },
): void {
  const phone = switchboard.phones.get(socket)
  if (!phone) return
  phone.own = number
  const contact = [...switchboard.outgoing.values()].find(({ customerNumber }) => customerNumber === number)
  if (contact && isFree && phone.ringing !== contact.id) ring(switchboard, { socket, phone, contact })
  else if (!contact && phone.ringing !== null) {
    phone.ringing = null
    tell(socket, { kind: 'rang-out' })
  }
}

function ring(switchboard: Switchboard, { socket, phone, contact }: { socket: WebSocket; phone: Phone; contact: Contact }): void {
  phone.ringing = contact.id
  const from = contact.dialledNumber ?? ''
  const label =
    switchboard
      .engineApi()
      .numbers()
      .find(({ number }) => number === from)?.label ?? from
  tell(socket, { kind: 'ringing', from, label })
}

function isInCall({ calls }: Switchboard, phone: WebSocket): boolean {
  return [...calls.values()].some(({ socket }) => socket === phone)
}
