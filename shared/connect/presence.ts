import { type CurrentMetricName, GetCurrentMetricDataCommand } from '@aws-sdk/client-connect'
import type { ConnectInstance } from './client.ts'

/** Who is available for chats now: agents signed in (`staffed`), agents free for one more chat, and how many calls and chats wait. */
export type Presence = { kind: 'known'; staffed: number; free: number; waiting: number } | { kind: 'not-known'; errorName: string }

// The referrer sees an empty frame meanwhile; without this answer the hours and the roster still decide.
const timeoutMilliseconds = 1_200

const wanted = ['AGENTS_STAFFED', 'AGENTS_AVAILABLE', 'CONTACTS_IN_QUEUE'] as const satisfies readonly CurrentMetricName[]

/** Asks Connect who serves a queue. A timeout or error is the answer `not-known`, never thrown: nobody may be turned away because of it. */
export async function presenceOn({ client, instanceId }: ConnectInstance, queueId: string): Promise<Presence> {
  const question = new GetCurrentMetricDataCommand({
    InstanceId: instanceId,
    Filters: { Queues: [queueId], Channels: ['VOICE', 'CHAT'] },
    // By channel: an agent on the telephone takes no chat, while another may still be free for one.
    Groupings: ['QUEUE', 'CHANNEL'],
    CurrentMetrics: wanted.map((Name) => ({ Name, Unit: 'COUNT' })),
  })
  try {
    const { MetricResults: results = [] } = await client.send(question, { abortSignal: AbortSignal.timeout(timeoutMilliseconds) })
    // A queue without agents and contacts has no row in the answer: all counts are 0.
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
