import * as z from 'zod'

// Connect delivers contact events on a best-effort basis: in any order, sometimes twice, with new fields and types without notice
// (docs/connect.md 4.1). Unknown fields and types are therefore allowed and not read.

// Connect sends a moment at the start of 1970 for what did not happen; every moment before this year is read as absent.
const neverBefore = Date.parse('2000-01-01T00:00:00Z')

/** A moment in an event, or null where it is absent, unreadable or the sentinel for "did not happen". */
export const EventMoment = z
  .unknown()
  .optional()
  .transform((value): Date | null => {
    const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
    return at >= neverBefore ? new Date(at) : null
  })

/** An object whose keys Connect writes sometimes with a capital first letter: `agentInfo`, `AgentInfo`. */
function eitherCase<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(
    (value) =>
      isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key.charAt(0).toLowerCase() + key.slice(1), one]))
        : value,
    z.object(shape),
  )
}

const OneOfFew = z.string().toUpperCase()
const Arn = z.string().optional().catch(undefined)

// Only the tags that are texts: one that is not must not cost the others, since one of them tells the region.
const Tags = z.preprocess(
  (value) => (isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([, one]) => typeof one === 'string')) : null),
  z.record(z.string(), z.string()).nullable(),
)

/**
 * The fields of a contact event that we read. Which contact it is and how it began are required; each other field is read by itself, so that
 * one that is missing, null or of another shape costs only what it tells.
 */
export const ContactEvent = eitherCase({
  eventType: OneOfFew.catch(''),
  contactId: z.uuid(),
  channel: OneOfFew.catch(''),
  initiationMethod: OneOfFew,
  initiationTimestamp: EventMoment,
  disconnectTimestamp: EventMoment,
  tags: Tags,
  queueInfo: eitherCase({ queueArn: Arn, enqueueTimestamp: EventMoment }).nullish().catch(null),
  agentInfo: eitherCase({ agentArn: Arn, connectedToAgentTimestamp: EventMoment }).nullish().catch(null),
})
export type ContactEvent = z.infer<typeof ContactEvent>

/** EventBridge's envelope of an event. */
export const EventEnvelope = z.object({ source: z.string(), 'detail-type': z.string(), detail: z.unknown() })

/** The `source` of contact events. */
export const contactEventSource = 'aws.connect'
/** The `detail-type` of contact events. */
export const contactEventType = 'Amazon Connect Contact Event'

/** An example of an event with its envelope. */
export const contactEventExample = {
  version: '0',
  id: '00000000-0000-4000-8000-000000000003',
  'detail-type': contactEventType,
  source: contactEventSource,
  time: '2026-11-24T09:30:19Z',
  region: 'eu-central-1',
  resources: [],
  detail: {
    eventType: 'QUEUED',
    contactId: '5a7e0c1b-2d3f-4e5a-9b6c-7d8e9f0a1b2c',
    channel: 'VOICE',
    initiationMethod: 'INBOUND',
    initiationTimestamp: '2026-11-24T09:30:03.114Z',
    queueInfo: {
      queueArn:
        'arn:aws:connect:eu-central-1:111122223333:instance/0b1f8a52-1d7e-4c0e-9a44-7a2f6d6b1e01/queue/6f2b3c1a-5d8e-4a77-8e0b-1c9d4e7f2a10',
      queueType: 'STANDARD',
      enqueueTimestamp: '2026-11-24T09:30:19.502Z',
    },
  },
} as const

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
