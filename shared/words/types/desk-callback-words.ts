import type { Day, WallMoment } from '../../domain/time/brussels-time.ts'
import type { AttemptResult, CallbackReason, CallbackState } from '../../domain/callbacks/callback.ts'

type Promised = { from: WallMoment; by: WallMoment }

/** The call-back ledger as the duty worker reads it. */
export type DeskCallbackWords = {
  heading: string
  help: string
  none: string
  /** Beside the name of the tab. */
  tab(open: number): string
  openHeading: string
  withoutConsent: string
  withoutConsentHelp: string
  closedHeading: string
  closedNone: string
  /** After the newest, when there are older ones that are not shown. */
  andMore(count: number): string
  /** Who it is when she gave no name. */
  somebody: string
  from(municipality: string): string
  promised(promise: Promised): string
  late(promise: Promised): string
  noTimePromised: string
  broken: string
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
  /** Says who called and where to call back, and nothing of why: others may hear it. */
  message(given: { name: string; phone: string | null }): string
  attempts: string
  noAttempts: string
  attempt(given: { at: WallMoment; worker: string; result: AttemptResult }): string
  claim: string
  claimOf(who: string): string
  release: string
  releaseOf(who: string): string
  mine: string
  nobodyYet: string
  ownedBy(worker: string): string
  /** Whose it was, now that it may be taken over. */
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
  /** What changed, for whoever cannot see it change. */
  said: {
    more(open: number): string
    claimed(who: string): string
    claimedByOther(worker: string): string
    released(who: string): string
    noted(failed: number): string
    done: string
    notReached: string
    notYours: string
    closed: string
    seen: string
    promised: string
  }
  /** In "Now", above the talk that came of it. */
  nowHeading: string
  nowHelp: string
  back: string
}

/** What became of everybody who came in, for the coordinator. */
export type DeskFigureWords = {
  heading: string
  lost(count: number): string
  lostMeans(days: { from: Day; to: Day }): string
  became: string
  count: string
  rows: Record<'reached' | 'promised' | 'heardClosing' | 'leftByThemselves' | 'stillThere' | 'lost' | 'cameIn', string>
  promisedHeading: string
  promisedRows: Record<'open' | 'done' | 'notReached' | 'cameBack' | 'broken' | 'all', string>
  addsUp: string
  doesNotAddUp(given: { sum: number; of: number }): string
}
