import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { ContactEvent, contactEventSource, contactEventType, EventEnvelope } from '../../shared/contracts/connect/contact-events.ts'
import { nameOf, type RequestLog } from '../lambda.ts'
import { recordEvent, type RecordDeps } from '../record-event.ts'

/** Turns Connect's contact events into facts. An event that cannot be recorded goes back to the queue, without the rest of its batch. */
export async function recordContacts(deps: RecordDeps, batch: SQSEvent, requestLog: RequestLog): Promise<SQSBatchResponse> {
  const outcomes = await Promise.all(
    batch.Records.map(async ({ messageId, body }) => {
      try {
        await recordContact(deps, body)
        return null
      } catch (error) {
        // One bad event must not hold back the others; the queue retries it and moves it to the dead-letter queue in the end.
        requestLog.errorName = nameOf(error)
        return { itemIdentifier: messageId }
      }
    }),
  )
  const batchItemFailures = outcomes.filter((outcome) => outcome !== null)
  requestLog.kind = batchItemFailures.length === 0 ? 'recorded' : 'recorded-in-part'
  return { batchItemFailures }
}

async function recordContact(deps: RecordDeps, body: string): Promise<void> {
  const envelope = EventEnvelope.parse(JSON.parse(body))
  if (envelope.source !== contactEventSource || envelope['detail-type'] !== contactEventType) return
  await recordEvent(deps, ContactEvent.parse(envelope.detail))
}
