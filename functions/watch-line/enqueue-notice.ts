import type { WorkerId } from '../../shared/domain/ids.ts'
import type { Notice } from '../../shared/storage/notices/notices.ts'
import type { Deps, WatchedLine } from './deps.ts'

/** A notice to enqueue for several workers; `minutes` is what the text mentions, null for none. */
export type EnqueuedNotice = { kind: Notice['kind']; to: readonly WorkerId[]; minutes: number | null }

// The same problem is notified once in ten minutes: often enough to be noticed, rarely enough to be read.
const quietMinutes = 10

/** Puts notices in the outbox, at most one per worker and kind in ten minutes; returns how many were new. */
export async function enqueueNoticeFor(
  deps: Pick<Deps, 'enqueueNotice'>,
  { region, at }: Pick<WatchedLine, 'region' | 'at'>,
  raised: readonly EnqueuedNotice[],
): Promise<number> {
  let fresh = 0
  for (const { kind, to, minutes } of raised) {
    for (const worker of to) {
      // One after another, not in parallel: two missed rings share one backup worker, who must get one notice.
      const notice = { id: `${kind}-${worker}-${at.toISOString()}`, kind, region, worker, at, minutes }
      if ((await deps.enqueueNotice(notice, { of: `${kind}-${worker}`, minutes: quietMinutes })) === 'raised') fresh += 1
    }
  }
  return fresh
}
