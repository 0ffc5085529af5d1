// No schema here: the browser reads these rules without loading zod.

/** How a coaching conversation ends (docs/sources.md 4.4). There is no "rejected". */
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
] as const
export type Outcome = (typeof outcomes)[number]

/** A note that an outcome may need before the conversation can be logged. */
export type NeededNote = 'concern' | 'still-possible' | 'consent'
/** A note that is still missing; without an outcome nothing else is asked. */
export type MissingNote = 'outcome' | NeededNote

/** What an outcome asks and does. */
export type OutcomeRule = {
  /** A conversation that helped the referrer act, without a case: a result in itself. */
  consult: boolean
  /** What must be filled in before the conversation can be logged. */
  needs: readonly NeededNote[]
  /** The question waits to be taken on: it stays among what is to finish until it has its case. */
  opensCase: boolean
}

const conversation = ['concern', 'still-possible'] as const
// A conversation that was broken off or was an emergency asks for nothing but its outcome: the caller came first.
const nothing = [] as const

/** What each outcome asks and does; button, storage and logging all ask here. */
export const outcomeRules: Readonly<Record<Outcome, OutcomeRule>> = {
  advice: { consult: true, needs: conversation, opensCase: false },
  'referred-on': { consult: true, needs: conversation, opensCase: false },
  'to-primary-care-psychologist': { consult: true, needs: conversation, opensCase: false },
  'call-back': { consult: false, needs: conversation, opensCase: false },
  'taken-on': { consult: false, needs: [...conversation, 'consent'], opensCase: true },
  'waiting-with-bridging': { consult: false, needs: conversation, opensCase: false },
  'other-region': { consult: false, needs: conversation, opensCase: false },
  'crisis-point': { consult: false, needs: conversation, opensCase: false },
  emergency: { consult: false, needs: nothing, opensCase: false },
  'family-declines': { consult: true, needs: conversation, opensCase: false },
  'broken-off': { consult: false, needs: nothing, opensCase: false },
}
