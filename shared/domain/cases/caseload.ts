/** What one worker carries now. `share` is the fraction of full time, 0.5 for half-time. */
export type Caseload = { share: number; familiesPerFullTimer: number; families: number }

/** Whether one more family can be taken on. */
export type TakingOn = { kind: 'may-take-on'; placesLeft: number } | { kind: 'needs-reason'; families: number; places: number }

/**
 * How many families a worker has places for: ten for full time, five for half-time ("Wat zijn Plan-trekkers?", docs/sources.md 2.3).
 * @example placesOf({ share: 0.5, familiesPerFullTimer: 10, families: 0 }) // 5
 */
export function placesOf(caseload: Caseload): number {
  return Math.round(caseload.share * caseload.familiesPerFullTimer)
}

/** Free places now; 0 for a caseload that is full or over full. */
export function freePlaces(caseload: Caseload): number {
  return Math.max(0, placesOf(caseload) - caseload.families)
}

/** Whether one more family can be taken on. A full caseload asks for a reason and is never refused (docs/sources.md 2.3, fact 5). */
export function weighTakingOn(caseload: Caseload, reason: string | null): TakingOn {
  const free = freePlaces(caseload)
  if (free > 0) return { kind: 'may-take-on', placesLeft: free - 1 }
  if (reason !== null && reason.trim() !== '') return { kind: 'may-take-on', placesLeft: 0 }
  return { kind: 'needs-reason', families: caseload.families, places: placesOf(caseload) }
}
