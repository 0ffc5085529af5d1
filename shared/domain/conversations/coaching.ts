import * as z from 'zod'
import { Day } from '../time/day.ts'
import { ReferrerType } from '../contacts/contact.ts'

/** How a coaching conversation ends (domain sources 4.4). There is no "rejected". */
export const Outcome = z.enum([
  'advice',
  'referred-on',
  'to-primary-care-psychologist',
  'call-back',
  'taken-on',
  'waiting-with-bridging',
  'other-region',
  'crisis-point',
  'emergency',
  'family-declines',
  'broken-off',
])
export type Outcome = z.infer<typeof Outcome>

/** "Is er nu iemand in gevaar?" comes first in every conversation. */
export const Danger = z.enum(['none', 'emergency', 'cannot-wait', 'suspected-abuse'])
export type Danger = z.infer<typeof Danger>

/** Age of a child or young person, from an expected child up to 25 (HLN on Oudsbergen); the bands of the youth-help reports. */
export const AgeBand = z.enum(['unborn', '0-5', '6-11', '12-17', '18-21', '22-25'])
export type AgeBand = z.infer<typeof AgeBand>

/** Whether the family knows that somebody talks about it: the central question of the line. */
export const FamilyKnows = z.enum(['yes', 'not-yet', 'family-calls-itself'])
export type FamilyKnows = z.infer<typeof FamilyKnows>

/** Whether the family agrees to be helped: without its yes no question is taken on and no name is noted. */
export const Consent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-asked') }),
  z.strictObject({ kind: z.literal('no') }),
  z.strictObject({ kind: z.literal('yes'), by: z.enum(['parent', 'young-person', 'both']), on: Day, how: z.enum(['spoken', 'written']) }),
])
export type Consent = z.infer<typeof Consent>

/** Who does what, and by when. */
export const PlannedAgreement = z.strictObject({
  what: z.string().trim().min(1).max(300),
  who: z.enum(['referrer', 'worker', 'family', 'somebody-else']),
  by: Day.nullable(),
})
export type PlannedAgreement = z.infer<typeof PlannedAgreement>

// 600 characters without names: a summary written by the worker, never a transcript (domain sources 4.3).
const note = z.string().max(600)

/** What the worker notes during the conversation, in the order of the conversation guide; everything may still be empty. */
export const CoachingNotes = z.strictObject({
  danger: Danger.nullable(),
  referrerType: ReferrerType.nullable(),
  municipality: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  ageBands: z.array(AgeBand).max(6),
  /** null with `unarticulated`: the question is not clear yet, and that is allowed. */
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

/** Notes with nothing in them yet, filled with what the contact already told. */
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

/** A note that is still missing. */
export type MissingNote = 'outcome' | 'concern' | 'still-possible' | 'consent'

/**
 * What must still be filled in before the conversation can be logged. A conversation that was broken off or was an emergency asks for
 * nothing but its outcome: the caller came first. Taking on asks for the family's yes (domain sources 4.3, stage C).
 */
export function missingNotes(notes: CoachingNotes, today: Day): MissingNote[] {
  if (notes.outcome === null) return ['outcome']
  if (notes.outcome === 'broken-off' || notes.outcome === 'emergency') return []
  const missing: MissingNote[] = []
  if (notes.concern.trim() === '') missing.push('concern')
  if (notes.stillPossible.trim() === '') missing.push('still-possible')
  if (notes.outcome === 'taken-on' && !isYesBy(notes.consent, today)) missing.push('consent')
  return missing
}

const consults: readonly Outcome[] = ['advice', 'referred-on', 'to-primary-care-psychologist', 'family-declines']

// A yes of tomorrow is a hope.
function isYesBy(consent: Consent, today: Day): boolean {
  return consent.kind === 'yes' && consent.on <= today
}

/** Consults are conversations that helped the referrer act, without a case: a result in itself. */
export function isConsult(outcome: Outcome): boolean {
  return consults.includes(outcome)
}
