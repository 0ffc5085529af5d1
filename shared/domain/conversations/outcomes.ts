import { missingCallBackKinds } from '../callbacks/day-parts.ts'

// No schema here: the browser loads these rules and must not load zod with them.

/** The ways a coaching conversation can end (docs/sources.md 4.4). "Rejected" is not one of them. */
export const outcomes = [
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
  'silent',
  'wrong-number',
] as const
/** One of `outcomes`. */
export type Outcome = (typeof outcomes)[number]

/** The notes that an outcome may need before the conversation can be logged. */
export const neededNotes = ['danger', 'concern', 'still-possible', 'consent'] as const
/** One of these notes. */
export type NeededNote = (typeof neededNotes)[number]
/**
 * What may still be missing; without an outcome nothing else is asked. `consent-details`: the family agreed, and not all of who, when and
 * how is noted. `family-knows`: the family answered whether it agrees, and yet does not know of the conversation. The last
 * ones belong to an outcome that promises a call.
 */
export const missingNoteKinds = ['outcome', ...neededNotes, 'consent-details', 'family-knows', ...missingCallBackKinds] as const
/** A note that is still missing. */
export type MissingNote = (typeof missingNoteKinds)[number]

/** What an outcome needs and what it leads to. */
export type OutcomeRule = {
  /** A conversation that helped the referrer to act, without a case; counted as a result of its own. */
  consult: boolean
  /** What must be filled in before the conversation can be logged. */
  needs: readonly NeededNote[]
  /** The logged conversation stays on the list of open work until its case is opened. */
  opensCase: boolean
  /** What the outcome promises to the referrer: logging creates it in the same transaction, or does not log. */
  promises: 'call-back' | null
}

const conversation = ['danger', 'concern', 'still-possible'] as const
// A conversation that broke off or was an emergency needs nothing but its outcome, and whether somebody is in danger.
const safety = ['danger'] as const
// Nobody spoke, or somebody who wanted another number: there is nothing to ask.
const nothing = [] as const

/** The rule for each outcome; button, storage and logging all use this table. */
export const outcomeRules: Readonly<Record<Outcome, OutcomeRule>> = {
  advice: { consult: true, needs: conversation, opensCase: false, promises: null },
  'referred-on': { consult: true, needs: conversation, opensCase: false, promises: null },
  'to-primary-care-psychologist': { consult: true, needs: conversation, opensCase: false, promises: null },
  'call-back': { consult: false, needs: conversation, opensCase: false, promises: 'call-back' },
  'taken-on': { consult: false, needs: [...conversation, 'consent'], opensCase: true, promises: null },
  'waiting-with-bridging': { consult: false, needs: conversation, opensCase: false, promises: null },
  'other-region': { consult: false, needs: conversation, opensCase: false, promises: null },
  'crisis-point': { consult: false, needs: conversation, opensCase: false, promises: null },
  emergency: { consult: false, needs: safety, opensCase: false, promises: null },
  'family-declines': { consult: true, needs: conversation, opensCase: false, promises: null },
  'broken-off': { consult: false, needs: safety, opensCase: false, promises: null },
  silent: { consult: false, needs: nothing, opensCase: false, promises: null },
  'wrong-number': { consult: false, needs: nothing, opensCase: false, promises: null },
}
