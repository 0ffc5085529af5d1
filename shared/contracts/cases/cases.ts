import * as z from 'zod'
import type { CaseStage } from '../../domain/cases/case.ts'
import { CaseId, ConversationId, TeamId, WorkerId } from '../../domain/ids.ts'
import { Day } from '../../domain/time/day.ts'
import type { AnswerIn } from '../answers.ts'
import { WallMoment } from '../wall-moment.ts'

/** One case. `worker` is a name, not an id; `municipality` is a NIS code; `referred` is the moment of the contact that led to the case. */
export const DeskCase = z.strictObject({
  id: CaseId,
  worker: z.string(),
  municipality: z.string().nullable(),
  stage: z.enum(['taken-on', 'perspective-given', 'in-trajectory', 'closed'] satisfies CaseStage[]),
  referred: WallMoment,
  perspectiveTalkDue: Day,
  conversationId: ConversationId,
  overCapacityReason: z.string().nullable(),
})
export type DeskCase = z.infer<typeof DeskCase>

/** The cases of the signed-in worker, oldest first. */
export const DeskCases = z.strictObject({ cases: z.array(DeskCase) })
export type DeskCases = z.infer<typeof DeskCases>

/** The caseload of every worker in the region, most free places first. Coordinators are not in it. */
export const DeskPlaces = z.strictObject({
  workers: z.array(
    z.strictObject({
      id: WorkerId,
      name: z.string(),
      team: TeamId.nullable(),
      families: z.int(),
      places: z.number(),
      free: z.number(),
    }),
  ),
})
export type DeskPlaces = z.infer<typeof DeskPlaces>

/** Opens the case of a logged conversation for this worker. `reason` is needed only when the worker has no free place. */
export const TakeOn = z.strictObject({ worker: WorkerId, reason: z.string().trim().max(300).nullable() })
export type TakeOn = z.infer<typeof TakeOn>

/**
 * 201 `taken-on`; 409 when a reason is needed, the case exists already or the conversation is not logged; 422 without the family's consent, or
 * when the family declines.
 */
export const TakenOn = {
  201: z.strictObject({ kind: z.literal('taken-on'), case: DeskCase }),
  409: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('needs-reason'),
      families: z.int(),
      places: z.number(),
      why: z.enum(['full', 'last-place-just-went']),
    }),
    z.strictObject({ kind: z.literal('already-taken-on'), caseId: CaseId, worker: z.string() }),
    z.strictObject({ kind: z.literal('not-logged') }),
  ]),
  422: z.strictObject({ kind: z.enum(['needs-consent', 'family-declines']) }),
}
export type TakenOn = AnswerIn<typeof TakenOn>

/** An example of the body. */
export const takeOnExample: TakeOn = { worker: 'worker_noor', reason: null }
