import { tagsOf } from '../model/contact-events.ts'
import { filledInDeep, scopeOf } from './json-path.ts'
import { mapParameter, type Step } from './step.ts'
import { queueNamed } from '../model/target-queue.ts'

/** The event with which a flow invokes a function. */
export function lambdaEvent(step: Step): unknown {
  const { exchange, run } = step
  const { contact } = run
  const endpoint = (address: string | null) => (address === null ? null : { Address: address, Type: 'TELEPHONE_NUMBER' })
  const queue = contact.targetQueueArn === null ? null : queueNamed(exchange, contact.targetQueueArn)
  return {
    Details: {
      ContactData: {
        Attributes: { ...contact.attributes },
        AwsRegion: exchange.instance.region,
        Channel: contact.channel,
        ContactId: contact.id,
        CustomerEndpoint: endpoint(contact.customerNumber),
        CustomerId: contact.customerId,
        Description: contact.description,
        InitialContactId: contact.initialContactId,
        InitiationMethod: contact.initiationMethod,
        InstanceARN: exchange.instance.arn,
        LanguageCode: contact.languageCode,
        MediaStreams: { Customer: { Audio: null } },
        Name: contact.name,
        // For the first contact of a chain, this is its own id, as in the service's examples.
        PreviousContactId: contact.previousContactId ?? contact.id,
        Queue: queue && { ARN: queue.arn, Name: queue.name, OutboundCallerId: endpoint(queue.callerNumber) },
        References: Object.fromEntries(Object.entries(contact.references).map(([key, value]) => [key, { Type: 'STRING', Value: value }])),
        SegmentAttributes: { 'connect:Subtype': { ValueString: contact.channel === 'VOICE' ? 'connect:Telephony' : 'connect:Chat' } },
        SystemEndpoint: endpoint(contact.dialledNumber),
        Tags: tagsOf(exchange, contact),
      },
      Parameters: filledInDeep(mapParameter(step, 'LambdaInvocationAttributes'), scopeOf(exchange, contact)),
    },
    Name: 'ContactFlowEvent',
  }
}
