import type { Presence } from '../../shared/connect/presence.ts'
import type { RegionId } from '../../shared/domain/ids.ts'

// Connect's own counts are some seconds behind, and many who open the chat at once are one question.
const keptMilliseconds = 4_000

type Kept = { at: number; presence: Promise<Presence> }

/** Asks who is there, and keeps the answer for some seconds as long as this function is warm; that nobody is there is asked each time. */
export function cachedPresence(ask: (region: RegionId) => Promise<Presence>, now: () => Date): (region: RegionId) => Promise<Presence> {
  const kept = new Map<RegionId, Kept>()
  return (region) => {
    const at = now().getTime()
    const before = kept.get(region)
    if (before && at >= before.at && at - before.at < keptMilliseconds) return before.presence
    const presence = ask(region)
    kept.set(region, { at, presence })
    // Whoever signs in now is there at once.
    void presence.then((seen) => seen.kind === 'known' && seen.staffed === 0 && kept.delete(region))
    return presence
  }
}
