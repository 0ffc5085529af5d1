import { addMonths, type Day, dayOf } from '../time/brussels-time.ts'
import type { CaseId, ConversationId, RegionId, TeamId, WorkerId } from '../ids.ts'

/** How far a family's trajectory has come. */
export type CaseStage = 'taken-on' | 'perspective-given' | 'in-trajectory' | 'closed'

/** A case: from the referral until the family goes on with its own network. */
export type Case = {
  id: CaseId
  region: RegionId
  team: TeamId | null
  worker: WorkerId
  conversation: ConversationId
  municipality: string | null
  stage: CaseStage
  /** When the referrer reached the line. The month for the perspective talk starts here, not at the taking on. */
  referredAt: Date
  takenOnAt: Date
  /** Why the case was taken on above a full caseload; null when there was a free place. */
  overCapacityReason: string | null
}

/**
 * The last day for the perspective talk, one calendar month after the referral: "binnen de maand na aanmelding" (docs/sources.md 2.3).
 * Holidays do not extend it.
 * @example perspectiveTalkDue(new Date('2026-01-31T10:00:00Z')) // '2026-02-28'
 */
export function perspectiveTalkDue(referredAt: Date): Day {
  return addMonths(dayOf(referredAt), 1)
}

/** A step of a worker in a case. */
export type CaseStep = 'hold-perspective-talk' | 'log-weekly-contact' | 'close'

const allowedIn = {
  'hold-perspective-talk': ['taken-on'],
  'log-weekly-contact': ['taken-on', 'perspective-given', 'in-trajectory'],
  close: ['taken-on', 'perspective-given', 'in-trajectory'],
} as const satisfies Record<CaseStep, readonly CaseStage[]>

/** Whether a step is allowed in a stage; the button, the API and the reminder all use this rule. */
export function mayStep(step: CaseStep, stage: CaseStage): boolean {
  const stages: readonly CaseStage[] = allowedIn[step]
  return stages.includes(stage)
}
