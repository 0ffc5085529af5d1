import type { RegionId } from '../../shared/domain/ids.ts'
import type { StartCounts } from '../../shared/domain/line/start-load.ts'

const cacheMilliseconds = 1_000

type Cached = { at: number; counts: Promise<StartCounts> }

/** Caches a region's counts of starts for a second, in the memory of this function instance, so that many visitors cost one reading. */
export function cachedStarts(
  read: (region: RegionId) => Promise<StartCounts>,
  now: () => Date,
): (region: RegionId) => Promise<StartCounts> {
  const cached = new Map<RegionId, Cached>()
  return (region) => {
    const at = now().getTime()
    const before = cached.get(region)
    if (before && at >= before.at && at - before.at < cacheMilliseconds) return before.counts
    const counts = read(region)
    cached.set(region, { at, counts })
    // A failed read is not cached.
    counts.catch(() => cached.delete(region))
    return counts
  }
}
