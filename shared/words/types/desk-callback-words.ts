import type { Day, WallMoment } from '../../domain/time/brussels-time.ts'
import type { AttemptResult, CallbackReason, CallbackState, ClosingReason } from '../../domain/callbacks/callback.ts'
import type { WaitReason } from '../../domain/callbacks/attempts.ts'
import type { LossReason } from '../../domain/callbacks/promise-loss.ts'

type Promised = { from: WallMoment; by: WallMoment }

/** The call-back ledger at the desk. */
export type DeskCallbackWords = {
  heading: string
  help: string
  none: string
  /** Next to the name of the tab: the number of open entries. */
  tab(open: number): string
  /** In red after it: how many promises are late, or were lost today. */
  alarm(count: number): string
  openHeading: string
  withoutConsent: string
  withoutConsentHelp: string
  closedHeading: string
  closedNone: string
  /** After the newest entries, when older ones are not shown. */
  andMore(count: number): string
  /** The button that shows the next older entries of those who left no number. */
  showOlder: string
  /** In place of a name when the referrer gave none. */
  somebody: string
  from(municipality: string): string
  promised(promise: Promised): string
  late(promise: Promised): string
  /** In front of the promised time, when it is almost over. */
  soon: string
  noTimePromised: string
  lost: Record<LossReason, string>
  lostAt(at: WallMoment): string
  assignTo: string
  assignChoose: string
  assign: string
  settleWhy: string
  settles: Record<ClosingReason, string>
  settle: string
  settledBy(given: { by: string; why: ClosingReason }): string
  asked: string
  why: string
  reasons: Record<CallbackReason, string>
  channel: string
  channels: Record<'phone' | 'chat' | 'form', string>
  language: string
  languages: Record<'nl' | 'fr' | 'en', string>
  othersMayAnswer: string
  othersMayNot: string
  messageAllowed: string
  messageNotAllowed: string
  /** A message for whoever answers or for voicemail: who called and where to call back, but not why, because others may hear it. */
  message(given: { name: string; phone: string | null }): string
  attempts: string
  noAttempts: string
  attempt(given: { at: WallMoment; worker: string; result: AttemptResult; undone: boolean }): string
  /** When the next attempt is wise, and why it had better wait. */
  next: Record<WaitReason, (from: WallMoment) => string>
  undo: string
  undoOf(who: string): string
  claim: string
  claimOf(who: string): string
  release: string
  releaseOf(who: string): string
  mine: string
  nobodyYet: string
  ownedBy(worker: string): string
  /** The earlier owner of an entry that may be taken over. */
  leftBy(worker: string): string
  takeOver: string
  takeOverOf(who: string): string
  number: string
  numberErased: string
  call: string
  showsNumberOf(region: string): string
  copy: string
  outsideWorkspace: string
  dialling: string
  notDialled: string
  result: string
  results: Record<AttemptResult, string>
  seen: string
  seenOf(who: string): string
  states: Record<Exclude<CallbackState, 'open'>, string>
  closedAt(at: WallMoment): string
  /** Announcements for screen readers when the list changes. */
  said: {
    more(open: number): string
    claimed(who: string): string
    claimedByOther(worker: string): string
    released(who: string): string
    /** `counted`: how many failed attempts count so far. */
    noted(counted: number): string
    done: string
    notReached: string
    notYours: string
    closed: string
    seen: string
    promised: string
    assigned(who: string, worker: string): string
    settled: string
    undone: string
    tooLate: string
    nothingPromised: string
  }
  /** On the page "Now", above the conversation that followed the call. */
  nowHeading: string
  nowHelp: string
  back: string
}

/** What became of all contacts, for the coordinator. */
export type DeskFigureWords = {
  heading: string
  lost(count: number): string
  lostMeans(days: { from: Day; to: Day }): string
  /** Above the list of lost promises, each with its day and reason. */
  lossesHeading: string
  loss(given: { on: Day; why: LossReason }): string
  became: string
  count: string
  rows: Record<'reached' | 'promised' | 'heardClosing' | 'leftByThemselves' | 'stillThere' | 'unrecorded' | 'cameIn', string>
  promisedHeading: string
  promisedRows: Record<'open' | 'done' | 'cameBack' | 'neverCalled' | 'notReached' | 'givenUp' | 'all', string>
  addsUp: string
  /** Starts of chats that were refused. */
  refused(counts: { tooBusy: number; unproven: number }): string
  doesNotAddUp(given: { sum: number; of: number }): string
}
