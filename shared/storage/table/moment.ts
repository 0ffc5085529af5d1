import * as z from 'zod'

/** The schema of a stored moment: ISO text in UTC, read as a `Date`. */
export const Moment = z.iso.datetime().transform((text) => new Date(text))
