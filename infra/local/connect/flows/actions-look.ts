import { namedQueue } from './actions-queue.ts'
import { failure, type Outcome } from './branches.ts'
import { changed } from '../model/exchange.ts'
import { isOpen } from '../model/hours.ts'
import { found, type Queue } from '../model/instance.ts'
import { metricsOf, type QueueMetrics } from '../routing/queue-metrics.ts'
import { type Act, parameter, type Step } from './step.ts'
import { isAgentQueue, queueNamed } from '../model/target-queue.ts'

/** CheckHoursOfOperation: the hours that the action names, or else those of the contact's target queue. */
function checkHoursOfOperation(step: Step): Outcome {
  const { exchange, run } = step
  const target = run.contact.targetQueueArn === null ? null : queueNamed(exchange, run.contact.targetQueueArn)
  const named = parameter(step, 'HoursOfOperationId')
  if (named === null && (target === null || isAgentQueue(target))) return failure()
  const hours = found(exchange.instance.hours, named ?? target?.hoursArn ?? '')
  if (!hours) return failure()
  return { kind: 'answered', answer: isOpen(hours, exchange.deps.clock.now()) ? 'True' : 'False' }
}

const metricsOfContacts = ['NumberOfContactsInQueue', 'OldestContactInQueueAgeSeconds']

const metricTypes: Record<string, (metrics: QueueMetrics) => number> = {
  NumberOfAgentsAvailable: (metrics) => metrics.available,
  NumberOfAgentsStaffed: (metrics) => metrics.staffed,
  NumberOfAgentsOnline: (metrics) => metrics.online,
  NumberOfContactsInQueue: (metrics) => metrics.waiting,
  // The name says seconds, but the service returns milliseconds.
  OldestContactInQueueAgeSeconds: (metrics) => metrics.oldestMilliseconds,
}

function checkMetric(step: Step): Outcome {
  const queue = queueToLookAt(step)
  const type = parameter(step, 'MetricType') ?? ''
  const read = metricTypes[type]
  if (!queue || !read) return failure()
  // Agents are counted for this contact's channel, contacts for all channels.
  const channel = metricsOfContacts.includes(type) ? undefined : step.run.contact.channel
  return { kind: 'answered', answer: String(read(metricsOf(step.exchange, queue.arn, channel))) }
}

/** GetMetricData: sets `$.Metrics`, without the service's delay of some seconds. */
function readMetrics(step: Step): Outcome {
  const queue = queueToLookAt(step)
  if (!queue) return failure()
  const channel = parameter(step, 'QueueChannel')?.toUpperCase()
  const metrics = metricsOf(step.exchange, queue.arn, channel)
  const counted = (count: number) => ({ Count: count })
  step.run.contact.metrics = {
    Queue: { Name: queue.name, ARN: queue.arn, Size: metrics.waiting, OldestContactAge: Math.floor(metrics.oldestMilliseconds / 1000) },
    Agents: {
      Online: counted(metrics.online),
      Available: counted(metrics.available),
      Staffed: counted(metrics.staffed),
      AfterContactWork: counted(metrics.afterContactWork),
      Busy: counted(metrics.onContact),
      Missed: counted(metrics.missed),
      NonProductive: counted(metrics.nonProductive),
    },
  }
  changed(step.exchange, step.run.contact)
  return { kind: 'done' }
}

function queueToLookAt(step: Step): Queue | null {
  const isNamed = 'QueueId' in step.action.Parameters || 'AgentId' in step.action.Parameters
  const target = step.run.contact.targetQueueArn
  return isNamed ? namedQueue(step) : target === null ? null : queueNamed(step.exchange, target)
}

/** The actions that read opening hours and queue metrics. */
export const lookActions: Record<string, Act> = {
  CheckHoursOfOperation: checkHoursOfOperation,
  CheckMetricData: checkMetric,
  GetMetricData: readMetrics,
}
