import * as z from 'zod'

/** What every route may say instead of its answer: the field by its path in the schema, the sentence in the language of the user. */
export const Refusal = z.strictObject({ kind: z.literal('refused'), field: z.string().nullable(), sentence: z.string() })
export type Refusal = z.infer<typeof Refusal>

/** 401 `signed-out`; 403 `not-a-worker`: signed in, but nobody of ours; 403 `other-worker`: the workspace's agent is somebody else. */
export const DeskDenied = z.strictObject({
  kind: z.enum(['signed-out', 'not-a-worker', 'other-worker']),
  field: z.null(),
  sentence: z.string(),
})
export type DeskDenied = z.infer<typeof DeskDenied>
