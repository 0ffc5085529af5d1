import { createHash, timingSafeEqual } from 'node:crypto'
import { isEnough, partsOfWork, partText } from '../../shared/contracts/widget/start-work.ts'
import type { RegionId } from '../../shared/domain/ids.ts'
import { keyedHash } from '../../shared/storage/table/referrer-key.ts'

// The frame asks for the state of the line every minute and gets a new ticket with it.
const validMilliseconds = 5 * 60_000
const shape = /^(\d{1,2})\.([0-9a-z]{1,11})\.([\w-]{22})\.([\w-]{43})$/
const triedShape = /^[0-9a-z]{1,8}$/

/** What a start ticket says: the zero bits of work it asks, when it was given out, and its own id. */
export type StartTicket = { bits: number; at: Date; id: string }

type TicketOf = { callerKey: string; region: RegionId }

/** A ticket to start one chat of a region, signed so that nothing has to be stored until it is used. `id`: 128 random bits as base64url. */
export function startTicket({ callerKey, region }: TicketOf, { bits, at, id }: StartTicket): string {
  const said = `${bits}.${at.getTime().toString(36)}.${id}`
  return `${said}.${signature(callerKey, region, said)}`
}

/** Reads a ticket of this region. `too-old`: ours, but given out more than five minutes ago, or later than now; null when it is not ours. */
export function readStartTicket({ callerKey, region }: TicketOf, ticket: string, now: Date): StartTicket | 'too-old' | null {
  const [, bits = '', at = '', id = '', mac = ''] = shape.exec(ticket) ?? []
  const right = Buffer.from(signature(callerKey, region, `${bits}.${at}.${id}`))
  const shown = Buffer.from(mac)
  if (shown.length !== right.length || !timingSafeEqual(shown, right)) return null
  const age = now.getTime() - Number.parseInt(at, 36)
  return age < 0 || age > validMilliseconds ? 'too-old' : { bits: Number(bits), at: new Date(now.getTime() - age), id }
}

/** Whether the work of a ticket was done: for each part, a text whose hash begins with the zero bits that the ticket asks. */
export function isWorkDone(ticket: string, bits: number, work: string): boolean {
  if (bits === 0) return true
  const tried = work.split('.')
  return (
    tried.length === partsOfWork && tried.every((one, part) => triedShape.test(one) && isEnough(hashOf(partText(ticket, part, one)), bits))
  )
}

function hashOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0)
}

function signature(callerKey: string, region: RegionId, said: string): string {
  return keyedHash(callerKey, `start:${region}:${said}`).toString('base64url')
}
