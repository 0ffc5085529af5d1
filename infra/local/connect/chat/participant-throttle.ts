// Requests a second and burst, from the service's published quotas. The service counts per account; counting per participant here lets many
// tests run at once and makes one page that sends too much visible.
const rates: Record<string, { perSecond: number; burst: number }> = {
  '/participant/connection': { perSecond: 6, burst: 9 },
  '/participant/message': { perSecond: 10, burst: 15 },
  '/participant/event': { perSecond: 10, burst: 15 },
  '/participant/transcript': { perSecond: 8, burst: 12 },
  '/participant/disconnect': { perSecond: 3, burst: 5 },
}

/** A token bucket for each caller and operation, refilled in real time. */
export function createThrottle(): { admits(caller: string, path: string): boolean } {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    admits: (caller, path) => {
      const { perSecond, burst } = rates[path] ?? { perSecond: 10, burst: 15 }
      const now = performance.now()
      const bucket = buckets.get(caller) ?? { left: burst, at: now }
      bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond)
      bucket.at = now
      buckets.set(caller, bucket)
      if (bucket.left < 1) return false
      bucket.left -= 1
      return true
    },
  }
}
