import type { RegionId } from '../../shared/domain/ids.ts'
import type { NoticeStore } from '../../shared/storage/notices/notices.ts'
import type { WorkerStore } from '../../shared/storage/workers/workers.ts'
import { nameOf, type RequestLog, withTimeout } from '../lambda.ts'

export type TellDeps = { workersIn: WorkerStore['inRegion']; enqueueNotice: NoticeStore['enqueueNotice'] }

const budgetMilliseconds = 1_400
// As the watch over the line counts: whoever of the two sees it first tells it, and it is told once.
const quietMinutes = 10

/**
 * Tells the coordinators at once that somebody came while nobody has the line. Nobody is backup then, so there is nobody else to ask. The
 * referrer is not kept waiting for it: what fails here, the watch over the line tells within the minute.
 */
export async function notifyNobodyOnDuty(
  deps: TellDeps,
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
