import type { Presence } from '../../shared/connect/presence.ts'
import type { RegionId } from '../../shared/domain/ids.ts'

// Connect's own counts lag by some seconds, so a short cache loses nothing, and many visitors at once cost one request to Connect.
const cacheMilliseconds = 4_000

type Cached = { at: number; presence: Promise<Presence> }

/**
 * Caches Connect's answer per region for four seconds, in the memory of this function instance. The answer that nobody is there is not
 * cached.
 */
export function cachedPresence(ask: (region: RegionId) => Promise<Presence>, now: () => Date): (region: RegionId) => Promise<Presence> {
  const cached = new Map<RegionId, Cached>()
  return (region) => {
    const at = now().getTime()
    const before = cached.get(region)
    if (before && at >= before.at && at - before.at < cacheMilliseconds) return before.presence
    const presence = ask(region)
    cached.set(region, { at, presence })
    // A worker who signs in must be seen at the next request.
    void presence.then((seen) => seen.kind === 'known' && seen.staffed === 0 && cached.delete(region))
    return presence
  }
}
