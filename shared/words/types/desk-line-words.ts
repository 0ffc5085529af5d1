import type { WallMoment } from '../../domain/time/brussels-time.ts'
import type { AgentNow } from '../../domain/line/line-watch.ts'
import type { OpeningCheck, OpeningCheckPart } from '../../domain/line/opening-check.ts'

type Verdict = OpeningCheck['parts'][OpeningCheckPart]

/** How the line stands: who is there, and how its last opening was looked at. */
export type DeskLineWords = {
  there: string
  /** Nobody is signed in to a softphone. */
  nobodyThere: string
  /** The line is open, and the roster has nobody for it. */
  nobodyOnDuty: string
  /** Somebody has the line, and is not signed in to a softphone. */
  notThere(names: string): string
  states: Record<AgentNow['state'], string>
  waiting(count: number): string
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

/** "Check your softphone": the microphone, the sound, and whether a message may pop up. */
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
  /** In the workspace the page itself may get no microphone; then she says it of the softphone. */
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
  /** Why it cannot be saved yet. */
  tryFirst: string
  works: string
  fails: string
}
