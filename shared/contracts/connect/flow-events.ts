import * as z from 'zod'
import { decisions, ReferrerGroup, ReferrerType } from '../../domain/contacts/contact.ts'
import { Language, Municipality } from '../../domain/regions/region.ts'
import { RegionId, TeamId } from '../../domain/ids.ts'

/**
 * Names of the contact attributes and answer keys that flows, functions and the desk share. In Connect a misspelt
 * name is an empty text, not an error (docs/connect.md 1.3).
 */
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
  /** The caller's choice in the menu "who are you": a kind of referrer, never a name. */
  referrerGroup: 'referrerGroup',
  /** 'yes' = the number of the call is a subscriber's, so it may be offered for the call-back; 'no' = withheld or nobody's. */
  ownNumber: 'ownNumber',
  /** 'yes' = the caller allows that somebody else answers our call. The number itself is never in an attribute. */
  mayOthersAnswer: 'mayOthersAnswer',
  /** How long the contact waited, in words: the flow speaks it to the worker before the call is connected. */
  waited: 'waited',
  /** 'yes' when all workers on duty were in a conversation when the contact arrived. */
  busy: 'busy',
  /** Why the flow offered a call-back: the `reason` of promise-callback. */
  callbackReason: 'callbackReason',
  /** The secret ticket of the test contact of `watch-line` before an opening; no figure counts that contact. */
  openingCheck: 'openingCheck',
} as const

/** The values of the parameter `task` with which a flow invokes a function. */
export const task = { promiseCallback: 'promise-callback', queuePosition: 'queue-position', callerGroup: 'caller-group' } as const

/**
 * Reads an empty or invalid field as absent. Each field is read by itself: one that is missing, null or of another shape must never cost a
 * caller the line.
 */
function whenReadable<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined)
}

const Attributes = z.object({
  language: whenReadable(Language),
  referrerType: whenReadable(ReferrerType),
  referrerGroup: whenReadable(ReferrerGroup),
  municipality: whenReadable(Municipality.shape.nis),
  alias: whenReadable(z.string().min(1).max(40)),
  referrerKey: whenReadable(z.string().min(1).max(100)),
  openingCheck: whenReadable(z.string().min(1).max(100)),
})

/**
 * The event with which a flow invokes a function (docs/connect.md 4.4). Only the contact and the region are required; fields that we do not
 * read are allowed.
 */
export const FlowEvent = z.object({
  Details: z.object({
    ContactData: z.object({
      ContactId: z.uuid(),
      // A channel that we do not know is answered in speech, which a chat shows too.
      Channel: z.enum(['VOICE', 'CHAT']).catch('VOICE'),
      CustomerEndpoint: whenReadable(z.object({ Address: z.string() })),
      Attributes: z.preprocess((value) => (isRecord(value) ? value : {}), Attributes),
    }),
    /** With the task `caller-group`, route-contact only records the key that the caller pressed after the decision. */
    Parameters: z.object({ region: RegionId, task: whenReadable(z.literal(task.callerGroup)) }),
  }),
})
export type FlowEvent = z.infer<typeof FlowEvent>

/**
 * The answer of route-contact: a flat map of strings (STRING_MAP, docs/connect.md 1.6), `$.External.<key>` in the flow. Empty text = none.
 */
export const RouteAnswer = z.strictObject({
  decision: z.enum(decisions),
  /** The team whose queue takes a chat; empty = the region's own queue. */
  team: z.union([TeamId, z.literal('')]),
  /** The sentence that the flow speaks, or writes in a chat, for this decision; empty for `offer`. */
  sentence: z.string().max(1000),
  /** Whether the number of the call is a subscriber's; absent in a chat, and in answers that an older version recorded. */
  ownNumber: z.enum(['yes', 'no']).optional(),
})
export type RouteAnswer = z.infer<typeof RouteAnswer>

/** The parameters of promise-callback. `number` is as the caller typed it or as the network gave it; empty when withheld. */
export const PromiseAsked = z.object({
  task: z.literal(task.promiseCallback),
  region: RegionId,
  language: Language.optional().catch(undefined),
  number: z.string().max(40),
  /** An unreadable reason becomes `failed`, so that the caller still gets the call-back. */
  reason: z
    .enum(['closed', 'nobody-on-duty', 'nobody-signed-in', 'closing', 'busy', 'waited-too-long', 'queue-full', 'failed'])
    .catch('failed'),
  /** 'yes' = somebody else may answer our call or hear a message; any other value means no. */
  mayOthersAnswer: z.string().max(20).catch('no'),
})
export type PromiseAsked = z.infer<typeof PromiseAsked>

/**
 * The answer of promise-callback (STRING_MAP). `refused`: we cannot call the number, `sentence` says why, and the flow asks for it again.
 */
export const PromiseAnswer = z.strictObject({
  result: z.enum(['noted', 'refused', 'failed']),
  sentence: z.string().min(1).max(1000),
})
export type PromiseAnswer = z.infer<typeof PromiseAnswer>

/** An example of that answer. */
export const promiseAnswerExample: PromiseAnswer = {
  result: 'noted',
  sentence: 'Genoteerd. We bellen je terug morgen tussen negen en zeventien uur. We wissen je nummer na het gesprek. Tot dan.',
}

/** The parameters of queue-position. */
export const PositionAsked = z.object({
  task: z.literal(task.queuePosition),
  region: whenReadable(RegionId),
  language: Language.catch('nl'),
})
export type PositionAsked = z.infer<typeof PositionAsked>

/**
 * The answer of queue-position (STRING_MAP): the position in words for who waits, empty when not known; the time waited in words for the
 * worker.
 */
export const PositionAnswer = z.strictObject({ sentence: z.string().max(300), waited: z.string().max(100) })
export type PositionAnswer = z.infer<typeof PositionAnswer>

/** An example of that answer. */
export const positionAnswerExample: PositionAnswer = { sentence: 'Er wachten nog twee mensen voor jou.', waited: 'Wacht al drie minuten.' }

/** An example of an answer of route-contact. */
export const routeAnswerExample: RouteAnswer = {
  decision: 'closed',
  team: '',
  sentence: 'We zijn nu gesloten. We zijn er weer op donderdag zesentwintig november om tien uur.',
  ownNumber: 'yes',
}

/** An example of the event that a flow sends. */
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
