import * as z from 'zod'
import { Day } from '../../domain/time/day.ts'

const Count = z.int().min(0)

/** What became of everybody who came in on these days, both ends included, counted from the facts; for the coordinator. */
export const DeskFigures = z.strictObject({
  from: Day,
  to: Day,
  cameIn: Count,
  reached: Count,
  promised: z.strictObject({ all: Count, open: Count, done: Count, notReached: Count, cameBack: Count, broken: Count }),
  heardClosing: Count,
  leftByThemselves: Count,
  stillThere: Count,
  /** Came in and is in none of the others. */
  lost: Count,
})
export type DeskFigures = z.infer<typeof DeskFigures>
