import type { Day, WallMoment } from '../../domain/time/brussels-time.ts'
import type { CaseStage } from '../../domain/cases/case.ts'
import type { AgeBand, Danger, FamilyKnows } from '../../domain/conversations/coaching.ts'
import type { MissingNote, Outcome } from '../../domain/conversations/outcomes.ts'
import type { Channel } from '../../domain/contacts/contact.ts'
import type { Secrecy } from '../../domain/contacts/secrecy.ts'
import type { DeskCallbackWords, DeskFigureWords } from './desk-callback-words.ts'
import type { PersonalTrace } from '../../domain/contacts/personal-traces.ts'

/** The texts of the desk; in Dutch only, the working language of the partnerships. */
export type DeskWords = {
  /** A calendar day in writing: "24 december 2026". */
  day(day: Day): string
  /** A moment in writing: "vandaag om 10.12 uur". */
  moment(at: WallMoment): string
  title: string
  signIn: string
  signInHelp: string
  /** On every screen, when the session of a worker who had signed in has ended. */
  sessionEnded: string
  signInAgain: string
  notSignedIn: string
  signedInAsSomebodyElse(owner: string): string
  signOut: string
  signedInAs(name: string): string
  notAWorker: string
  otherWorker: string
  loading: string
  tryAgain: string
  copied: string
  notCopied: string
  offline: string
  nav: { now: string; toFinish: string; families: string; line: string; roster: string; hours: string; callbacks: string; figures: string }
  channels: Record<Channel, string>
  now: {
    nothing: string
    /** For a worker who is not on duty now: the softphone gets no contacts. */
    notOnDuty(names: string): string
    nobodyOnDuty: string
    asBackup: string
    /** The name of the row of contacts, to switch between them. */
    contacts: string
    dismiss: string
    /** Several contacts are connected at once: for which one the desk shows the form. */
    severalLive(count: number, shown: string): string
    heading: string
    known: string
    channel: string
    municipality: string
    team: string
    noTeam: string
    referrer: string
    alias: string
    arrived: string
    unknown: string
    earlier: string
    noEarlier: string
    earlierNotGiven: string
    codeGiven: string
    codeLookUp: string
    codeField: string
    codeNotFound: string
    secrecy: Record<Secrecy, string>
  }
  callbacks: DeskCallbackWords
  figures: DeskFigureWords
  form: {
    heading: string
    guide: string
    help: string
    /** The steps of the conversation guide, in order (docs/sources.md 4.2). */
    steps: Record<'safety' | 'who' | 'worry' | 'tried' | 'family' | 'possible' | 'agreements' | 'end', string>
    danger: string
    dangers: Record<Danger, string>
    dangerAdvice: Record<Exclude<Danger, 'none'>, string>
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
    missingHeading: string
    missing: Record<MissingNote, string>
    /** In place of a note that was left empty. */
    nothingNoted: string
  }
  takeOn: {
    heading: string
    button: string
    worker: string
    you: string
    openCase: string
    places(free: number, of: number): string
    full: string
    needsReason: string
    reason: string
    lastPlaceGone: string
    takenOn(worker: string): string
    takenOnOverFull(worker: string): string
    already(worker: string): string
    needsConsent: string
    needsLog: string
  }
  toFinish: { heading: string; none: string; since: string; toTakeOn: string; open: string }
  families: {
    heading: string
    none: string
    referred: string
    perspectiveDue(day: Day): string
    conversation: string
    stage: string
    stages: Record<CaseStage, string>
    municipality: string
    overFull(reason: string): string
    back: string
  }
  line: {
    heading: string
    onDuty: string
    backup: string
    nobody: string
    open: string
    closed: string
    until(at: WallMoment): string
    opens(at: WallMoment): string
  }
}

/** Messages to a worker's telephone or mailbox. They hold the name of the region and no personal data. */
export type NoticeWords = {
  /** To the worker who gets a case. */
  caseTakenOn: string
  nobodyOnDuty(region: string): string
  nobodySignedIn(region: string): string
  /** `minutes` is null when it is not known. */
  waitingLong(region: string, minutes: number | null): string
  ringMissed(region: string): string
  /** Before an opening that is at risk; `minutes` is the time left. */
  openingAtRisk(region: string, minutes: number | null): string
  contactLost(region: string): string
  /** To the coordinator: a routing profile in Connect differed from the roster and was put back. */
  rosterDrift(region: string): string
  swapAsked(region: string): string
  /** To the worker who offered a turn: a colleague takes it and waits for agreement. */
  swapTaken(region: string): string
  swapAgreed(region: string): string
  turnChanged(region: string): string
  /** To the owner of a promised call, or else to those on duty; `minutes` is the time left. */
  promiseDue(region: string, minutes: number | null): string
  /** The promised time passed and nobody called. */
  promiseLate(region: string): string
  /** To the coordinator: a promise ended without a conversation. */
  promiseLost(region: string): string
  /** To the worker to whom a coordinator gave a promise. */
  promiseAssigned(region: string): string
  /** The number of further notices that do not fit in this message. */
  more(count: number): string
}
