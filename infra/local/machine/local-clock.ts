import * as z from 'zod'
import type { LineClock } from './clock.ts'
import { localWords } from './local-words.ts'
import { Clock, Day } from '../../../shared/domain/time/day.ts'
import { clockOf, dayOf, instantOf, wallMomentOf } from '../../../shared/domain/time/brussels-time.ts'
import { writtenMoment } from '../../../shared/words/nl/speech.ts'
import type { Refusal } from '../../../shared/contracts/refusal.ts'

const words = localWords.clock
const oneYearSeconds = 366 * 24 * 3600

const WallTime = z.string().transform((text, context) => {
  const [dayText, clockText] = text.split('T')
  const day = Day.safeParse(dayText)
  const clock = Clock.safeParse(clockText)
  if (day.success && clock.success && day.data >= '2020-01-01' && day.data <= '2099-12-31') return instantOf(day.data, clock.data)
  context.addIssue({ code: 'custom', message: words.badMoment })
  return z.NEVER
})
const Seconds = z.coerce
  .number({ error: words.badSeconds })
  .int({ error: words.badSeconds })
  .min(1, { error: words.badSeconds })
  .max(oneYearSeconds, { error: words.badSeconds })

/** A command to the clock: a Brussels wall time to set, or a number of seconds to advance. */
export const ClockCommand = z.union([z.strictObject({ set: WallTime }), z.strictObject({ advanceSeconds: Seconds })])
export type ClockCommand = z.infer<typeof ClockCommand>

/** A moment from the command line, such as `2026-11-23T10:00`; null if invalid. */
export function wallTimeFrom(text: string): Date | null {
  const parsed = WallTime.safeParse(text)
  return parsed.success ? parsed.data : null
}

/** Moves the clock, and resolves once due timers and schedules have run; an invalid command changes nothing. */
export async function moveClock(clock: LineClock, options: unknown): Promise<{ kind: 'moved' } | Refusal> {
  const field = options !== null && typeof options === 'object' && 'advanceSeconds' in options ? 'advanceSeconds' : 'set'
  const parsed = ClockCommand.safeParse(options)
  if (!parsed.success) return { kind: 'refused', field, sentence: field === 'set' ? words.badMoment : words.badSeconds }
  if ('set' in parsed.data) await clock.set(parsed.data.set)
  else await clock.advance(parsed.data.advanceSeconds * 1000)
  return { kind: 'moved' }
}

/** Line time: as an instant, as Brussels wall time, and in Dutch words. */
export function clockNow(clock: LineClock): { now: string; wall: string; words: string } {
  const now = clock.now()
  return { now: now.toISOString(), wall: `${dayOf(now)}T${clockOf(now)}`, words: dateInWords(now) }
}

/** For example "dinsdag 24 november om 10.30 uur (2026)". */
export function dateInWords(at: Date): string {
  return `${writtenMoment({ ...wallMomentOf(at, at), away: 'later' })} (${dayOf(at).slice(0, 4)})`
}
