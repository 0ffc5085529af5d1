import * as z from 'zod'
import { type ControlCall, fine, type Operation, pageOf, refused, type Reply, seconds, withBody } from './control-call.ts'
import { found } from '../model/instance.ts'
import { metricsOf, type QueueMetrics } from '../routing/queue-metrics.ts'

function listQueues(call: ControlCall): Reply {
  const { page, ...next } = pageOf(call, [...call.exchange.instance.queues.values()])
  return fine({ QueueSummaryList: page.map(({ id, arn, name }) => ({ Id: id, Arn: arn, Name: name, QueueType: 'STANDARD' })), ...next })
}

function listRoutingProfiles(call: ControlCall): Reply {
  const { page, ...next } = pageOf(call, [...call.exchange.instance.profiles.values()])
  return fine({ RoutingProfileSummaryList: page.map(({ id, arn, name }) => ({ Id: id, Arn: arn, Name: name })), ...next })
}

const metricReaders: Record<string, { unit: 'COUNT' | 'SECONDS'; read(metrics: QueueMetrics, isGrouped: boolean): number }> = {
  AGENTS_ONLINE: { unit: 'COUNT', read: (metrics) => metrics.online },
  AGENTS_AVAILABLE: { unit: 'COUNT', read: (metrics) => metrics.available },
  AGENTS_STAFFED: { unit: 'COUNT', read: (metrics) => metrics.staffed },
  AGENTS_ON_CONTACT: { unit: 'COUNT', read: (metrics) => metrics.onContact },
  AGENTS_ON_CALL: { unit: 'COUNT', read: (metrics) => metrics.onContact },
  AGENTS_AFTER_CONTACT_WORK: { unit: 'COUNT', read: (metrics) => metrics.afterContactWork },
  AGENTS_NON_PRODUCTIVE: { unit: 'COUNT', read: (metrics) => metrics.nonProductive },
  AGENTS_ERROR: { unit: 'COUNT', read: (metrics) => metrics.missed },
  CONTACTS_IN_QUEUE: { unit: 'COUNT', read: (metrics) => metrics.waiting },
  CONTACTS_SCHEDULED: { unit: 'COUNT', read: () => 0 },
  OLDEST_CONTACT_AGE: {
    unit: 'SECONDS',
    // As in the service: without a grouping, the unit says seconds but the value is in milliseconds.
    read: ({ oldestMilliseconds }, isGrouped) => (isGrouped ? Math.floor(oldestMilliseconds / 1000) : oldestMilliseconds),
  },
  SLOTS_ACTIVE: { unit: 'COUNT', read: (metrics) => metrics.slotsActive },
  SLOTS_AVAILABLE: { unit: 'COUNT', read: (metrics) => metrics.slotsAvailable },
}

const MetricOptions = z.object({
  Filters: z.object({
    Queues: z.array(z.string()).min(1).max(100),
    Channels: z
      .array(z.enum(['VOICE', 'CHAT']))
      .min(1)
      .default(['VOICE', 'CHAT']),
  }),
  CurrentMetrics: z
    .array(z.object({ Name: z.string() }))
    .min(1)
    .max(50),
  Groupings: z.array(z.enum(['QUEUE', 'CHANNEL'])).default([]),
})

/** GetCurrentMetricData, without the service's delay of some seconds. Without a grouping by channel, channels are added up. */
function metricsNow(call: ControlCall): Reply {
  const { exchange } = call
  return withBody(call, MetricOptions, ({ Filters, CurrentMetrics, Groupings }) => {
    const unknown = CurrentMetrics.find(({ Name }) => metricReaders[Name] === undefined)
    if (unknown) return refused('InvalidParameterException', `The local Connect does not know the metric ${unknown.Name}.`)
    const queues = Filters.Queues.map((reference) => found(exchange.instance.queues, reference))
    if (queues.includes(null)) return refused('ResourceNotFoundException', 'A queue in the filter was not found.')
    if (!Groupings.includes('QUEUE') && queues.length > 1) {
      return refused('InvalidParameterException', 'The local Connect wants Groupings to have QUEUE when there are several queues.')
    }
    const channels = Groupings.includes('CHANNEL') ? Filters.Channels : [Filters.Channels.length === 1 ? Filters.Channels[0] : undefined]
    const results = queues
      .filter((queue) => queue !== null)
      .flatMap((queue) =>
        channels.map((channel) => ({
          Dimensions: {
            ...(Groupings.includes('QUEUE') && { Queue: { Id: queue.id, Arn: queue.arn } }),
            ...(Groupings.includes('CHANNEL') && { Channel: channel }),
          },
          Collections: collections(CurrentMetrics, metricsOf(exchange, queue.arn, channel), Groupings.length > 0),
        })),
      )
    const { page, ...next } = pageOf(call, results)
    return fine({
      MetricResults: page,
      DataSnapshotTime: seconds(exchange.deps.clock.now()),
      ApproximateTotalCount: results.length,
      ...next,
    })
  })
}

function collections(wanted: { Name: string }[], metrics: QueueMetrics, isGrouped: boolean): unknown[] {
  return wanted.map(({ Name }) => ({
    Metric: { Name, Unit: metricReaders[Name]?.unit },
    Value: metricReaders[Name]?.read(metrics, isGrouped),
  }))
}

/** The operations of the control API on queues and routing profiles. */
export const queueOperations: Operation[] = [
  { name: 'ListQueues', method: 'GET', path: '/queues-summary/{InstanceId}', limited: true, run: listQueues },
  { name: 'ListRoutingProfiles', method: 'GET', path: '/routing-profiles-summary/{InstanceId}', limited: true, run: listRoutingProfiles },
  { name: 'GetCurrentMetricData', method: 'POST', path: '/metrics/current/{InstanceId}', limited: false, run: metricsNow },
]
