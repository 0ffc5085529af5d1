import * as z from 'zod'
import { lossReasons } from '../../domain/callbacks/promise-loss.ts'
import { Day } from '../../domain/time/day.ts'

const Count = z.int().min(0)

/**
 * What became of the contacts and of the promises from `from` to `to` inclusive. The counts of contacts add up to `cameIn`, those of
 * promises to `promises.all`. A promise made at the end of a conversation belongs to a contact that was reached, so the two differ.
 */
export const DeskFigures = z.strictObject({
  from: Day,
  to: Day,
  cameIn: Count,
  reached: Count,
  promised: Count,
  heardClosing: Count,
  leftByThemselves: Count,
  stillThere: Count,
  /** Contacts in none of the other counts: nobody reached them and the ledger has no entry for them. */
  unrecorded: Count,
  /** The promises of the ledger; the last three counts are losses, by reason. */
  promises: z.strictObject({
    all: Count,
    open: Count,
    done: Count,
    cameBack: Count,
    neverCalled: Count,
    notReached: Count,
    givenUp: Count,
  }),
  /** Everybody lost: the contacts in `unrecorded`, and the promises that ended without a conversation. */
  lost: Count,
  /** The lost promises, newest first: on which day and why. */
  losses: z.array(z.strictObject({ on: Day, why: z.enum(lossReasons) })),
  /**
   * Starts of chats that were refused, which are in no other count. `tooBusy`: a quota was full, and the number and the call-back form were
   * shown; `unproven`: without a valid ticket or work, as no page of ours sends it.
   */
  refused: z.strictObject({ tooBusy: Count, unproven: Count }),
})
export type DeskFigures = z.infer<typeof DeskFigures>
