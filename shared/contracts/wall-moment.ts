import * as z from 'zod'
import { weekdays } from '../domain/time/brussels-time.ts'
import { Clock, Day } from '../domain/time/day.ts'

/** A moment as people read it, made on the server: the server's clock decides what is today and tomorrow. */
export const WallMoment = z.strictObject({
  day: Day,
  weekday: z.enum(weekdays),
  clock: Clock,
  away: z.enum(['today', 'tomorrow', 'later']),
})
