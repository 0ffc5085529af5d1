import type { Exchange, LineContact } from '../model/exchange.ts'
import { queueNamed } from '../model/target-queue.ts'

/** All values that a flow can refer to with `$.…` for one contact at this moment. */
export type Scope = Record<string, unknown>

const path = /\$(?:\.[\w-]+|\[(?:'[^']*'|"[^"]*")\])+/g
const step = /\.([\w-]+)|\[(?:'([^']*)'|"([^"]*)")\]/g

/** The values by their names in the flow language. */
export function scopeOf(exchange: Exchange, contact: LineContact): Scope {
  const agent = contact.agent ? exchange.agents.get(contact.agent.username) : undefined
  const queue = contact.targetQueueArn === null ? null : queueNamed(exchange, contact.targetQueueArn)
  return {
    Attributes: contact.attributes,
    FlowAttributes: contact.flowAttributes,
    External: contact.external,
    StoredCustomerInput: contact.storedInput,
    Channel: contact.channel,
    ContactId: contact.id,
    InitialContactId: contact.initialContactId,
    PreviousContactId: contact.previousContactId,
    InitiationMethod: contact.initiationMethod,
    CustomerEndpoint: contact.customerNumber === null ? null : { Address: contact.customerNumber, Type: 'TELEPHONE_NUMBER' },
    SystemEndpoint: contact.dialledNumber === null ? null : { Address: contact.dialledNumber, Type: 'TELEPHONE_NUMBER' },
    Queue: queue && { Name: queue.name, ARN: queue.arn, OutboundCallerId: { Address: queue.callerNumber } },
    InstanceARN: exchange.instance.arn,
    AwsRegion: exchange.instance.region,
    LanguageCode: contact.languageCode,
    TextToSpeechVoiceId: contact.voiceId,
    CustomerId: contact.customerId,
    Name: contact.name,
    Description: contact.description,
    References: Object.fromEntries(Object.entries(contact.references).map(([key, value]) => [key, { Value: value }])),
    Agent: agent && { UserName: agent.username, FirstName: agent.firstName, LastName: agent.lastName, ARN: agent.arn },
    Metrics: contact.metrics,
    SegmentAttributes: { 'connect:Subtype': { ValueString: contact.channel === 'VOICE' ? 'connect:Telephony' : 'connect:Chat' } },
    Tags: contact.tags,
    Media: { InitialMessage: contact.initialMessage },
  }
}

/**
 * A text with its references resolved, in a sentence (`Welkom $.Attributes.naam.`) or alone. A reference without a value becomes an empty
 * text, as in the service.
 */
export function filledIn(text: string, scope: Scope): string {
  return text.replaceAll(path, (reference) => textOf(lookedUp(reference, scope)))
}

/** A nested parameter value with the references in all its texts and keys resolved. */
export function filledInDeep(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') return filledIn(value, scope)
  if (Array.isArray(value)) return value.map((item) => filledInDeep(item, scope))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [filledIn(key, scope), filledInDeep(item, scope)]))
}

function lookedUp(reference: string, scope: Scope): unknown {
  let value: unknown = scope
  for (const [, plain, single, double] of reference.matchAll(step)) {
    const key = plain ?? single ?? double ?? ''
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
