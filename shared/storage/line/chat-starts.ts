import type { RegionId } from '../../domain/ids.ts'
import { type StartCounts, startLimits, startsAllowedFor, startsAtOnceFor } from '../../domain/line/start-load.ts'
import type { Key } from '../table/keys.ts'
import { secondsOf } from '../table/retention.ts'
import { getItem, putOnce, type Table, updateItem } from '../table/table.ts'
import { startsKey, startTicketKey, startTurnKey } from './keys.ts'

/** A start to count. `school` and `device` are one-way hashes; `bits` is the work that was done for it, and `atFlood` the most work. */
export type CountedStart = { region: RegionId; school: string; device: string; bits: number; atFlood: number }

/** The limits on starts of chats. Each region has counters of its own. */
export type ChatStartStore = {
  /** The starts of a region in this minute and in the one before. */
  recent(region: RegionId): Promise<StartCounts>
  /** Counts a start. `more-work`: the region has had more starts than this work is good for; `full`: a quota is used up. */
  take(start: CountedStart): Promise<{ kind: 'taken'; ofRegion: number } | { kind: 'more-work' } | { kind: 'full' }>
  /** Takes a turn at Connect, whose limit all regions share, for a region that had so many starts in this minute; false = not yet. */
  takeTurn(ofRegion: number): Promise<boolean>
  /** Whether a ticket was used, and by this device or by another. */
  usedBy(ticketId: string, device: string): Promise<'nobody' | 'same' | 'other'>
  /** Marks a ticket as used by a device; `other` when another device used it at the same moment. */
  use(ticketId: string, device: string): Promise<'same' | 'other'>
}

const minute = 60_000
const hour = 60 * minute
// Longer than a ticket is valid, so that a mark is there as long as the ticket.
const usedMilliseconds = 10 * minute

/** The limits in a table. Each counter is an item with a condition, so that simultaneous starts cannot exceed it. */
export function openChatStarts(table: Table): ChatStartStore {
  const usedBy: ChatStartStore['usedBy'] = async (ticketId, device) => {
    const item = await getItem(table, startTicketKey(ticketId))
    if (item === null) return 'nobody'
    return item['device'] === device ? 'same' : 'other'
  }
  return {
    recent: (region) => recent(table, region),
    usedBy,
    take: (start) => take(table, start),
    takeTurn: (ofRegion) => takeTurn(table, ofRegion),
    use: async (ticketId, device) => {
      const expiresAt = secondsOf(new Date(table.now().getTime() + usedMilliseconds))
      if ((await putOnce(table, { ...startTicketKey(ticketId), device, expiresAt })) === 'put') return 'same'
      return (await usedBy(ticketId, device)) === 'same' ? 'same' : 'other'
    },
  }
}

async function recent(table: Table, region: RegionId): Promise<StartCounts> {
  const current = spanOf(table.now(), minute)
  const [before, now] = await Promise.all(
    [new Date(current.getTime() - minute), current].map(async (since) =>
      Number((await getItem(table, startsKey(region, since)))?.['count'] ?? 0),
    ),
  )
  return { before: before ?? 0, current: now ?? 0 }
}

// The region is counted first: its count is the load, to which also the starts add that a later quota refuses.
async function take(table: Table, { region, school, device, bits, atFlood }: CountedStart): ReturnType<ChatStartStore['take']> {
  const now = table.now()
  const thisMinute = spanOf(now, minute)
  const counts = await recent(table, region)
  const allowed = startsAllowedFor(bits, { before: counts.before, atFlood, now })
  if (!(await count(table, { key: startsKey(region, thisMinute), max: allowed, milliseconds: minute }))) return { kind: 'more-work' }
  const { ofDeviceAnHour, ofSchool } = startLimits
  const counted = await Promise.all([
    count(table, { key: startsKey(`device#${device}`, spanOf(now, hour)), max: ofDeviceAnHour, milliseconds: hour }),
    count(table, { key: startsKey(`school#${school}`, thisMinute), max: ofSchool, milliseconds: minute }),
  ])
  return counted.includes(false) ? { kind: 'full' } : { kind: 'taken', ofRegion: counts.current + 1 }
}

// One number is the whole limit: until when the starts so far use the service, each for a fifth of a second. A start is admitted while that
// moment is near enough.
async function takeTurn(table: Table, ofRegion: number): Promise<boolean> {
  const now = table.now().getTime()
  const each = 1000 / startLimits.aSecond
  const nearest = now + (startsAtOnceFor(ofRegion) - 1) * each
  // Further away than starts can bring it: the clock went back.
  const impossible = now + 10 * startLimits.atOnce * each
  const change = (expression: string, condition: string, values: Record<string, number>) =>
    updateItem(table, {
      Key: startTurnKey,
      UpdateExpression: `set #until = ${expression}, expiresAt = :expiresAt`,
      ConditionExpression: condition,
      ExpressionAttributeNames: { '#until': 'until' },
      ExpressionAttributeValues: { ':now': now, ':each': each, ':expiresAt': secondsOf(new Date(now + hour)), ...values },
    })
  const next = await change('#until + :each', '#until between :now and :nearest', { ':nearest': nearest })
  if (next.kind === 'written') return true
  const condition = 'attribute_not_exists(#until) or #until < :now or #until > :impossible'
  return (await change(':now + :each', condition, { ':impossible': impossible })).kind === 'written'
}

function spanOf(at: Date, milliseconds: number): Date {
  return new Date(Math.floor(at.getTime() / milliseconds) * milliseconds)
}

async function count(table: Table, { key, max, milliseconds }: { key: Key; max: number | null; milliseconds: number }): Promise<boolean> {
  const outcome = await updateItem(table, {
    Key: key,
    UpdateExpression: 'set expiresAt = :expiresAt add #count :one',
    ...(max === null ? {} : { ConditionExpression: max > 0 ? 'attribute_not_exists(#count) or #count < :max' : '#count < :max' }),
    ExpressionAttributeNames: { '#count': 'count' },
    ExpressionAttributeValues: {
      ':one': 1,
      ':expiresAt': secondsOf(new Date(table.now().getTime() + 2 * milliseconds)),
      ...(max === null ? {} : { ':max': max }),
    },
  })
  return outcome.kind === 'written'
}
