import type { Day, WallMoment } from '../../domain/time/brussels-time.ts'
import type { CaseStage } from '../../domain/cases/case.ts'
import type { Channel } from '../../domain/contacts/contact.ts'
import type { Secrecy } from '../../domain/contacts/secrecy.ts'
import type { DeskCallbackWords, DeskFigureWords } from './desk-callback-words.ts'
import type { DeskFormWords } from './desk-form-words.ts'

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
    /** An earlier conversation with the same telephone number only: it may be of somebody else. */
    maybe: string
    maybeHelp: string
    isSame: string
    isOther: string
    /** The question about a promise to the same telephone number; `at` is when it was promised. */
    promiseHeading: string
    promiseAsked(at: WallMoment): string
    promiseHelp: string
    promiseIsSame: string
    promiseIsOther: string
    promiseSettled: string
    promiseStays: string
    secrecy: Record<Secrecy, string>
  }
  callbacks: DeskCallbackWords
  figures: DeskFigureWords
  form: DeskFormWords
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
    familyDeclines: string
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
