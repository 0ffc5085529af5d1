import * as z from 'zod'

/** The error body of every route. `field`: the path of the wrong value in the schema, or null; `sentence`: in the language of the user. */
export const Refusal = z.strictObject({ kind: z.literal('refused'), field: z.string().nullable(), sentence: z.string() })
export type Refusal = z.infer<typeof Refusal>

/** 401 `signed-out`; 403 `not-a-worker`: signed in, but not one of our workers; 403 `other-worker`: the workspace reports another agent. */
export const DeskDenied = z.strictObject({
  kind: z.enum(['signed-out', 'not-a-worker', 'other-worker']),
  field: z.null(),
  sentence: z.string(),
})
export type DeskDenied = z.infer<typeof DeskDenied>
