import type { Presence } from '../../shared/connect/presence.ts'
import type { RegionId } from '../../shared/domain/ids.ts'

// Connect's own counts lag by some seconds, so a short cache loses nothing, and many visitors at once cost one request to Connect.
const knownMilliseconds = 4_000

// Shorter: a worker who signs in opens the line, and nobody should be turned away for long after that.
const nobodyMilliseconds = 2_000

// Longer: Connect refuses because too much was asked, and `watch-line` asks from the same quota.
const failedMilliseconds = 5_000

type Cached = { at: number; keptMilliseconds: number; presence: Promise<Presence> }

/**
 * Caches Connect's answer per region for some seconds, in the memory of this function instance, whatever the answer is: when nobody is there
 * or Connect refuses, many visitors must not spend the requests that others need.
 */
export function cachedPresence(ask: (region: RegionId) => Promise<Presence>, now: () => Date): (region: RegionId) => Promise<Presence> {
  const cached = new Map<RegionId, Cached>()
  return (region) => {
    const at = now().getTime()
    const before = cached.get(region)
    if (before && at >= before.at && at - before.at < before.keptMilliseconds) return before.presence
    const entry: Cached = { at, keptMilliseconds: failedMilliseconds, presence: ask(region) }
    cached.set(region, entry)
    void entry.presence.then((seen) => {
      entry.keptMilliseconds = millisecondsFor(seen)
    })
    return entry.presence
  }
}

function millisecondsFor(seen: Presence): number {
  if (seen.kind === 'not-known') return failedMilliseconds
  return seen.staffed === 0 ? nobodyMilliseconds : knownMilliseconds
}
