import * as z from 'zod'
import { type Clock, instantOf } from '../time/brussels-time.ts'
import { Day } from '../time/day.ts'
import type { CallbackPromise } from './callback.ts'
import { spansOn } from '../hours/opening-hours.ts'
import type { OpeningHours } from '../regions/region.ts'
import { type DayPart, dayParts, type MissingCallBack } from './day-parts.ts'

// A call that a worker promises at the end of a conversation. It has no queue and no form in front of it, so what those ask is asked here.

/** What the worker asked the referrer: whether we may call, on which number, and when the referrer can be reached. */
export const TalkCallBack = z.strictObject({
  mayCall: z.boolean(),
  /** Whether somebody else may answer the call or hear a message. */
  othersMayAnswer: z.boolean(),
  /** As typed; it is never part of the notes, because it is kept for days and the notes for a year. */
  number: z.string().trim().max(40),
  on: Day,
  part: z.enum(dayParts),
})
export type TalkCallBack = z.infer<typeof TalkCallBack>

const partSpans: Record<DayPart, { from: Clock; to: Clock }> = {
  any: { from: '00:00', to: '23:59' },
  morning: { from: '00:00', to: '12:00' },
  afternoon: { from: '12:00', to: '23:59' },
}
const leastMilliseconds = 30 * 60_000

/**
 * Between which moments we call: the longest stretch of at least half an hour of that part of the day in which the line is open. null when
 * there is none, or when it ends after `latest`, the moment at which the number is erased.
 */
export function promiseOn(
  hours: OpeningHours,
  { on, part }: Pick<TalkCallBack, 'on' | 'part'>,
  { at, latest }: { at: Date; latest: Date },
): CallbackPromise | null {
  const partOfDay = partSpans[part]
  const stretches = spansOn(hours, on)
    .map(({ from, to }) => ({
      from: later(instantOf(on, from > partOfDay.from ? from : partOfDay.from), at),
      by: instantOf(on, to < partOfDay.to ? to : partOfDay.to),
    }))
    .filter(({ from, by }) => by.getTime() - from.getTime() >= leastMilliseconds && by <= latest)
  return stretches.sort((one, other) => lengthOf(other) - lengthOf(one))[0] ?? null
}

/** What is missing before such a call can be promised. Without consent nothing else is asked. */
export function missingOfCallBack(
  asked: TalkCallBack | null,
  known: { isCallable: boolean; promise: CallbackPromise | null },
): MissingCallBack[] {
  if (asked === null || !asked.mayCall) return ['may-call']
  return [...(known.isCallable ? [] : (['number'] as const)), ...(known.promise === null ? (['reachable'] as const) : [])]
}

function lengthOf({ from, by }: CallbackPromise): number {
  return by.getTime() - from.getTime()
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other
}
