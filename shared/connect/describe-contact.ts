import { DescribeContactCommand, GetContactAttributesCommand } from '@aws-sdk/client-connect'
import type { ConnectInstance } from './client.ts'

/** What Connect itself knows of a contact, for when our own facts of it were lost. */
export type DescribedContact = {
  channel: 'phone' | 'chat'
  arrivedAt: Date | null
  /** The bare id of the agent who has or had the contact. */
  agentId: string | null
  attributes: Record<string, string>
}

const absentErrors = ['ResourceNotFoundException', 'InvalidRequestException', 'InvalidParameterException']

/** Asks Connect about a contact; null when it has none with this id, or when it is not a call or a chat. */
export async function describeContact(connect: ConnectInstance, contactId: string): Promise<DescribedContact | null> {
  const { client, instanceId: InstanceId } = connect
  try {
    const { Contact } = await client.send(new DescribeContactCommand({ InstanceId, ContactId: contactId }))
    if (!Contact || (Contact.Channel !== 'VOICE' && Contact.Channel !== 'CHAT')) return null
    const InitialContactId = Contact.InitialContactId ?? contactId
    const { Attributes } = await client.send(new GetContactAttributesCommand({ InstanceId, InitialContactId }))
    return {
      channel: Contact.Channel === 'VOICE' ? 'phone' : 'chat',
      arrivedAt: Contact.InitiationTimestamp ?? null,
      agentId: Contact.AgentInfo?.Id ?? null,
      attributes: Attributes ?? {},
    }
  } catch (error) {
    if (error instanceof Error && absentErrors.includes(error.name)) return null
    throw error
  }
}
