import type { WorkerId } from '../ids.ts'
import { nextOpening } from '../hours/opening-hours.ts'
import type { OpeningHours } from '../regions/region.ts'

/** What is looked at before a line opens. */
export const openingChecks = ['on-duty', 'signed-in', 'softphone', 'hours', 'contact'] as const
export type OpeningCheckPart = (typeof openingChecks)[number]

/** How a line stood shortly before it opened: each part is good, not good, or not known yet. */
export type OpeningCheck = { opensAt: Date; checkedAt: Date; parts: Record<OpeningCheckPart, 'good' | 'not-good' | 'not-yet'> }

/** Who is told that an opening is at risk. */
export type ToldOfRisk = { first: readonly WorkerId[]; backup: readonly WorkerId[]; coordinators: readonly WorkerId[] }

// Ten minutes are enough to wake somebody, and short enough that she who has the line can be at her place.
const checkedMinutesBefore = 10
const coordinatorMinutesBefore = 5

/** The opening that must be checked now: the one that comes within ten minutes, or null. */
export function openingToCheck(hours: OpeningHours, at: Date): Date | null {
  const opensAt = nextOpening(hours, at)
  if (opensAt === null) return null
  return minutesUntil(opensAt, at) <= checkedMinutesBefore ? opensAt : null
}

/** The parts that are not good, in their order; what is not known yet counts as not good once the coordinator is called in. */
export function problemsOfOpening(check: OpeningCheck): OpeningCheckPart[] {
  const isLate = minutesUntil(check.opensAt, check.checkedAt) <= coordinatorMinutesBefore
  return openingChecks.filter((part) => check.parts[part] === 'not-good' || (isLate && check.parts[part] === 'not-yet'))
}

/** Whom to tell about an opening at risk: first who has the line and who stands behind her, and from five minutes before the coordinator too. */
export function toldOfOpening(check: OpeningCheck, { first, backup, coordinators }: ToldOfRisk): WorkerId[] {
  if (problemsOfOpening(check).length === 0) return []
  const near = [...first, ...backup]
  const isLate = minutesUntil(check.opensAt, check.checkedAt) <= coordinatorMinutesBefore
  // With nobody in the roster there is nobody to wake but the coordinator.
  return [...new Set(isLate || near.length === 0 ? [...near, ...coordinators] : near)]
}

function minutesUntil(moment: Date, at: Date): number {
  return (moment.getTime() - at.getTime()) / 60_000
}
