import * as z from 'zod'
import type { AgentNow } from '../../domain/line/line-watch.ts'
import { openingChecks } from '../../domain/line/opening-check.ts'
import { WallMoment } from '../wall-moment.ts'

const AgentState = z.enum(['available', 'in-conversation', 'away', 'missed'] satisfies AgentNow['state'][])

/** Who has the line now, who is there, and how its last opening was looked at. Workers are named for reading. */
export const DeskLine = z.strictObject({
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('open'), closes: WallMoment }),
    z.strictObject({ kind: z.literal('closed'), opens: WallMoment.nullable() }),
  ]),
  onDuty: z.array(z.string()),
  backup: z.array(z.string()),
  /** Who is signed in to a softphone, and how many calls and chats wait; null while Connect does not answer. */
  now: z.strictObject({ signedIn: z.array(z.strictObject({ name: z.string(), state: AgentState })), waiting: z.int().min(0) }).nullable(),
  /** The newest look before an opening; null when there was none in the last week. */
  opening: z
    .strictObject({
      opens: WallMoment,
      checked: WallMoment,
      parts: z.record(z.enum(openingChecks), z.enum(['good', 'not-good', 'not-yet'])),
    })
    .nullable(),
  /** The softphone of whoever asks, today: there is nothing to try without a turn that is still to come. */
  softphone: z.enum(['no-turn', 'to-try', 'works', 'fails']),
})
export type DeskLine = z.infer<typeof DeskLine>

/** What a worker says of the own softphone; kept for today only. */
export const SoftphoneTried = z.strictObject({ microphone: z.boolean(), sound: z.boolean() })
export type SoftphoneTried = z.infer<typeof SoftphoneTried>

/** How the softphone stands after a try. */
export const SoftphoneNow = DeskLine.pick({ softphone: true })
export type SoftphoneNow = z.infer<typeof SoftphoneNow>

/** A softphone check as the desk sends it. */
export const softphoneTriedExample: SoftphoneTried = { microphone: true, sound: true }
