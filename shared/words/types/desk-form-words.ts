import type { DayPart } from '../../domain/callbacks/day-parts.ts'
import type { AgeBand, Danger, FamilyKnows } from '../../domain/conversations/coaching.ts'
import type { MissingNote, Outcome } from '../../domain/conversations/outcomes.ts'
import type { PersonalTrace } from '../../domain/contacts/personal-traces.ts'

/** A number for help, as dialled, and who answers it. */
type HelpNumber = { number: string; what: string }

/** The texts of the form for a coaching conversation. */
export type DeskFormWords = {
  heading: string
  guide: string
  help: string
  /** The steps of the conversation guide, in order (docs/sources.md 4.2). */
  steps: Record<'safety' | 'who' | 'worry' | 'tried' | 'family' | 'possible' | 'agreements' | 'end', string>
  danger: string
  dangers: Record<Danger, string>
  /** What to do, and the numbers to give, one to a line. */
  dangerAdvice: Record<Exclude<Danger, 'none'>, { sentence: string; numbers: readonly HelpNumber[] }>
  crisisNumber: string
  /** In an emergency only the safety of the moment is shown; this shows the other questions too. */
  showAll: string
  quickEnds: string
  familyKnowsContradicts: string
  referrer: string
  municipality: string
  municipalityUnknown: string
  municipalitiesFound(count: number): string
  ageBands: string
  ages: Record<AgeBand, string>
  helpQuestion: string
  unarticulated: string
  concern: string
  strengths: string
  tried: string
  familyKnows: string
  familyKnowing: Record<FamilyKnows, string>
  familyWants: string
  stillPossible: string
  agreements: string
  agreementWhat: string
  agreementWho: string
  agreementWhos: Record<'referrer' | 'worker' | 'family' | 'somebody-else', string>
  agreementBy: string
  addAgreement: string
  removeAgreement(what: string): string
  consent: string
  consents: Record<'not-asked' | 'no' | 'yes', string>
  consentBy: string
  consentBys: Record<'parent' | 'young-person' | 'both', string>
  consentOn: string
  consentHow: string
  consentHows: Record<'spoken' | 'written', string>
  consentGate: string
  outcome: string
  outcomes: Record<Outcome, string>
  choose: string
  charactersLeft(count: number): string
  personalHint(trace: PersonalTrace): string
  saving: string
  savedAt(clock: string): string
  notSaved: string
  notSavedSignedOut: string
  changed: string
  /** Next to the heading, always visible; its button leads to both versions. */
  stale: string
  staleChoose: string
  conflict: string
  conflictMine: string
  conflictTheirs: string
  conflictKeepMine: string
  conflictTakeTheirs: string
  log: string
  logged: string
  loggedWithCode(code: string): string
  copyCode: string
  /** Asked with an outcome that promises a call. */
  callBack: {
    heading: string
    mayCall: string
    /** While the referrer has not agreed. */
    gate: string
    number: string
    numberHelp: string
    on: string
    part: string
    parts: Record<DayPart, string>
    othersMayAnswer: string
    /** After the conversation is logged. */
    promised: string
  }
  missingHeading: string
  missing: Record<MissingNote, string>
  /** In place of a note that was left empty. */
  nothingNoted: string
}
