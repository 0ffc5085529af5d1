import * as z from 'zod'
import { FlowEvent, type PlaceAnswer, PlaceAsked } from '../../shared/contracts/connect.ts'
import { contactIdOf } from '../../shared/domain/ids.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import { whisperNl } from '../../shared/words/nl/whisper.ts'
import { nameOf, type Visit, within } from '../lambda.ts'

export type Tools = {
  /** Her place in the queue, 1 for the first. */
  placeOf(contactId: string): Promise<number | null>
  waitsSince(contactId: string): Promise<Date | null>
  now(): Date
}

const { ContactData } = FlowEvent.shape.Details.shape
const Asked = z.object({ Details: z.object({ ContactData, Parameters: PlaceAsked }) })

// She hears nothing meanwhile, and the flow goes on just as well without an answer.
const patienceMilliseconds = 2_000

// Beyond this a number comforts nobody.
const mostBefore = 20

/**
 * Tells whoever waits how many wait before her, and the worker how long she waited. It changes nothing and never throws: what Connect does not
 * tell in time is left unsaid.
 */
export async function tellPlace(tools: Tools, event: unknown, visit: Visit): Promise<PlaceAnswer> {
  const asked = Asked.safeParse(event)
  if (!asked.success) {
    visit.kind = 'not-understood'
    return { sentence: '', waited: '' }
  }
  const { ContactData: contact, Parameters } = asked.data.Details
  visit.contactId = contactIdOf(contact.ContactId)
  const [place, since] = await Promise.all([
    inTime(tools.placeOf(contact.ContactId), visit),
    inTime(tools.waitsSince(contact.ContactId), visit),
  ])
  visit.kind = place === null ? 'not-known' : 'told'
  const isPhone = contact.Channel === 'VOICE'
  const words = wordsIn(isPhone ? Parameters.language : (contact.Attributes.language ?? Parameters.language))
  const said = isPhone ? words.phone : words.chatLine
  const isSaid = place !== null && place - 1 <= mostBefore
  return { sentence: isSaid ? said.place(place - 1) : '', waited: since === null ? '' : waitedSince(since, tools.now()) }
}

function waitedSince(since: Date, now: Date): string {
  return whisperNl.waited(Math.floor((now.getTime() - since.getTime()) / 60_000))
}

async function inTime<Value>(answer: Promise<Value>, visit: Visit): Promise<Value | null> {
  try {
    return await within(patienceMilliseconds, answer)
  } catch (error) {
    visit.errorName = nameOf(error)
    return null
  }
}
