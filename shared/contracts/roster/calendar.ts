import * as z from 'zod'

/** The path of the signed-in user's calendar feed. It holds a secret; renewing it makes the old path answer 404. */
export const DeskCalendar = z.strictObject({ path: z.string() })
export type DeskCalendar = z.infer<typeof DeskCalendar>
