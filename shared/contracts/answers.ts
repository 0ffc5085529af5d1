import type * as z from 'zod'

/** The statuses that an answer may have; what every route may refuse has others, and stands in no table. */
export type Status = 200 | 201 | 409 | 410 | 422 | 429

/** What one route answers, by status. */
export type Answers = { readonly [status in Status]?: z.ZodType<object> }

/** Every body in a set of answers, whatever its status. */
export type AnswerIn<All extends Answers> = z.output<NonNullable<All[keyof All & Status]>>
