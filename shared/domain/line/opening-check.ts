import type { WorkerId } from '../ids.ts'
import { nextOpening } from '../hours/opening-hours.ts'
import type { OpeningHours } from '../regions/region.ts'

/** The parts of a check before a line opens. */
export const openingChecks = ['on-duty', 'signed-in', 'softphone', 'hours', 'contact'] as const
/** One of `openingChecks`. */
export type OpeningCheckPart = (typeof openingChecks)[number]

/** How a line stood shortly before it opened: each part is good, not good, or not known yet. */
export type OpeningCheck = { opensAt: Date; checkedAt: Date; parts: Record<OpeningCheckPart, 'good' | 'not-good' | 'not-yet'> }

/** Who can be notified that an opening is at risk. */
export type RecipientsOfRisk = { first: readonly WorkerId[]; backup: readonly WorkerId[]; coordinators: readonly WorkerId[] }

// With ten minutes left a worker on duty who is notified can still be at work in time; earlier, being absent is normal.
const checkedMinutesBefore = 10
const coordinatorMinutesBefore = 5

/** The opening to check now: the one in at most ten minutes, or null. */
export function openingToCheck(hours: OpeningHours, at: Date): Date | null {
  const opensAt = nextOpening(hours, at)
  if (opensAt === null) return null
  return minutesUntil(opensAt, at) <= checkedMinutesBefore ? opensAt : null
}

/** The parts that are not good, in order; parts not known yet count as not good from five minutes before the opening. */
export function problemsOfOpening(check: OpeningCheck): OpeningCheckPart[] {
  const isLate = minutesUntil(check.opensAt, check.checkedAt) <= coordinatorMinutesBefore
  return openingChecks.filter((part) => check.parts[part] === 'not-good' || (isLate && check.parts[part] === 'not-yet'))
}

/** Whom to notify of an opening at risk: those on duty and backup, and from five minutes before the opening the coordinators too. */
export function recipientsOfOpening(check: OpeningCheck, { first, backup, coordinators }: RecipientsOfRisk): WorkerId[] {
  if (problemsOfOpening(check).length === 0) return []
  const near = [...first, ...backup]
  const isLate = minutesUntil(check.opensAt, check.checkedAt) <= coordinatorMinutesBefore
  // With an empty roster only the coordinators are left to notify.
  return [...new Set(isLate || near.length === 0 ? [...near, ...coordinators] : near)]
}

function minutesUntil(moment: Date, at: Date): number {
  return (moment.getTime() - at.getTime()) / 60_000
}
