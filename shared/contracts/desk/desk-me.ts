import * as z from 'zod'
import { RegionId, TeamId, WorkerId } from '../../domain/ids.ts'

/** The signed-in worker or coordinator, with the region. */
export const DeskMe = z.strictObject({
  worker: z.strictObject({ id: WorkerId, name: z.string(), role: z.enum(['worker', 'coordinator']), team: TeamId.nullable() }),
  region: z.strictObject({
    id: RegionId,
    brand: z.string(),
    name: z.string(),
    workerTitle: z.string(),
    /** The public telephone number of the line, in written form; null when the region has published none. */
    phone: z.string().nullable(),
    /** The region’s verified crisis number, in written form; null without one. */
    crisisPhone: z.string().nullable(),
    teams: z.array(z.strictObject({ id: TeamId, name: z.string() })),
  }),
  /**
   * A secret of this worker, base64url of 32 bytes, the same at every sign-in. The desk encrypts with it what a tab has not saved yet, so
   * that nobody else at the same computer can read it.
   */
  draftKey: z.string(),
  /** Every municipality of Flanders and Brussels, for the search field: [NIS code, name]. */
  municipalities: z.array(z.tuple([z.string(), z.string()])),
})
export type DeskMe = z.infer<typeof DeskMe>
