import type { Presence } from '../../shared/connect/presence.ts'
import type { RegionId } from '../../shared/domain/ids.ts'

// Connect's own counts are some seconds behind, and many who open the chat at once are one question.
const keptMilliseconds = 4_000

type Cached = { at: number; presence: Promise<Presence> }

/** Asks who is there, and keeps the answer for some seconds as long as this function is warm; that nobody is there is asked each time. */
export function cachedPresence(ask: (region: RegionId) => Promise<Presence>, now: () => Date): (region: RegionId) => Promise<Presence> {
  const cached = new Map<RegionId, Cached>()
  return (region) => {
    const at = now().getTime()
    const before = cached.get(region)
    if (before && at >= before.at && at - before.at < keptMilliseconds) return before.presence
    const presence = ask(region)
    cached.set(region, { at, presence })
    // Whoever signs in now is there at once.
    void presence.then((seen) => seen.kind === 'known' && seen.staffed === 0 && cached.delete(region))
    return presence
  }
}
