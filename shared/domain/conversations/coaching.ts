import * as z from 'zod'
import { Day } from '../time/day.ts'
import { ReferrerType } from '../contacts/contact.ts'
import { contradictsConsent, isHalfConsent } from './consent-rules.ts'
import { type MissingNote, type NeededNote, outcomeRules, outcomes } from './outcomes.ts'

/** How a coaching conversation ends, as stored and sent; the rules per outcome are in `outcomes.ts`. */
export const Outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof Outcome>

/** The answer to "Is er nu iemand in gevaar?" (is anybody in danger now?), the first question of every conversation. */
export const Danger = z.enum(['none', 'emergency', 'cannot-wait', 'suspected-abuse'])
export type Danger = z.infer<typeof Danger>

/** The age of a child or young person, from unborn up to 25 (docs/sources.md 2.3, fact 8), in the bands of the youth-help reports. */
export const AgeBand = z.enum(['unborn', '0-5', '6-11', '12-17', '18-21', '22-25'])
export type AgeBand = z.infer<typeof AgeBand>

/** Whether the family knows that this conversation takes place. */
export const FamilyKnows = z.enum(['yes', 'not-yet', 'family-calls-itself'])
export type FamilyKnows = z.infer<typeof FamilyKnows>

/** Whether the family agrees to help: without a yes nothing is taken on and no name is recorded. */
export const Consent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-asked') }),
  z.strictObject({ kind: z.literal('no') }),
  // null = not answered yet. Nothing is filled in before somebody chose it: a consent that nobody gave must not be on record.
  z.strictObject({
    kind: z.literal('yes'),
    by: z.enum(['parent', 'young-person', 'both']).nullable(),
    on: Day.nullable(),
    how: z.enum(['spoken', 'written']).nullable(),
  }),
])
export type Consent = z.infer<typeof Consent>

/** Who does what, and by when. */
export const PlannedAgreement = z.strictObject({
  what: z.string().trim().min(1).max(300),
  who: z.enum(['referrer', 'worker', 'family', 'somebody-else']),
  by: Day.nullable(),
})
export type PlannedAgreement = z.infer<typeof PlannedAgreement>

// At most 600 characters without names: a summary by the worker, never a transcript (docs/sources.md 4.3).
const note = z.string().max(600)

/** What the worker notes, in the order of the conversation guide (docs/sources.md 4.2); everything may still be empty. */
export const CoachingNotes = z.strictObject({
  danger: Danger.nullable(),
  referrerType: ReferrerType.nullable(),
  municipality: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  ageBands: z.array(AgeBand).max(6),
  /** null with `unarticulated: true`: the question is not clear yet, which is allowed. */
  helpQuestion: note.nullable(),
  unarticulated: z.boolean(),
  concern: note,
  strengths: note,
  tried: note,
  familyKnows: FamilyKnows.nullable(),
  familyWants: note,
  stillPossible: note,
  agreements: z.array(PlannedAgreement).max(20),
  consent: Consent,
  outcome: Outcome.nullable(),
})
export type CoachingNotes = z.infer<typeof CoachingNotes>

/** Empty notes, prefilled with what is known of the contact. */
export function emptyNotes(known: { referrerType: ReferrerType | null; municipality: string | null }): CoachingNotes {
  return {
    danger: null,
    referrerType: known.referrerType,
    municipality: known.municipality,
    ageBands: [],
    helpQuestion: null,
    unarticulated: false,
    concern: '',
    strengths: '',
    tried: '',
    familyKnows: null,
    familyWants: '',
    stillPossible: '',
    agreements: [],
    consent: { kind: 'not-asked' },
    outcome: null,
  }
}

/**
 * What must still be filled in before the conversation can be logged: the notes that its outcome needs, and answers that contradict each
 * other. Taking on needs the family's consent (docs/sources.md 4.3, stage C).
 */
export function missingNotes(notes: CoachingNotes, today: Day): MissingNote[] {
  if (notes.outcome === null) return ['outcome']
  const isFilledIn: Record<NeededNote, boolean> = {
    danger: notes.danger !== null,
    concern: notes.concern.trim() !== '',
    'still-possible': notes.stillPossible.trim() !== '',
    consent: refusalToTakeOn(notes, today) === null,
  }
  const missing: MissingNote[] = outcomeRules[notes.outcome].needs.filter((note) => !isFilledIn[note])
  // A yes dated in the future is a mistake, whatever the outcome: logged once, it could not be put right any more.
  if (isInFuture(notes.consent, today) && !missing.includes('consent')) missing.push('consent')
  if (isHalfConsent(notes.consent)) missing.push('consent-details')
  if (contradictsConsent(notes)) missing.push('family-knows')
  return missing
}

/**
 * Why a question cannot be taken on, or null when it can: the family declines, or had not agreed by this day; consent dated later, or without
 * who and how, does not count yet. Logging and taking on use this rule.
 */
export function refusalToTakeOn({ outcome, consent }: CoachingNotes, today: Day): 'family-declines' | 'needs-consent' | null {
  if (outcome === 'family-declines') return 'family-declines'
  const hasAgreed = consent.kind === 'yes' && !isHalfConsent(consent) && consent.on !== null && !isInFuture(consent, today)
  return hasAgreed ? null : 'needs-consent'
}

function isInFuture(consent: Consent, today: Day): boolean {
  return consent.kind === 'yes' && consent.on !== null && consent.on > today
}
