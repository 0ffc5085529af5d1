import * as z from 'zod'
import { weekdays } from '../domain/time/brussels-time.ts'
import { Clock, Day } from '../domain/time/day.ts'

/** A moment for display, in Brussels wall time. The server makes it, because its clock, not the browser's, decides what `today` is. */
export const WallMoment = z.strictObject({
  day: Day,
  weekday: z.enum(weekdays),
  clock: Clock,
  away: z.enum(['today', 'tomorrow', 'later']),
})
