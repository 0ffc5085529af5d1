import type { RegionId } from '../../shared/domain/ids.ts'
import type { NoticeStore } from '../../shared/storage/notices/notices.ts'
import type { WorkerStore } from '../../shared/storage/workers/workers.ts'
import { nameOf, type RequestLog, withTimeout } from '../lambda.ts'

/** What telling the coordinators needs. */
export type NotifyDeps = { workersIn: WorkerStore['inRegion']; enqueueNotice: NoticeStore['enqueueNotice'] }

const budgetMilliseconds = 1_400
// The same interval and key as `watch-line`: whichever of the two notices it first, the coordinators get one notice.
const quietMinutes = 10

/**
 * Tells the coordinators at once that a contact arrived while nobody is on duty or backup. Failures are only logged, so that the caller is
 * not kept waiting: `watch-line` sends the same notice within a minute.
 */
export async function notifyNobodyOnDuty(
  deps: NotifyDeps,
  { region, at }: { region: RegionId; at: Date },
  requestLog: RequestLog,
): Promise<void> {
  const enqueue = async () => {
    const workers = await deps.workersIn(region)
    const kind = 'nobody-on-duty'
    const raised = workers
      .filter(({ role }) => role === 'coordinator')
      .map(({ id: worker }) => {
        const notice = { id: `${kind}-${worker}-${at.toISOString()}`, kind, region, worker, at, minutes: null } as const
        return deps.enqueueNotice(notice, { of: `${kind}-${worker}`, minutes: quietMinutes })
      })
    await Promise.all(raised)
  }
  try {
    await withTimeout(budgetMilliseconds, enqueue())
  } catch (error) {
    requestLog.errorName = nameOf(error)
  }
}
