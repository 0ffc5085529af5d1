import type { WorkerId } from '../../shared/domain/ids.ts'
import type { Notice } from '../../shared/storage/notices/notices.ts'
import type { Deps, WatchedLine } from './deps.ts'

/** Something that must be told now. */
export type Raised = { kind: Notice['kind']; to: readonly WorkerId[]; minutes: number | null }

// The same trouble is told once in ten minutes: often enough to be heard, seldom enough to be read.
const quietMinutes = 10

/** Lays what must be told in the outbox, once for each person, kind and ten minutes; says how many were new. */
export async function enqueueNoticeFor(
  deps: Pick<Deps, 'enqueueNotice'>,
  { region, at }: Pick<WatchedLine, 'region' | 'at'>,
  raised: readonly Raised[],
): Promise<number> {
  let fresh = 0
  for (const { kind, to, minutes } of raised) {
    for (const worker of to) {
      // One after another: two workers who missed a ring have the same backup, who is told once.
      const notice = { id: `${kind}-${worker}-${at.toISOString()}`, kind, region, worker, at, minutes }
      if ((await deps.enqueueNotice(notice, { of: `${kind}-${worker}`, minutes: quietMinutes })) === 'raised') fresh += 1
    }
  }
  return fresh
}
