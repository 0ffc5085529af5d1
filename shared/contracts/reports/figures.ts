import * as z from 'zod'
import { Day } from '../../domain/time/day.ts'

const Count = z.int().min(0)

/** The number of contacts from `from` to `to` inclusive, by how they ended. The other counts add up to `cameIn`. */
export const DeskFigures = z.strictObject({
  from: Day,
  to: Day,
  cameIn: Count,
  reached: Count,
  promised: z.strictObject({ all: Count, open: Count, done: Count, notReached: Count, cameBack: Count, broken: Count }),
  heardClosing: Count,
  leftByThemselves: Count,
  stillThere: Count,
  /** Contacts in none of the other counts: nobody reached them and the ledger has no entry for them. */
  lost: Count,
})
export type DeskFigures = z.infer<typeof DeskFigures>
