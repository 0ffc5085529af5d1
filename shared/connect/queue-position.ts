import { DescribeContactCommand, GetContactMetricsCommand } from '@aws-sdk/client-connect'
import type { ConnectInstance } from './client.ts'

// Connect counts waiting contacts only: one that was answered or has ended has no position.
const notWaitingErrors = ['ResourceNotFoundException', 'InvalidRequestException', 'InvalidParameterException', 'ContactNotFoundException']

/** The position of a contact in its queue, 1 for the first; null when it does not wait or Connect gives none. */
export async function positionOf({ client, instanceId: InstanceId }: ConnectInstance, contactId: string): Promise<number | null> {
  try {
    const Metrics = [{ Name: 'POSITION_IN_QUEUE' as const }]
    const { MetricResults = [] } = await client.send(new GetContactMetricsCommand({ InstanceId, ContactId: contactId, Metrics }))
    const position = MetricResults.find(({ Name }) => Name === 'POSITION_IN_QUEUE')?.Value?.Number
    return position === undefined || position < 1 ? null : Math.round(position)
  } catch (error) {
    if (error instanceof Error && notWaitingErrors.includes(error.name)) return null
    throw error
  }
}

/** Since when a contact waits in a queue; null when it never did. */
export async function waitsSince({ client, instanceId: InstanceId }: ConnectInstance, contactId: string): Promise<Date | null> {
  const { Contact } = await client.send(new DescribeContactCommand({ InstanceId, ContactId: contactId }))
  return Contact?.QueueInfo?.EnqueueTimestamp ?? null
}
