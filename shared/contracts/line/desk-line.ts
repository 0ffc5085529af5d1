import * as z from 'zod'
import { channels, ReferrerType } from '../../domain/contacts/contact.ts'
import { ContactId } from '../../domain/ids.ts'
import type { AgentNow } from '../../domain/line/line-watch.ts'
import { openingChecks } from '../../domain/line/opening-check.ts'
import { WallMoment } from '../wall-moment.ts'

const AgentState = z.enum(['available', 'in-conversation', 'away', 'missed'] satisfies AgentNow['state'][])

/** The line at this moment. Workers are names, not ids. */
export const DeskLine = z.strictObject({
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('open'), closes: WallMoment }),
    z.strictObject({ kind: z.literal('closed'), opens: WallMoment.nullable() }),
  ]),
  onDuty: z.array(z.string()),
  backup: z.array(z.string()),
  /** Who is signed in at Connect, and how many calls and chats wait; null when Connect did not answer in time. */
  now: z.strictObject({ signedIn: z.array(z.strictObject({ name: z.string(), state: AgentState })), waiting: z.int().min(0) }).nullable(),
  /** Who waits for a worker, the longest first, by our own facts: known also while Connect does not answer. */
  waiting: z.array(
    z.strictObject({ contact: ContactId, channel: z.enum(channels), referrerType: ReferrerType.nullable(), minutes: z.int().min(0) }),
  ),
  /** The newest check of `watch-line` before an opening; null when there was none in the last week. */
  opening: z
    .strictObject({
      opens: WallMoment,
      checked: WallMoment,
      parts: z.record(z.enum(openingChecks), z.enum(['good', 'not-good', 'not-yet'])),
    })
    .nullable(),
  /** Today's softphone test of the signed-in user. `no-turn`: not tested, and no turn left today; `to-try`: not tested before a turn. */
  softphone: z.enum(['no-turn', 'to-try', 'works', 'fails']),
})
export type DeskLine = z.infer<typeof DeskLine>

/** The result of a worker's own softphone test; stored for today only. */
export const SoftphoneTried = z.strictObject({ microphone: z.boolean(), sound: z.boolean() })
export type SoftphoneTried = z.infer<typeof SoftphoneTried>

/** The state of the softphone after the test. */
export const SoftphoneNow = DeskLine.pick({ softphone: true })
export type SoftphoneNow = z.infer<typeof SoftphoneNow>

/** An example of the body. */
export const softphoneTriedExample: SoftphoneTried = { microphone: true, sound: true }
