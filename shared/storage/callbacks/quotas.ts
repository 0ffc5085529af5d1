import { addDays, dayOf, instantOf } from '../../domain/time/brussels-time.ts'
import type { RegionId } from '../../domain/ids.ts'
import type { Key } from '../table/keys.ts'
import { numberQuotaKey, quotaKey } from './keys.ts'
import { secondsOf } from '../table/retention.ts'
import { type Table, type Write, writeTogether } from '../table/table.ts'

/** A wish that is counted. `number` and `wish` are marks of the number, and of it with who asks; both lead back to nobody. */
export type CountedRequest = { region: RegionId; number: string; request: string; maxAnHour: number }

export type QuotaStore = {
  /** Counts a wish to be called back; `full` when the line's hour or the number's day holds no more, `counted-before` when it was told again. */
  take(request: CountedRequest): Promise<'taken' | 'counted-before' | 'full'>
}

const hourMilliseconds = 3_600_000
// She may ask again when we did not reach her; whoever has us ring somebody who asked for nothing does so three times, and no more.
const maxADayForANumber = 3
// A browser that did not hear our answer asks once more. Longer, and one wish would be a new call each time we called.
const sameRequestMilliseconds = 10 * 60_000

/** How much may be asked of a line in an hour: whoever makes us dial numbers makes us pay for them. One number takes one place of it. */
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
    Item: { ...numberQuotaKey(region, day, `wish#${request}`), expiresAt: secondsOf(new Date(now.getTime() + sameRequestMilliseconds)) },
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
      ConditionExpression: 'attribute_not_exists(#count) or #count < :most',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':one': 1, ':most': max, ':expiresAt': expiresAt },
    },
  }
}
