import { FlowEvent, type RouteAnswer, task } from '../../shared/contracts/connect/flow-events.ts'
import { wallMomentOf } from '../../shared/domain/time/brussels-time.ts'
import type { ContactFact, ReferrerGroup, ReferrerType } from '../../shared/domain/contacts/contact.ts'
import { emptyRoster } from '../../shared/domain/roster/duty-roster.ts'
import { contactIdOf } from '../../shared/domain/ids.ts'
import { type OpenRegion, lookUpMunicipality } from '../../shared/domain/regions/region.ts'
import { openRegion, regions } from '../../shared/domain/regions/regions.ts'
import { decideRoute, type RouteDecision } from '../../shared/domain/line/routing.ts'
import type { ContactStore } from '../../shared/storage/contacts/contacts.ts'
import type { RosterStore } from '../../shared/storage/roster/rosters.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import { nameOf, type RequestLog, withTimeout } from '../lambda.ts'
import { channelOf, linkOf, ownNumberOf } from './referrer-link.ts'
import { isOpeningContact, type OpeningDeps } from './opening-contact.ts'
import { notifyNobodyOnDuty, type NotifyDeps } from './notify-nobody.ts'

/** What routing a contact needs. */
export type Deps = OpeningDeps &
  NotifyDeps & {
    rosterOf: RosterStore['rosterOf']
    decide: ContactStore['decide']
    recordFacts: ContactStore['recordFacts']
    now(): Date
  }

type ContactAsked = FlowEvent['Details']['ContactData']

// A caller hears silence while we decide: together these keep the answer well within four seconds, whatever the database does.
const readBudgetMilliseconds = 1_900
const writeBudgetMilliseconds = 1_400

const offered: RouteAnswer = { decision: 'offer', team: '', sentence: '' }

/**
 * Decides where a contact goes and records it once: asked again about the same contact, the answer is the same. It never throws: without
 * the roster it decides by the opening hours, and an event that it cannot read is offered to the queue, because a caller is waiting.
 */
export async function routeContact(deps: Deps, event: unknown, requestLog: RequestLog): Promise<RouteAnswer> {
  const asked = FlowEvent.safeParse(event)
  const region = asked.success ? openRegion(asked.data.Details.Parameters.region) : null
  if (!asked.success || !region) {
    requestLog.kind = 'not-understood'
    return offered
  }
  const contact = asked.data.Details.ContactData
  const at = deps.now()
  requestLog.contactId = contactIdOf(contact.ContactId)
  if (asked.data.Details.Parameters.task === task.callerGroup) return rememberGroup(deps, { region, contact, at }, requestLog)
  const decision = await decide(deps, { region, contact, at }, requestLog)
  const answer = { ...answerOf(decision, { region, contact, at }), ...ownNumberOf(contact) }
  if (await isOpeningContact(deps, { region, ticket: contact.Attributes.openingCheck, at }, requestLog)) {
    requestLog.kind = 'opening-check'
    return answer
  }
  const [recorded] = await Promise.all([
    remember(deps, { region, contact, at, answer }, requestLog),
    decision.kind === 'nobody-on-duty' && notifyNobodyOnDuty(deps, { region: region.id, at }, requestLog),
  ])
  requestLog.kind = recorded.decision
  return recorded
}

type Question = { region: OpenRegion; contact: ContactAsked; at: Date }

async function decide(deps: Deps, { region, contact, at }: Question, requestLog: RequestLog): Promise<RouteDecision> {
  const nis = contact.Attributes.municipality
  const municipality = nis === undefined ? null : lookUpMunicipality(nis, region, regions)
  try {
    const read = Promise.all([deps.hoursOf(region.id), deps.rosterOf(region.id)])
    const [hours, roster] = await withTimeout(readBudgetMilliseconds, read)
    return decideRoute({ hours, roster, municipality }, at)
  } catch (error) {
    // Any failure of the database, expected or not: the hours in the region's data file still tell whether to offer the contact.
    requestLog.errorName = nameOf(error)
    const decision = decideRoute({ hours: region.hours, roster: emptyRoster, municipality }, at)
    const team = municipality?.kind === 'here' ? municipality.municipality.team : null
    return decision.kind === 'nobody-on-duty' ? { kind: 'offer', team, first: [], backup: [] } : decision
  }
}

async function remember(deps: Deps, asked: Question & { answer: RouteAnswer }, requestLog: RequestLog): Promise<RouteAnswer> {
  const { contact, at, answer } = asked
  const id = contactIdOf(contact.ContactId)
  try {
    const outcome = await withTimeout(
      writeBudgetMilliseconds,
      deps.decide({
        contact: id,
        facts: [
          arrivalOf(asked),
          { kind: 'contact-decided', at, decision: answer.decision, team: answer.team === '' ? null : answer.team },
        ],
        answer,
        link: linkOf(deps.callerKey, asked),
      }),
    )
    return outcome.kind === 'decided-before' ? outcome.answer : answer
  } catch (error) {
    // Connect's contact events and the desk record later what could not be written now.
    requestLog.errorName = nameOf(error)
    return answer
  }
}

/**
 * Records who calls, by the key pressed after the decision. The flow does not wait for this and uses no answer; the worker hears the key in
 * the whisper all the same.
 */
async function rememberGroup(deps: Deps, asked: Question, requestLog: RequestLog): Promise<RouteAnswer> {
  requestLog.kind = task.callerGroup
  try {
    await withTimeout(writeBudgetMilliseconds, deps.recordFacts(contactIdOf(asked.contact.ContactId), [arrivalOf(asked)], 'menu'))
  } catch (error) {
    requestLog.errorName = nameOf(error)
  }
  return offered
}

function arrivalOf({ region, contact, at }: Question): Extract<ContactFact, { kind: 'contact-arrived' }> {
  const { municipality = null, referrerGroup, alias = null } = contact.Attributes
  const referrerType = contact.Attributes.referrerType ?? (referrerGroup === undefined ? null : typeOfGroup[referrerGroup])
  return { kind: 'contact-arrived', at, channel: channelOf(contact), region: region.id, municipality, referrerType, alias }
}

// A professional caller may have any of a dozen roles: the key pressed says no more, and a guess would be taken for knowledge.
const typeOfGroup: Readonly<Record<ReferrerGroup, ReferrerType | null>> = {
  professional: null,
  family: 'family-itself',
  network: 'network',
}

function answerOf(decision: RouteDecision, { region, contact, at }: Question): RouteAnswer {
  const words = wordsIn(contact.Attributes.language ?? region.languages[0] ?? 'nl')
  const isPhone = channelOf(contact) === 'phone'
  const said = isPhone ? words.phone : words.widget
  switch (decision.kind) {
    case 'offer':
      return { ...offered, team: decision.team ?? '' }
    case 'closing-soon': {
      const closes = wallMomentOf(decision.closesAt, at)
      const sentence = isPhone ? words.phone.closingSoon(closes) : words.chatLine.closingSoon(closes)
      return { decision: decision.kind, team: decision.team ?? '', sentence }
    }
    case 'closed':
      return { decision: decision.kind, team: '', sentence: said.closed(decision.opensAt && wallMomentOf(decision.opensAt, at)) }
    case 'nobody-on-duty':
      return { decision: decision.kind, team: '', sentence: said.nobodyOnDuty }
  }
}
