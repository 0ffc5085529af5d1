import type { WallMoment } from '../../domain/time/brussels-time.ts'
import type { AgentNow } from '../../domain/line/line-watch.ts'
import type { OpeningCheck, OpeningCheckPart } from '../../domain/line/opening-check.ts'

type Verdict = OpeningCheck['parts'][OpeningCheckPart]

/** The state of the line: who is signed in, and the last check before an opening. */
export type DeskLineWords = {
  there: string
  /** Nobody is signed in to a softphone. */
  nobodyThere: string
  /** The line is open, and the roster has nobody for it. */
  nobodyOnDuty: string
  /** Workers who are on duty but not signed in to a softphone. */
  notThere(names: string): string
  states: Record<AgentNow['state'], string>
  waiting(count: number): string
  /** On every screen, one line for each who waits. */
  waitingHeading: string
  waitingFor(parts: { channel: string; who: string | null; minutes: number }): string
  /** Connect gave no answer. */
  notKnown: string
  opening: string
  noOpening: string
  allGood: string
  checked(opens: WallMoment, checked: WallMoment): string
  parts: Record<OpeningCheckPart, string>
  verdicts: Record<Verdict, string>
  /** What to do about a part that is not good. */
  remedies: Record<OpeningCheckPart, string>
}

/** The softphone check: microphone, sound and notifications. */
export type SoftphoneWords = {
  heading: string
  why: string
  failedBefore: string
  microphone: string
  tryMicrophone: string
  microphoneWorks: string
  microphoneRefused: string
  microphoneAbsent: string
  microphoneBusy: string
  /** Inside the Connect workspace the page may get no microphone; the worker then tests it in the softphone. */
  inWorkspace: string
  sound: string
  playTone: string
  heardTone: string
  heard: string
  notHeard: string
  notHeardHelp: string
  notifications: string
  notificationsAllowed: string
  notificationsRefused: string
  allowNotifications: string
  save: string
  /** Why the check cannot be saved yet. */
  tryFirst: string
  works: string
  fails: string
}
