import * as z from 'zod'

/** The path of my own feed, secret. A new one makes the old one dead. */
export const DeskCalendar = z.strictObject({ path: z.string() })
export type DeskCalendar = z.infer<typeof DeskCalendar>
