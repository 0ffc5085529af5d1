import { type Contact, DescribeContactCommand } from '@aws-sdk/client-connect'
import type { ContactEvent } from '../contracts/connect/contact-events.ts'
import type { ConnectInstance } from './client.ts'

const absentErrors = ['ResourceNotFoundException', 'InvalidParameterException']

/**
 * Asks Connect how a contact went so far, in the shape of a contact event, so that the answer is recorded as an event is. null = Connect
 * does not know the contact, or not any more.
 */
export async function askContact({ client, instanceId }: ConnectInstance, contactId: string): Promise<ContactEvent | null> {
  try {
    const { Contact: contact } = await client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId: contactId }))
    return contact ? eventOf(contactId, contact) : null
  } catch (error) {
    if (error instanceof Error && absentErrors.includes(error.name)) return null
    throw error
  }
}

function eventOf(contactId: string, contact: Contact): ContactEvent {
  // The answer names queue and agent by their bare ids, an event by their ARNs.
  const instanceArn = (contact.Arn ?? '').split('/contact/')[0] ?? ''
  const arnOf = (resource: 'queue' | 'agent', id: string | undefined) => (id === undefined ? undefined : `${instanceArn}/${resource}/${id}`)
  const { QueueInfo: queue, AgentInfo: agent } = contact
  return {
    eventType: 'DESCRIBED',
    contactId,
    channel: (contact.Channel ?? '').toUpperCase(),
    initiationMethod: (contact.InitiationMethod ?? '').toUpperCase(),
    initiationTimestamp: contact.InitiationTimestamp ?? null,
    disconnectTimestamp: contact.DisconnectTimestamp ?? null,
    tags: contact.Tags ?? null,
    queueInfo: queue && { queueArn: arnOf('queue', queue.Id), enqueueTimestamp: queue.EnqueueTimestamp ?? null },
    agentInfo: agent && { agentArn: arnOf('agent', agent.Id), connectedToAgentTimestamp: agent.ConnectedToAgentTimestamp ?? null },
  }
}
