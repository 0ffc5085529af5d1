import * as z from 'zod'
import type { WallMoment } from '../domain/time/brussels-time.ts'
import type { AgentNow } from '../domain/line/line-watch.ts'
import type { OpeningCheck } from '../domain/line/opening-check.ts'

/** `GET /api/desk/line`: who has the line now, who is there, and how its last opening was looked at. Workers are named for reading. */
export type DeskLine = {
  state: { kind: 'open'; closes: WallMoment } | { kind: 'closed'; opens: WallMoment | null }
  onDuty: string[]
  backup: string[]
  /** Who is signed in to a softphone, and how many calls and chats wait; null while Connect does not answer. */
  now: { signedIn: { name: string; state: AgentNow['state'] }[]; waiting: number } | null
  /** The newest look before an opening; null when there was none in the last week. */
  opening: { opens: WallMoment; checked: WallMoment; parts: OpeningCheck['parts'] } | null
  /** The softphone of whoever asks, today: there is nothing to try without a turn that is still to come. */
  softphone: 'no-turn' | 'to-try' | 'works' | 'fails'
}

/** `POST /api/desk/softphone-check`: what a worker says of her softphone; kept for today only. */
export const SoftphoneTried = z.strictObject({ microphone: z.boolean(), sound: z.boolean() })
export type SoftphoneTried = z.infer<typeof SoftphoneTried>

export const softphoneTriedExample: SoftphoneTried = { microphone: true, sound: true }
