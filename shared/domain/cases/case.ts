import { addMonths, type Day, dayOf } from '../time/brussels-time.ts'
import type { CaseId, ConversationId, RegionId, TeamId, WorkerId } from '../ids.ts'

/** Where a family stands on its way. */
export type CaseStage = 'taken-on' | 'perspective-given' | 'in-trajectory' | 'closed'

/** A question taken on: from the referral until the family goes on with its own network. */
export type Case = {
  id: CaseId
  region: RegionId
  team: TeamId | null
  worker: WorkerId
  conversation: ConversationId
  municipality: string | null
  stage: CaseStage
  /** The moment the referrer reached the line: the month to the perspective talk runs from here, not from the taking on. */
  referredAt: Date
  takenOnAt: Date
  /** Why the case came on top of a full caseload; null when there was a place. */
  overCapacityReason: string | null
}

/**
 * Last day for the perspective-offering talk: "binnen de maand na aanmelding" ("1Gezin 1Plan", Oost-Brabant, docs/sources.md 2.3). Holidays do not stop the month.
 * @example perspectiveTalkDue(31 January 2026) // '2026-02-28'
 */
export function perspectiveTalkDue(referredAt: Date): Day {
  return addMonths(dayOf(referredAt), 1)
}

/** Something a worker does in a case. */
export type CaseStep = 'hold-perspective-talk' | 'log-weekly-contact' | 'close'

const allowedIn = {
  'hold-perspective-talk': ['taken-on'],
  'log-weekly-contact': ['taken-on', 'perspective-given', 'in-trajectory'],
  close: ['taken-on', 'perspective-given', 'in-trajectory'],
} as const satisfies Record<CaseStep, readonly CaseStage[]>

/** Whether a step fits a case's stage: the button, the door and the reminder ask this same question. */
export function mayStep(step: CaseStep, stage: CaseStage): boolean {
  const stages: readonly CaseStage[] = allowedIn[step]
  return stages.includes(stage)
}
