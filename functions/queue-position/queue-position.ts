import * as z from 'zod'
import { FlowEvent, type PositionAnswer, PositionAsked } from '../../shared/contracts/connect/flow-events.ts'
import { contactIdOf } from '../../shared/domain/ids.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import { whisperNl } from '../../shared/words/nl/whisper.ts'
import { nameOf, type RequestLog, withTimeout } from '../lambda.ts'

/** What answering the queue position needs. */
export type Deps = {
  /** The position in the queue, 1 for the first; null when Connect gives none. */
  positionOf(contactId: string): Promise<number | null>
  waitsSince(contactId: string): Promise<Date | null>
  now(): Date
}

const { ContactData } = FlowEvent.shape.Details.shape
const Asked = z.object({ Details: z.object({ ContactData, Parameters: PositionAsked }) })

// The caller hears nothing meanwhile, and the flow continues without an answer as well.
const timeoutMilliseconds = 2_000

// Above this number the position is not said: it would only discourage.
const maxBefore = 20

/**
 * Answers how many contacts wait before this one (for the caller), and how long it has waited (for the worker). It changes nothing and
 * never throws: what Connect does not answer in time is left out.
 */
export async function queuePosition(deps: Deps, event: unknown, requestLog: RequestLog): Promise<PositionAnswer> {
  const asked = Asked.safeParse(event)
  if (!asked.success) {
    requestLog.kind = 'not-understood'
    return { sentence: '', waited: '' }
  }
  const { ContactData: contact, Parameters } = asked.data.Details
  requestLog.contactId = contactIdOf(contact.ContactId)
  const [position, since] = await Promise.all([
    inTime(deps.positionOf(contact.ContactId), requestLog),
    inTime(deps.waitsSince(contact.ContactId), requestLog),
  ])
  requestLog.kind = position === null ? 'not-known' : 'told'
  const isPhone = contact.Channel === 'VOICE'
  const words = wordsIn(isPhone ? Parameters.language : (contact.Attributes.language ?? Parameters.language))
  const said = isPhone ? words.phone : words.chatLine
  const isSaid = position !== null && position - 1 <= maxBefore
  return { sentence: isSaid ? said.place(position - 1) : '', waited: since === null ? '' : waitedSince(since, deps.now()) }
}

function waitedSince(since: Date, now: Date): string {
  return whisperNl.waited(Math.floor((now.getTime() - since.getTime()) / 60_000))
}

async function inTime<Value>(answer: Promise<Value>, requestLog: RequestLog): Promise<Value | null> {
  try {
    return await withTimeout(timeoutMilliseconds, answer)
  } catch (error) {
    requestLog.errorName = nameOf(error)
    return null
  }
}
