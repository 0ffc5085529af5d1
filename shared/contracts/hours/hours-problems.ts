import * as z from 'zod'
import { weekdays } from '../../domain/time/brussels-time.ts'
import { Day } from '../../domain/time/day.ts'

const on = z.enum(weekdays)
const field = z.enum(['from', 'to'])
const place = z.int().min(0)
const other = place
const atMost = z.int()
const kind = <const Kind extends string>(one: Kind) => z.literal(one)

/**
 * One problem in typed opening hours and where it is: `on` is the weekday, `place` the index of the span on that day or of the closure,
 * `other` the index of the second one that it conflicts with.
 */
export const HoursProblem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: kind('not-a-time'), on, place, field }),
  z.strictObject({ kind: kind('span-ends-before-it-begins'), on, place }),
  z.strictObject({ kind: kind('spans-not-apart'), on, place, other }),
  z.strictObject({ kind: kind('week-never-opens') }),
  z.strictObject({ kind: kind('not-a-day'), place, field }),
  z.strictObject({ kind: kind('no-reason'), place }),
  z.strictObject({ kind: kind('reason-too-long'), place }),
  z.strictObject({ kind: kind('closure-ends-before-it-begins'), place, day: Day }),
  z.strictObject({ kind: kind('closure-too-long'), place, atMost }),
  z.strictObject({ kind: kind('closures-overlap'), place, other, day: Day }),
  z.strictObject({ kind: kind('too-many-closures'), atMost }),
])
