import * as z from 'zod'
import { addDays, Day } from '../../../shared/domain/brussels-time.ts'
import { type ControlCall, fine, type Operation, pageOf, refused, type Reply, seconds, withBody, withFound } from './control-call.ts'
import { overridesOn, windowsOn } from './hours.ts'
import { found } from './instance.ts'
import { metricsOf, type QueueMetrics } from './queue-metrics.ts'

const mostDays = 366

function listQueues(call: ControlCall): Reply {
  const { page, ...next } = pageOf(call, [...call.exchange.instance.queues.values()])
  return fine({ QueueSummaryList: page.map(({ id, arn, name }) => ({ Id: id, Arn: arn, Name: name, QueueType: 'STANDARD' })), ...next })
}

function listRoutingProfiles(call: ControlCall): Reply {
  const { page, ...next } = pageOf(call, [...call.exchange.instance.profiles.values()])
  return fine({ RoutingProfileSummaryList: page.map(({ id, arn, name }) => ({ Id: id, Arn: arn, Name: name })), ...next })
}

const metricReaders: Record<string, { unit: 'COUNT' | 'SECONDS'; read(metrics: QueueMetrics): number }> = {
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
  OLDEST_CONTACT_AGE: { unit: 'SECONDS', read: (metrics) => Math.floor(metrics.oldestMilliseconds / 1000) },
  SLOTS_ACTIVE: { unit: 'COUNT', read: (metrics) => metrics.slotsActive },
  SLOTS_AVAILABLE: { unit: 'COUNT', read: (metrics) => metrics.slotsAvailable },
}

const MetricWish = z.object({
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

/** GetCurrentMetricData, read at once; the service is some seconds behind. Without a grouping by channel the channels count together. */
function metricsNow(call: ControlCall): Reply {
  const { exchange } = call
  return withBody(call, MetricWish, ({ Filters, CurrentMetrics, Groupings }) => {
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
          Collections: collections(CurrentMetrics, metricsOf(exchange, queue.arn, channel)),
        })),
      )
    const { page, ...next } = pageOf(call, results)
    return fine({
      MetricResults: page,
      DataSnapshotTime: seconds(exchange.tools.clock.now()),
      ApproximateTotalCount: results.length,
      ...next,
    })
  })
}

function collections(wanted: { Name: string }[], metrics: QueueMetrics): unknown[] {
  return wanted.map(({ Name }) => ({
    Metric: { Name, Unit: metricReaders[Name]?.unit },
    Value: metricReaders[Name]?.read(metrics),
  }))
}

function timeOf(minutes: number): { Hours: number; Minutes: number } {
  return { Hours: Math.floor(minutes / 60) % 24, Minutes: minutes % 60 }
}

function describeHoursOfOperation({ exchange, path }: ControlCall): Reply {
  return withFound(exchange.instance.hours, path['HoursOfOperationId'], (hours) =>
    fine({
      HoursOfOperation: {
        HoursOfOperationId: hours.id,
        HoursOfOperationArn: hours.arn,
        Name: hours.name,
        TimeZone: hours.timeZone,
        Config: hours.windows.map(({ day, from, until }) => ({ Day: day, StartTime: timeOf(from), EndTime: timeOf(until) })),
        Tags: {},
      },
    }),
  )
}

function getEffectiveHoursOfOperations({ exchange, path, query }: ControlCall): Reply {
  const asked = z.object({ from: Day, to: Day }).safeParse({ from: query.get('fromDate'), to: query.get('toDate') })
  if (!asked.success || asked.data.to < asked.data.from) {
    return refused('InvalidParameterException', 'fromDate and toDate must be days, in order.')
  }
  return withFound(exchange.instance.hours, path['HoursOfOperationId'], (hours) => {
    const { from, to } = asked.data
    const days: Day[] = []
    for (let day: Day = from; day <= to && days.length < mostDays; day = addDays(day, 1)) days.push(day)
    return fine({
      EffectiveHoursOfOperationList: days.map((day) => ({
        Date: day,
        OperationalHours: windowsOn(hours, day).map((window) => ({ Start: timeOf(window.from), End: timeOf(window.until) })),
      })),
      EffectiveOverrideHoursList: days
        .filter((day) => overridesOn(hours, day).length > 0)
        .map((day) => ({
          Date: day,
          OverrideHours: overridesOn(hours, day).map(({ name }) => {
            const [window] = windowsOn(hours, day)
            const times = window ? { Start: timeOf(window.from), End: timeOf(window.until) } : {}
            return { OverrideName: name, OperationalStatus: window ? 'OPEN' : 'CLOSED', ...times }
          }),
        })),
      TimeZone: hours.timeZone,
    })
  })
}

/** What the control API tells of queues, routing profiles and hours. */
export const queueOperations: Operation[] = [
  { name: 'ListQueues', method: 'GET', path: '/queues-summary/{InstanceId}', limited: true, run: listQueues },
  { name: 'ListRoutingProfiles', method: 'GET', path: '/routing-profiles-summary/{InstanceId}', limited: true, run: listRoutingProfiles },
  { name: 'GetCurrentMetricData', method: 'POST', path: '/metrics/current/{InstanceId}', limited: false, run: metricsNow },
  {
    name: 'DescribeHoursOfOperation',
    method: 'GET',
    path: '/hours-of-operations/{InstanceId}/{HoursOfOperationId}',
    limited: true,
    run: describeHoursOfOperation,
  },
  {
    name: 'GetEffectiveHoursOfOperations',
    method: 'GET',
    path: '/effective-hours-of-operations/{InstanceId}/{HoursOfOperationId}',
    limited: true,
    run: getEffectiveHoursOfOperations,
  },
]
