import * as z from 'zod'
import { decisions, ReferrerGroup, ReferrerType } from '../../domain/contacts/contact.ts'
import { Language, Municipality } from '../../domain/regions/region.ts'
import { RegionId, TeamId } from '../../domain/ids.ts'

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
  /** From the menu "who are you": a kind of caller, never a name. */
  referrerGroup: 'referrerGroup',
  /** What she allowed about a call-back: 'yes' or 'no'. The number itself never stands in an attribute. */
  mayOthersAnswer: 'mayOthersAnswer',
  /** How long she waited, in words, for the worker's ear. */
  waited: 'waited',
  /** 'yes' when everybody was in a conversation as she came. */
  busy: 'busy',
  /** From where she was offered a call-back: the `reason` of promise-callback. */
  callbackReason: 'callbackReason',
  /** The ticket of the contact that tries the way of a caller before an opening; it leaves no trace in any figure. */
  openingCheck: 'openingCheck',
} as const

/** What a flow asks of a function, in its parameter `task`. */
export const task = { promiseCallback: 'promise-callback', queuePosition: 'queue-position' } as const

/** An attribute that a flow leaves empty, or that we cannot read, is absent for us: a caller is never turned away over it. */
function whenReadable<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined)
}

/** The event a flow's "invoke function" block sends (docs/connect.md 4.4); fields of Connect's that we do not read are let through. */
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
        referrerGroup: whenReadable(ReferrerGroup),
        municipality: whenReadable(Municipality.shape.nis),
        alias: whenReadable(z.string().min(1).max(40)),
        referrerKey: whenReadable(z.string().min(1).max(100)),
        openingCheck: whenReadable(z.string().min(1).max(100)),
      }),
    }),
    Parameters: z.object({ region: RegionId }),
  }),
})
export type FlowEvent = z.infer<typeof FlowEvent>

/** What route-contact answers: a flat map of strings (STRING_MAP), `$.External.<key>` in the flow. Empty text = none. */
export const RouteAnswer = z.strictObject({
  decision: z.enum(decisions),
  /** The team whose queue takes a chat; empty = the region's own queue. */
  team: z.union([TeamId, z.literal('')]),
  /** The sentence the flow speaks (or writes in a chat) for this decision; empty for `offer`. */
  sentence: z.string().max(1000),
})
export type RouteAnswer = z.infer<typeof RouteAnswer>

/** The parameters with which a flow hands a number to promise-callback. `number` is as typed or as the network gave it; empty when withheld. */
export const PromiseAsked = z.object({
  task: z.literal(task.promiseCallback),
  region: RegionId,
  language: Language.optional().catch(undefined),
  number: z.string().max(40),
  /** A flow that could not write down from where she was offered it still offers it. */
  reason: z
    .enum(['closed', 'nobody-on-duty', 'nobody-signed-in', 'closing', 'busy', 'waited-too-long', 'queue-full', 'failed'])
    .catch('failed'),
  /** 'yes' = somebody else may answer or hear a message; anything else means no. */
  mayOthersAnswer: z.string().max(20),
})
export type PromiseAsked = z.infer<typeof PromiseAsked>

/** What promise-callback answers (STRING_MAP). `refused`: the number is no good, and the sentence says why; the flow lets her try again. */
export const PromiseAnswer = z.strictObject({
  result: z.enum(['noted', 'refused', 'failed']),
  sentence: z.string().min(1).max(1000),
})
export type PromiseAnswer = z.infer<typeof PromiseAnswer>

/** An answer of promise-callback. */
export const promiseAnswerExample: PromiseAnswer = {
  result: 'noted',
  sentence: 'Genoteerd. We bellen je terug morgen tussen negen en zeventien uur. We wissen je nummer na het gesprek. Tot dan.',
}

/** The parameters with which a flow asks for the place of a contact in its queue. */
export const PositionAsked = z.object({ task: z.literal(task.queuePosition), region: RegionId, language: Language.catch('nl') })
export type PositionAsked = z.infer<typeof PositionAsked>

/** What queue-position answers (STRING_MAP) to whoever waits: the sentence about her place, empty when it is not known, and how long she waited, for the worker. */
export const PositionAnswer = z.strictObject({ sentence: z.string().max(300), waited: z.string().max(100) })
export type PositionAnswer = z.infer<typeof PositionAnswer>

/** An answer of queue-position. */
export const positionAnswerExample: PositionAnswer = { sentence: 'Er wachten nog twee mensen voor jou.', waited: 'Wacht al drie minuten.' }

/** An answer of route-contact. */
export const routeAnswerExample: RouteAnswer = {
  decision: 'closed',
  team: '',
  sentence: 'We zijn nu gesloten. We zijn er weer op donderdag zesentwintig november om tien uur.',
}

/** A question as a flow asks it. */
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
