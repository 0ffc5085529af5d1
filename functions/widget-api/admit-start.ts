import type { StartChat } from '../../shared/contracts/widget/chats.ts'
import type { RegionId } from '../../shared/domain/ids.ts'
import { loadOf, type StartCounts, startLimits, workFor } from '../../shared/domain/line/start-load.ts'
import type { ChatStartStore } from '../../shared/storage/line/chat-starts.ts'
import type { RefusedBecause, RefusedStartStore } from '../../shared/storage/line/refused-starts.ts'
import { keyedHash } from '../../shared/storage/table/referrer-key.ts'
import { withTimeout } from '../lambda.ts'
import { isWorkDone, readStartTicket, type StartTicket, startTicket } from './start-ticket.ts'

export type AdmitDeps = {
  starts: ChatStartStore
  /** The starts of a region, kept in memory for a second: for tickets, which everybody may ask for at any time. */
  recentStarts(region: RegionId): Promise<StartCounts>
  countRefused: RefusedStartStore['count']
  /** A new random id of 128 bits as base64url. */
  newTicketId(): string
  workAtFlood: number
  /** How often a start waits for its turn at Connect before it is refused. */
  startWaits: number
  /** Waits a moment. */
  pause(milliseconds: number): Promise<void>
  callerKey: string
  now(): Date
}

const databaseMilliseconds = 1_900

// The time that Connect's limit gives to one start.
const turnMilliseconds = 1000 / startLimits.aSecond

type Asked = Pick<StartChat, 'region' | 'session' | 'ticket' | 'work' | 'school'>

/** A start that comes without what it needs: the page gets this ticket, does its work and asks again. */
export type TicketAnswer = { kind: 'ticket-needed'; ticket: string }

type CheckedStart = { asked: Asked; ticket: StartTicket; waiting: number }
type Admission = { kind: 'admitted' } | { kind: 'too-busy' } | TicketAnswer

/** A ticket to start a chat of this region, with the work that the region's load asks. */
export async function ticketFor(deps: AdmitDeps, region: RegionId): Promise<string> {
  return newTicket(deps, region, await orWithout(deps.recentStarts(region), { before: 0, current: 0 }))
}

/** Counts a refused start, when the database is there. */
export async function countRefused(deps: Pick<AdmitDeps, 'countRefused'>, region: RegionId, because: RefusedBecause): Promise<void> {
  await orWithout(deps.countRefused(region, because), undefined)
}

// Any failure of the database, expected or not, must not refuse a start: a chat does not need it. Connect's own limit remains then.
async function orWithout<Value>(stored: Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await withTimeout(databaseMilliseconds, stored)
  } catch {
    return otherwise
  }
}

/**
 * Checks the ticket of a start and its work, without storing anything. A start that no page of ours would send is counted as refused; one
 * whose ticket has become too old, or that did not know that work is asked, is not.
 */
export async function checkTicket(deps: AdmitDeps, asked: Asked): Promise<StartTicket | TicketAnswer> {
  const { region, ticket, work } = asked
  const read = readStartTicket({ callerKey: deps.callerKey, region }, ticket, deps.now())
  if (read !== null && read !== 'too-old' && isWorkDone(ticket, read.bits, work)) return read
  const mayBeOurs = read === 'too-old' || (read !== null && work === '')
  if (!mayBeOurs) await countRefused(deps, region, 'unproven')
  return { kind: 'ticket-needed', ticket: await ticketFor(deps, region) }
}

/**
 * Admits a start whose ticket was checked, within the quotas of its region, its school's page and its browser, and marks the ticket as used.
 * The same browser asking again with the same ticket is admitted again: it missed our answer, and Connect gives it the same chat.
 */
export async function admitStart(deps: AdmitDeps, start: CheckedStart): Promise<Admission> {
  // The waits for a turn are no failure of the database, so only the first question to it has a time limit.
  const usedBy = await orWithout(deps.starts.usedBy(start.ticket.id, markOf(deps, start.asked.session)), null)
  if (usedBy === null) return { kind: 'admitted' }
  try {
    return await withinQuotas(deps, start, usedBy)
  } catch {
    // The database went away in between.
    return { kind: 'admitted' }
  }
}

async function withinQuotas(
  deps: AdmitDeps,
  { asked, ticket, waiting }: CheckedStart,
  usedBy: 'nobody' | 'same' | 'other',
): Promise<Admission> {
  const { region } = asked
  const device = markOf(deps, asked.session)
  if (usedBy === 'same') return { kind: 'admitted' }
  if (usedBy === 'other') return usedTwice(deps, region)
  if (waiting >= startLimits.waitingOfRegion) return { kind: 'too-busy' }
  const school = markOf(deps, `${region}:${asked.school ?? ''}`)
  const taken = await deps.starts.take({ region, school, device, bits: ticket.bits, atFlood: deps.workAtFlood })
  if (taken.kind === 'full') return { kind: 'too-busy' }
  if (taken.kind === 'more-work') return { kind: 'ticket-needed', ticket: newTicket(deps, region, await deps.starts.recent(region)) }
  if (!(await getTurn(deps, taken.ofRegion))) return { kind: 'too-busy' }
  return (await deps.starts.use(ticket.id, device)) === 'same' ? { kind: 'admitted' } : usedTwice(deps, region)
}

// Many who start in the same second are served one after the other.
async function getTurn(deps: AdmitDeps, ofRegion: number): Promise<boolean> {
  for (let waits = 0; ; waits += 1) {
    if (await deps.starts.takeTurn(ofRegion)) return true
    if (waits === deps.startWaits) return false
    await deps.pause(turnMilliseconds)
  }
}

async function usedTwice(deps: AdmitDeps, region: RegionId): Promise<TicketAnswer> {
  await countRefused(deps, region, 'unproven')
  return { kind: 'ticket-needed', ticket: await ticketFor(deps, region) }
}

function newTicket(deps: AdmitDeps, region: RegionId, counts: StartCounts): string {
  const at = deps.now()
  const bits = workFor(loadOf(counts, at), deps.workAtFlood)
  return startTicket({ callerKey: deps.callerKey, region }, { bits, at, id: deps.newTicketId() })
}

// The table holds no session key and no address of a school's page.
function markOf({ callerKey }: AdmitDeps, text: string): string {
  return keyedHash(callerKey, `start-of:${text}`).toString('base64url')
}
