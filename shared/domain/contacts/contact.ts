import * as z from 'zod'
import type { ContactId, RegionId, TeamId, WorkerId } from '../ids.ts'

/** The ways to reach the line. */
export const channels = ['phone', 'chat'] as const
/** How a contact reached the line. */
export type Channel = (typeof channels)[number]

/** Who contacts the line (docs/sources.md 4.5). Acronyms without an English equivalent stay Dutch. */
export const ReferrerType = z.enum([
  'school',
  'clb',
  'caw-jac',
  'kind-en-gezin',
  'huis-van-het-kind',
  'general-practitioner',
  'ocmw',
  'cgg',
  'vaph',
  'youth-help-facility',
  'mandated-service',
  'crisis-point',
  'childcare',
  'youth-work',
  'police-justice',
  'family-itself',
  'young-person-itself',
  'network',
  'other',
])
export type ReferrerType = z.infer<typeof ReferrerType>

/** What a caller chooses with one key: calling for work, for the own family, or about somebody the caller knows. */
export const ReferrerGroup = z.enum(['professional', 'family', 'network'])
export type ReferrerGroup = z.infer<typeof ReferrerGroup>

/** What the line decides about an incoming contact; the rules are in `line/routing.ts`. */
export const decisions = ['offer', 'closing-soon', 'closed', 'nobody-on-duty'] as const
/** One of `decisions`. */
export type Decision = (typeof decisions)[number]

/** Something that happened to a contact, recorded once and never changed. The order in which facts arrive has no meaning. */
export type ContactFact =
  | {
      kind: 'contact-arrived'
      at: Date
      channel: Channel
      region: RegionId
      municipality: string | null
      referrerType: ReferrerType | null
      alias: string | null
    }
  | { kind: 'contact-decided'; at: Date; decision: Decision; team: TeamId | null }
  | { kind: 'contact-queued'; at: Date }
  | { kind: 'contact-answered'; at: Date; worker: WorkerId | null }
  | { kind: 'contact-missed'; at: Date }
  | { kind: 'contact-ended'; at: Date }

/** What is known of a contact, folded from its facts. */
export type ContactView = {
  id: ContactId
  region: RegionId | null
  channel: Channel | null
  arrivedAt: Date | null
  municipality: string | null
  referrerType: ReferrerType | null
  alias: string | null
  answeredBy: WorkerId | null
  /** `missed`: the contact never reached a worker. */
  state: 'in-flow' | 'waiting' | 'answered' | 'missed' | 'ended'
}

/** Folds the facts of a contact; any order and any repetition give the same result. */
export function foldContact(id: ContactId, facts: readonly ContactFact[]): ContactView {
  const arrivals = ofKind(facts, 'contact-arrived')
  const arrivedAt = Math.min(...arrivals.map((arrival) => arrival.at.getTime()))
  return {
    id,
    region: firstKnown(arrivals, (arrival) => arrival.region),
    channel: firstKnown(arrivals, (arrival) => arrival.channel),
    arrivedAt: arrivals.length > 0 ? new Date(arrivedAt) : null,
    municipality: firstKnown(arrivals, (arrival) => arrival.municipality),
    referrerType: firstKnown(arrivals, (arrival) => arrival.referrerType),
    alias: firstKnown(arrivals, (arrival) => arrival.alias),
    answeredBy: firstKnown(ofKind(facts, 'contact-answered'), (answer) => answer.worker),
    state: stateOf(facts),
  }
}

// The order of these checks is the policy. An answered contact was never missed, whatever the end event says. A contact that ended in the
// queue was missed; one that ended before the queue, after hearing that the line is closed, was not.
function stateOf(facts: readonly ContactFact[]): ContactView['state'] {
  const has = (kind: ContactFact['kind']) => facts.some((fact) => fact.kind === kind)
  if (has('contact-answered')) return has('contact-ended') ? 'ended' : 'answered'
  if (has('contact-missed')) return 'missed'
  if (has('contact-queued')) return has('contact-ended') ? 'missed' : 'waiting'
  return has('contact-ended') ? 'ended' : 'in-flow'
}

// Both the flow and Connect's events report an arrival, and one of them knows less. Each field comes from the earliest fact that knows it;
// at the same moment, from the alphabetically first value, so that the order of arrival has no influence.
function firstKnown<Fact extends ContactFact, Value extends string>(
  facts: readonly Fact[],
  read: (fact: Fact) => Value | null,
): Value | null {
  let first: { at: Date; value: Value } | null = null
  for (const fact of facts) {
    const value = read(fact)
    if (value === null) continue
    const isEarlier = first === null || fact.at < first.at || (fact.at.getTime() === first.at.getTime() && value < first.value)
    if (isEarlier) first = { at: fact.at, value }
  }
  return first === null ? null : first.value
}

function ofKind<Kind extends ContactFact['kind']>(facts: readonly ContactFact[], kind: Kind): Extract<ContactFact, { kind: Kind }>[] {
  return facts.filter((fact): fact is Extract<ContactFact, { kind: Kind }> => fact.kind === kind)
}
