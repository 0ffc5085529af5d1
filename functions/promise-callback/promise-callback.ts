import * as z from 'zod'
import { FlowEvent, type PromiseAnswer, PromiseAsked } from '../../shared/contracts/connect/flow-events.ts'
import { wallMomentOf } from '../../shared/domain/time/brussels-time.ts'
import type { CallbackPromise } from '../../shared/domain/callbacks/callback.ts'
import { promiseFor } from '../../shared/domain/callbacks/callback-promise.ts'
import { type CallbackId, contactIdOf } from '../../shared/domain/ids.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import { openRegion } from '../../shared/domain/regions/regions.ts'
import type { ReadNumber } from '../../shared/numbers/callable-number.ts'
import type { CallbackStore } from '../../shared/storage/callbacks/callbacks.ts'
import type { ContactStore } from '../../shared/storage/contacts/contacts.ts'
import type { HoursStore } from '../../shared/storage/hours/hours.ts'
import { referrerKeyOf } from '../../shared/storage/table/referrer-key.ts'
import type { RosterStore } from '../../shared/storage/roster/rosters.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { nameOf, type RequestLog, withTimeout } from '../lambda.ts'

/** What promising a call-back needs. */
export type Deps = {
  readNumber(typed: string): ReadNumber
  hoursOf: HoursStore['hoursOf']
  rosterOf: RosterStore['rosterOf']
  promise: CallbackStore['promise']
  recordFacts: ContactStore['recordFacts']
  callerKey: string
  newCallbackId(): CallbackId
  now(): Date
}

// The flow waits eight seconds at most, and the caller hears silence meanwhile.
const readBudgetMilliseconds = 1_900
const writeBudgetMilliseconds = 3_500

const PromiseEvent = z.object({ Details: z.object({ Parameters: PromiseAsked }) })

type CallToPromise = { asked: PromiseAsked; contact: FlowEvent['Details']['ContactData']; region: OpenRegion; at: Date }

/**
 * Records a call-back and says when we call; the same contact asking twice has one promise. It never throws: a number that we do not call
 * is refused with a sentence, and so is a failure to record.
 */
export async function promiseCallback(deps: Deps, event: unknown, requestLog: RequestLog): Promise<PromiseAnswer> {
  const request = readRequest(event, deps.now())
  if (!request) {
    requestLog.kind = 'not-understood'
    return { result: 'failed', sentence: wordsIn('nl').promise.failed }
  }
  requestLog.contactId = contactIdOf(request.contact.ContactId)
  const words = wordsIn(request.asked.language ?? request.contact.Attributes.language ?? request.region.languages[0] ?? 'nl')
  const answer = await answerTo(deps, request, { requestLog, words })
  requestLog.kind = answer.result
  return answer
}

function readRequest(event: unknown, at: Date): CallToPromise | null {
  const fromFlow = FlowEvent.safeParse(event)
  const asking = PromiseEvent.safeParse(event)
  if (!fromFlow.success || !asking.success) return null
  const asked = asking.data.Details.Parameters
  const region = openRegion(asked.region)
  return region && { asked, contact: fromFlow.data.Details.ContactData, region, at }
}

type Saying = { requestLog: RequestLog; words: CallerWords }

async function answerTo(deps: Deps, request: CallToPromise, { requestLog, words }: Saying): Promise<PromiseAnswer> {
  const said = words.promise
  const read = deps.readNumber(request.asked.number)
  if (read.kind === 'not-a-number') return { result: 'refused', sentence: said.invalid }
  if (read.kind === 'not-called') return { result: 'refused', sentence: said.refused[read.why] }
  try {
    const moment = await momentFor(deps, request, requestLog)
    const promise = await withTimeout(writeBudgetMilliseconds, note(deps, request, { number: read.e164, promise: moment }))
    const inWords = promise && { from: wallMomentOf(promise.from, request.at), by: wallMomentOf(promise.by, request.at) }
    return { result: 'noted', sentence: said.done(inWords) }
  } catch (error) {
    // Any error, expected or not: the caller must hear that the number was not recorded, not silence.
    requestLog.errorName = nameOf(error)
    return { result: 'failed', sentence: said.failed }
  }
}

// Without roster or hours the number is recorded all the same, only without a promised time.
async function momentFor(deps: Deps, { region, at }: CallToPromise, requestLog: RequestLog): Promise<CallbackPromise | null> {
  try {
    const read = Promise.all([deps.hoursOf(region.id), deps.rosterOf(region.id)])
    const [hours, roster] = await withTimeout(readBudgetMilliseconds, read)
    return promiseFor(hours, roster, at)
  } catch (error) {
    // Any failure of the database, expected or not.
    requestLog.errorName = nameOf(error)
    return null
  }
}

type Noted = { number: string; promise: CallbackPromise | null }

async function note(
  deps: Deps,
  { asked, contact, region, at }: CallToPromise,
  { number, promise }: Noted,
): Promise<CallbackPromise | null> {
  const id = contactIdOf(contact.ContactId)
  const { municipality = null, referrerType = null, alias = null } = contact.Attributes
  const channel = contact.Channel === 'VOICE' ? 'phone' : 'chat'
  const othersMayAnswer = asked.mayOthersAnswer === 'yes'
  const who = { region: region.id, channel, municipality, referrerType, alias } as const
  // If `route-contact` could not write, this contact has no arrival yet. Recording it a second time changes nothing.
  const arrival = deps.recordFacts(id, [{ kind: 'contact-arrived', at, ...who }], 'flow')
  const [callback] = await Promise.all([
    deps.promise({
      ...who,
      id: deps.newCallbackId(),
      contact: id,
      reason: asked.reason,
      at,
      promise,
      consent: { mayCall: true, othersMayAnswer, mayLeaveMessage: othersMayAnswer },
      language: asked.language ?? contact.Attributes.language ?? region.languages[0] ?? 'nl',
      number,
      numberKey: referrerKeyOf(deps.callerKey, { kind: 'number', number }),
      sessionKey: null,
    }),
    arrival,
  ])
  return callback.entry.promise
}
