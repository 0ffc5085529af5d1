/** The starts of one region's chats in the minute that is running and in the one before. */
export type StartCounts = { before: number; current: number }

/** What the quotas allow. */
export const startLimits = {
  /** Connect's own limit for an account: so many starts a second of all regions together, and so many at once. */
  aSecond: 5,
  atOnce: 8,
  /** Of those at once, kept for regions that use little: a region takes from it only with its first few starts of a minute. */
  reserved: 3,
  firstOfRegion: 10,
  /** In a minute. Below what one region can take, so that one school's page leaves room for the region's other schools. */
  ofSchool: 200,
  /** For one browser, in an hour. */
  ofDeviceAnHour: 10,
  /** Chats of one region that wait at the same moment. Connect holds five hundred for all regions. */
  waitingOfRegion: 300,
} as const

/** The work at the highest load: each part of the proof is a hash that begins with this many zero bits. */
export const workAtFlood = 17

const minuteMilliseconds = 60_000

// Twenty contacts a day are usual for a region: ten starts in one minute is far above that, and still asks no work. `easier` is by how many
// bits the work is smaller than at flood; each bit halves it.
const steps = [
  { upTo: 30, easier: 5 },
  { upTo: 60, easier: 4 },
  { upTo: 120, easier: 3 },
  { upTo: 200, easier: 2 },
] as const
const calmUpTo = 10

/** How many starts the last minute had: of the minute before, the part that lies within the last sixty seconds counts. */
export function loadOf({ before, current }: StartCounts, now: Date): number {
  return current + carriedOver(before, now)
}

/** The zero bits that a start must show at this load; 0 = no work. */
export function workFor(load: number, atFlood: number): number {
  if (load < calmUpTo) return 0
  const step = steps.find(({ upTo }) => load < upTo)
  return Math.max(1, atFlood - (step?.easier ?? 0))
}

/**
 * How many starts the running minute may have had for a start with this work; null = any number. A ticket that was got in a calm moment is
 * therefore worth little in a flood.
 */
export function startsAllowedFor(bits: number, { before, atFlood, now }: { before: number; atFlood: number; now: Date }): number | null {
  if (bits >= atFlood) return null
  const reached = steps.findLast(({ easier }) => bits >= Math.max(1, atFlood - easier))
  return (reached?.upTo ?? calmUpTo) - carriedOver(before, now)
}

/** How many starts of all regions may be under way at once for one more of a region that had `ofRegion` in this minute, this one included. */
export function startsAtOnceFor(ofRegion: number): number {
  return ofRegion <= startLimits.firstOfRegion ? startLimits.atOnce : startLimits.atOnce - startLimits.reserved
}

function carriedOver(before: number, now: Date): number {
  const left = 1 - (now.getTime() % minuteMilliseconds) / minuteMilliseconds
  return Math.floor(before * left)
}
