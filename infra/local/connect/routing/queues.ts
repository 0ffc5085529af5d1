import { publishEvent } from '../model/contact-events.ts'
import { changed, type Exchange, type LineContact, momentOf } from '../model/exchange.ts'
import { stopRun } from '../model/flow-runs.ts'
import { queueNamed } from '../model/target-queue.ts'

/** The contacts that wait in a queue, including one that is being offered. */
export function waitingIn(exchange: Exchange, queueArn: string, channel?: string): LineContact[] {
  return [...exchange.contacts.values()].filter(
    (contact) =>
      (contact.state === 'queued' || contact.state === 'ringing') &&
      contact.queue?.arn === queueArn &&
      (channel === undefined || contact.channel === channel),
  )
}

/** The order of two contacts in one queue: by priority, then by waiting time. */
export function byTurn(one: LineContact, other: LineContact): number {
  return one.priority - other.priority || queuedAt(one) - queuedAt(other)
}

/** A contact's position among those of its channel in the same queue, from 1; null if it does not wait. */
export function positionInQueue(exchange: Exchange, contact: LineContact): number | null {
  if (contact.queue === null) return null
  const place = waitingIn(exchange, contact.queue.arn, contact.channel).sort(byTurn).indexOf(contact)
  return place === -1 ? null : place + 1
}

function queuedAt(contact: LineContact): number {
  return Date.parse(contact.queue?.enqueuedAt ?? contact.initiatedAt) - contact.timeAdjustmentSeconds * 1000
}

/** Puts a contact in a queue and starts its queue flow. */
export function enqueue(exchange: Exchange, contact: LineContact, queueArn: string): 'queued' | 'full' | 'no-queue' {
  const queue = queueNamed(exchange, queueArn)
  if (!queue) return 'no-queue'
  if (queue.maximumContacts !== null && waitingIn(exchange, queue.arn).length >= queue.maximumContacts) return 'full'
  contact.queue = { arn: queue.arn, enqueuedAt: momentOf(exchange) }
  contact.targetQueueArn = queue.arn
  contact.agent = null
  contact.state = 'queued'
  publishEvent(exchange, contact, { type: 'QUEUED' })
  wait(exchange, contact)
  return 'queued'
}

/** Starts the queue flow of a waiting contact, and the timers after which delayed profiles serve it. */
export function wait(exchange: Exchange, contact: LineContact): void {
  // Stopped before the contact is shown as waiting, so that the previous flow plays nothing after that.
  stopRun(exchange, exchange.runs.get(contact.id))
  exchange.waiting.get(contact.id)?.stop()
  const waiting = { reachedSeconds: 0, stop: () => undefined as void }
  const cancels = delaysOf(exchange, contact).map((seconds) =>
    exchange.deps.clock.after(seconds * 1000, () => {
      waiting.reachedSeconds = Math.max(waiting.reachedSeconds, seconds)
      exchange.route()
    }),
  )
  waiting.stop = () => {
    for (const cancel of cancels) cancel()
  }
  exchange.waiting.set(contact.id, waiting)
  changed(exchange, contact)
  const flowArn = contact.hooks.CustomerQueue
  if (flowArn !== undefined) void exchange.begin({ contact, kind: 'queue', flowArn })
  exchange.route()
}

/** The delays after which other profiles serve this contact's queue. Timers, so that moving the clock back does not undo them. */
function delaysOf(exchange: Exchange, contact: LineContact): number[] {
  const delays = new Set<number>()
  for (const profile of exchange.instance.profiles.values()) {
    for (const served of profile.serves) {
      if (served.queueArn === contact.queue?.arn && served.channel === contact.channel && served.delaySeconds > 0)
        delays.add(served.delaySeconds)
    }
  }
  return [...delays]
}
