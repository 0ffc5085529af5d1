import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { contactEventExample } from '../../../shared/contracts/connect/contact-events.ts'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import type { Stores } from '../../../shared/storage/stores.ts'
import { at } from '../time/at.ts'
import { sqsBatch } from '../fixtures/lambda-events.ts'
import { makeArrival } from './make.ts'

// Contact events of Connect on one Tuesday, as record-contact receives them.

const region = 'limburg-oost'
export const queues = JSON.stringify({ '6f2b3c1a-5d8e-4a77-8e0b-1c9d4e7f2a10': region })
export const agentArn = 'arn:aws:connect:eu-central-1:111122223333:instance/0b1f8a52-1d7e-4c0e-9a44-7a2f6d6b1e01/agent/3c4d5e6f'

export type Detail = Record<string, unknown>
export const iso = (clock: string) => at(`2026-11-24 ${clock}`).toISOString()
export const event = (contactId: string, detail: Detail) => ({
  ...contactEventExample,
  detail: { ...contactEventExample.detail, contactId, initiationTimestamp: iso('10:30'), ...detail },
})
export const queueInfo = (clock: string) => ({ ...contactEventExample.detail.queueInfo, enqueueTimestamp: iso(clock) })

/** The events of a contact that hung up in the queue. */
export function leftInQueue(id: string, [queued, ended]: [string, string] = ['10:30', '10:35']) {
  const so = { queueInfo: queueInfo(queued), initiationTimestamp: iso(queued) }
  const gone = { ...so, disconnectTimestamp: iso(ended) }
  return [
    event(id, { ...so, eventType: 'INITIATED', queueInfo: undefined }),
    event(id, { ...so, eventType: 'QUEUED' }),
    event(id, { ...gone, eventType: 'DISCONNECTED' }),
    event(id, { ...gone, eventType: 'COMPLETED' }),
  ]
}

/** The events of a contact that a worker answered. */
export function answered(id: string, [came, taken, ended]: [string, string, string] = ['11:00', '11:01', '11:30']) {
  const so = { queueInfo: queueInfo(came), initiationTimestamp: iso(came) }
  const inTalk = { ...so, agentInfo: { agentArn, connectedToAgentTimestamp: iso(taken) } }
  const gone = { ...inTalk, disconnectTimestamp: iso(ended) }
  return [
    event(id, { ...so, eventType: 'QUEUED' }),
    event(id, { ...inTalk, eventType: 'CONNECTED_TO_AGENT' }),
    event(id, { ...gone, eventType: 'DISCONNECTED' }),
    event(id, { ...gone, eventType: 'COMPLETED' }),
  ]
}

/**
 * Stores the facts that route-contact stores when a contact arrives. `referrerKey` is of a browser session unless `by` says otherwise: what
 * identifies the referrer for certain.
 */
export async function decided(
  contacts: Stores['contacts'],
  id: string,
  decision: 'offer' | 'closing-soon' | 'closed' | 'nobody-on-duty',
  referrerKey: string | null = null,
  by: 'session' | 'number' = 'session',
) {
  const contact = contactIdOf(id)
  const moment = at('2026-11-24 10:30')
  const arrival = makeArrival({ at: moment, channel: 'phone', alias: 'Huisarts Linde' })
  const link = referrerKey === null ? null : ({ by, referrerKey, contact, region, channel: 'phone', at: moment } as const)
  const answer = { decision, team: '', sentence: decision === 'offer' ? '' : 'Gesloten.' } as const
  await contacts.decide({ contact, facts: [arrival, { kind: 'contact-decided', at: moment, decision, team: null }], answer, link })
}

// As infra/constructs/contact-events.ts has it; read from there it would load all of the CDK.
const triesBeforeSetAside = 5

/**
 * Hands events over as the queue does: what could not be recorded now, as when a busy machine lets the database be late, is handed over again,
 * as often as the queue would. Answers what would be set apart in the end.
 */
export async function deliver(handler: (batch: SQSEvent) => Promise<SQSBatchResponse>, events: readonly unknown[]): Promise<unknown[]> {
  let left = [...events]
  for (let receives = 0; left.length > 0 && receives < triesBeforeSetAside; receives += 1) {
    const { batchItemFailures } = await handler(sqsBatch(left))
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    left = left.filter((_, index) => failed.has(`message-${index}`))
  }
  return left
}
