import type * as z from 'zod'

/** The statuses that a route table may use. The errors that every route can have are not in a table: see `refusal.ts`. */
export type Status = 200 | 201 | 409 | 410 | 422 | 429

/** The schemas of a route's answers, by status. */
export type Answers = { readonly [status in Status]?: z.ZodType<object> }

/** The union of the bodies of all statuses. */
export type AnswerIn<All extends Answers> = z.output<NonNullable<All[keyof All & Status]>>
