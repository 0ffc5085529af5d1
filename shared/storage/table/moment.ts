import * as z from 'zod'

/** A moment as it is stored: ISO text in UTC. */
export const Moment = z.iso.datetime().transform((text) => new Date(text))
