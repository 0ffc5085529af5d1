import * as z from 'zod'
import { ReferrerType } from '../domain/contact.ts'
import { Language, Municipality } from '../domain/region.ts'
import { RegionId, TeamId } from '../domain/ids.ts'

/** Names of the contact attributes and Lambda answers that flow, function and desk share: written once, so that they cannot drift. */
export const attribute = {
  region: 'region',
  language: 'language',
  referrerType: 'referrerType',
  municipality: 'municipality',
  alias: 'alias',
  /** The keyed hash of a referrer's code, never the code. */
  referrerKey: 'referrerKey',
  decision: 'decision',
  team: 'team',
} as const

/** An attribute that a flow leaves empty, or that we cannot read, is absent for us: a caller is never turned away over it. */
function whenReadable<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined)
}

/** The event a flow's "invoke function" block sends (reference 4.4); fields of Connect's that we do not read are let through. */
export const FlowEvent = z.object({
  Name: z.literal('ContactFlowEvent'),
  Details: z.object({
    ContactData: z.object({
      ContactId: z.uuid(),
      InitialContactId: z.uuid(),
      Channel: z.enum(['VOICE', 'CHAT']),
      InstanceARN: z.string().startsWith('arn:aws:connect:'),
      CustomerEndpoint: z.object({ Address: z.string() }).nullish(),
      Attributes: z.object({
        language: whenReadable(Language),
        referrerType: whenReadable(ReferrerType),
        municipality: whenReadable(Municipality.shape.nis),
        alias: whenReadable(z.string().min(1).max(40)),
        referrerKey: whenReadable(z.string().min(1).max(100)),
      }),
    }),
    Parameters: z.object({ region: RegionId }),
  }),
})
export type FlowEvent = z.infer<typeof FlowEvent>

/** What route-contact answers: a flat map of strings (STRING_MAP), `$.External.<key>` in the flow. Empty text = none. */
export const RouteAnswer = z.strictObject({
  decision: z.enum(['offer', 'closing-soon', 'closed', 'nobody-on-duty']),
  /** The team whose queue takes a chat; empty = the region's own queue. */
  team: z.union([TeamId, z.literal('')]),
  /** The sentence the flow speaks (or writes in a chat) for this decision; empty for `offer`. */
  sentence: z.string().max(1000),
})
export type RouteAnswer = z.infer<typeof RouteAnswer>

export const routeAnswerExample: RouteAnswer = {
  decision: 'closed',
  team: '',
  sentence: 'We zijn nu gesloten. We zijn er weer op donderdag zesentwintig november om tien uur.',
}

export const flowEventExample = {
  Name: 'ContactFlowEvent',
  Details: {
    ContactData: {
      ContactId: '5a7e0c1b-2d3f-4e5a-9b6c-7d8e9f0a1b2c',
      InitialContactId: '5a7e0c1b-2d3f-4e5a-9b6c-7d8e9f0a1b2c',
      Channel: 'VOICE',
      InstanceARN: 'arn:aws:connect:eu-central-1:111122223333:instance/0b1f8a52-1d7e-4c0e-9a44-7a2f6d6b1e01',
      CustomerEndpoint: { Address: '+32000000099', Type: 'TELEPHONE_NUMBER' },
      Attributes: {},
    },
    Parameters: { region: 'limburg-oost' },
  },
} as const
