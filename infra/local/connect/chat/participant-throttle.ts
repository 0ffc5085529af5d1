// Requests a second and the burst on top of it, after the service's published throttling quotas. The service counts per account; counting per
// participant keeps one runaway page from hiding behind the others and lets many tests run at once.
const rates: Record<string, { perSecond: number; burst: number }> = {
  '/participant/connection': { perSecond: 6, burst: 9 },
  '/participant/message': { perSecond: 10, burst: 15 },
  '/participant/event': { perSecond: 10, burst: 15 },
  '/participant/transcript': { perSecond: 8, burst: 12 },
  '/participant/disconnect': { perSecond: 3, burst: 5 },
}

/** A bucket per caller and operation, filled in real time. */
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
