import * as z from 'zod'
import type { ContactId, RegionId, TeamId, WorkerId } from '../ids.ts'

/** How somebody reaches the line. */
export const channels = ['phone', 'chat'] as const
export type Channel = (typeof channels)[number]

/** Who turns to the line (docs/sources.md 4.5). The acronyms stay Dutch. */
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

/** What a caller tells of herself with one key: calls for her work, for her own family, or about somebody she knows. */
export const ReferrerGroup = z.enum(['professional', 'family', 'network'])
export type ReferrerGroup = z.infer<typeof ReferrerGroup>

/** Whether a referrer is bound by professional secrecy. */
/** What the line decides about a contact that comes in; how it decides stands in `line/routing.ts`. */
export const decisions = ['offer', 'closing-soon', 'closed', 'nobody-on-duty'] as const
export type Decision = (typeof decisions)[number]

/** What happened to a contact, told once and never changed; the order in which we hear of it means nothing. */
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

/** A contact as its facts tell it. */
export type ContactView = {
  id: ContactId
  region: RegionId | null
  channel: Channel | null
  arrivedAt: Date | null
  municipality: string | null
  referrerType: ReferrerType | null
  alias: string | null
  answeredBy: WorkerId | null
  /** Where the contact stands: `missed` never reached a person. */
  state: 'in-flow' | 'waiting' | 'answered' | 'missed' | 'ended'
}

/** What is known of a contact, whatever the order and however often its facts were told. */
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

// The order of the questions is the policy: a contact that a person answered was never missed, however the end is told; one that ended
// in the queue was, and one that ended before it, having heard that we are closed, was not.
function stateOf(facts: readonly ContactFact[]): ContactView['state'] {
  const has = (kind: ContactFact['kind']) => facts.some((fact) => fact.kind === kind)
  if (has('contact-answered')) return has('contact-ended') ? 'ended' : 'answered'
  if (has('contact-missed')) return 'missed'
  if (has('contact-queued')) return has('contact-ended') ? 'missed' : 'waiting'
  return has('contact-ended') ? 'ended' : 'in-flow'
}

// The flow and the events of Connect both tell an arrival, and one of them knows less: each field comes from the earliest that knows it,
// and of two at the same moment from the smallest text, so that the order of telling means nothing.
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
