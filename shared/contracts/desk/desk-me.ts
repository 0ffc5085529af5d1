import * as z from 'zod'
import { RegionId, TeamId, WorkerId } from '../../domain/ids.ts'

/** Who is signed in, and the region of the line that this worker or coordinator belongs to. */
export const DeskMe = z.strictObject({
  worker: z.strictObject({ id: WorkerId, name: z.string(), role: z.enum(['worker', 'coordinator']), team: TeamId.nullable() }),
  region: z.strictObject({
    id: RegionId,
    brand: z.string(),
    name: z.string(),
    workerTitle: z.string(),
    /** The number that referrers know, as it is written; null where the region has published none. */
    phone: z.string().nullable(),
    teams: z.array(z.strictObject({ id: TeamId, name: z.string() })),
  }),
  /** Every municipality of Flanders and Brussels, for the search field: [NIS, name]. */
  municipalities: z.array(z.tuple([z.string(), z.string()])),
})
export type DeskMe = z.infer<typeof DeskMe>
