import { type CurrentMetricName, GetCurrentMetricDataCommand } from '@aws-sdk/client-connect'
import type { ConnectInstance } from './client.ts'

/** Who is there for chats at this moment: signed in and at work, free for one more, and how many calls and chats wait. */
export type Presence = { kind: 'known'; staffed: number; free: number; waiting: number } | { kind: 'not-known'; errorName: string }

// A referrer looks at an empty frame meanwhile, and without this answer the hours and the roster still decide.
const timeoutMilliseconds = 1_200

const wanted = ['AGENTS_STAFFED', 'AGENTS_AVAILABLE', 'CONTACTS_IN_QUEUE'] as const satisfies readonly CurrentMetricName[]

/** Asks Connect who serves a queue; that it does not answer in time is an answer, for nobody may be turned away over it. */
export async function presenceOn({ client, instanceId }: ConnectInstance, queueId: string): Promise<Presence> {
  const question = new GetCurrentMetricDataCommand({
    InstanceId: instanceId,
    Filters: { Queues: [queueId], Channels: ['VOICE', 'CHAT'] },
    // By channel: a worker on the telephone is free for nobody, and yet a place for a chat may be left with another.
    Groupings: ['QUEUE', 'CHANNEL'],
    CurrentMetrics: wanted.map((Name) => ({ Name, Unit: 'COUNT' })),
  })
  try {
    const { MetricResults: results = [] } = await client.send(question, { abortSignal: AbortSignal.timeout(timeoutMilliseconds) })
    // A queue in which nothing happens has no row: nobody is there, and nobody waits.
    const count = (name: (typeof wanted)[number], channel?: 'CHAT') =>
      results
        .filter(({ Dimensions }) => channel === undefined || Dimensions?.Channel === channel)
        .flatMap(({ Collections = [] }) => Collections.filter(({ Metric }) => Metric?.Name === name))
        .reduce((sum, { Value = 0 }) => sum + Value, 0)
    return {
      kind: 'known',
      staffed: count('AGENTS_STAFFED', 'CHAT'),
      free: count('AGENTS_AVAILABLE', 'CHAT'),
      waiting: count('CONTACTS_IN_QUEUE'),
    }
  } catch (error) {
    return { kind: 'not-known', errorName: error instanceof Error ? error.name : 'NotAnError' }
  }
}
