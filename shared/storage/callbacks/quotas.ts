import { addDays, dayOf, instantOf } from '../../domain/time/brussels-time.ts'
import type { RegionId } from '../../domain/ids.ts'
import type { Key } from '../table/keys.ts'
import { numberQuotaKey, quotaKey } from './keys.ts'
import { secondsOf } from '../table/retention.ts'
import { type Table, type Write, writeTogether } from '../table/table.ts'

/**
 * A request for a call-back to count. `number` and `request` are one-way hashes: of the number, and of the browser session with the number.
 */
export type CountedRequest = { region: RegionId; number: string; request: string; maxAnHour: number }

/** The limits on requests for a call-back. */
export type QuotaStore = {
  /**
   * Counts a request. `full`: the line's hour or the number's day has reached its limit; `counted-before`: a repeat of a counted request.
   */
  take(request: CountedRequest): Promise<'taken' | 'counted-before' | 'full'>
}

const hourMilliseconds = 3_600_000
// Enough to ask again after a failed call; more would let somebody have us ring a person who asked for nothing.
const maxADayForANumber = 3
// A browser that missed our answer sends the same request once more. A longer time would count a new request after a failed call as a
// repeat.
const sameRequestMilliseconds = 10 * 60_000

/**
 * The limits in a table. They exist because whoever makes the line dial numbers makes it pay for the calls. In an hour one number counts
 * once.
 */
export function openQuotas(table: Table): QuotaStore {
  return {
    take: async (request) => {
      const [ofNumber, ofLine] = [numberWrites(table, request), lineWrites(table, request)]
      const outcome = await writeTogether(table, [...ofNumber, ...ofLine])
      if (outcome.kind === 'written') return 'taken'
      const [same, dayFull, inThisHour] = [0, 1, 2].map((write) => outcome.failedWrites.includes(write))
      if (same) return 'counted-before'
      if (dayFull || !inThisHour) return 'full'
      const again = await writeTogether(table, ofNumber)
      if (again.kind === 'written') return 'taken'
      return again.failedWrites.includes(0) ? 'counted-before' : 'full'
    },
  }
}

function numberWrites(table: Table, { region, number, request }: CountedRequest): Write[] {
  const now = table.now()
  const day = dayOf(now)
  const same = {
    Item: { ...numberQuotaKey(region, day, `request#${request}`), expiresAt: secondsOf(new Date(now.getTime() + sameRequestMilliseconds)) },
    ConditionExpression: 'attribute_not_exists(pk) or expiresAt <= :now',
    ExpressionAttributeValues: { ':now': secondsOf(now) },
  }
  const expiresAt = secondsOf(instantOf(addDays(day, 1), '00:00'))
  const counted = counting(table, { key: numberQuotaKey(region, day, `number#${number}`), max: maxADayForANumber, expiresAt })
  return [{ Put: { TableName: table.name, ...same } }, counted]
}

function lineWrites(table: Table, { region, number, maxAnHour }: CountedRequest): Write[] {
  const hour = new Date(Math.floor(table.now().getTime() / hourMilliseconds) * hourMilliseconds)
  const expiresAt = secondsOf(new Date(hour.getTime() + 2 * hourMilliseconds))
  const once = { Item: { ...quotaKey(region, hour, number), expiresAt }, ConditionExpression: 'attribute_not_exists(pk)' }
  const counted = counting(table, { key: quotaKey(region, hour, 'count'), max: maxAnHour, expiresAt })
  return [{ Put: { TableName: table.name, ...once } }, counted]
}

function counting(table: Table, { key, max, expiresAt }: { key: Key; max: number; expiresAt: number }): Write {
  return {
    Update: {
      TableName: table.name,
      Key: key,
      UpdateExpression: 'set expiresAt = :expiresAt add #count :one',
      ConditionExpression: 'attribute_not_exists(#count) or #count < :max',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':one': 1, ':max': max, ':expiresAt': expiresAt },
    },
  }
}
