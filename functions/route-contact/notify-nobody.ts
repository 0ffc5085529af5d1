import type { RegionId } from '../../shared/domain/ids.ts'
import type { NoticeStore } from '../../shared/storage/notices/notices.ts'
import type { WorkerStore } from '../../shared/storage/workers/workers.ts'
import { nameOf, type Visit, within } from '../lambda.ts'

export type TellTools = { workersIn: WorkerStore['inRegion']; raise: NoticeStore['raise'] }

const budgetMilliseconds = 1_400
// As the watch over the line counts: whoever of the two sees it first tells it, and it is told once.
const quietMinutes = 10

/**
 * Tells the coordinators at once that somebody came while nobody has the line. Nobody is backup then, so there is nobody else to ask. The
 * referrer is not kept waiting for it: what fails here, the watch over the line tells within the minute.
 */
export async function tellNobodyOnDuty(tools: TellTools, { region, at }: { region: RegionId; at: Date }, visit: Visit): Promise<void> {
  const tell = async () => {
    const workers = await tools.workersIn(region)
    const kind = 'nobody-on-duty'
    const raised = workers
      .filter(({ role }) => role === 'coordinator')
      .map(({ id: worker }) => {
        const notice = { id: `${kind}-${worker}-${at.toISOString()}`, kind, region, worker, at, minutes: null } as const
        return tools.raise(notice, { of: `${kind}-${worker}`, minutes: quietMinutes })
      })
    await Promise.all(raised)
  }
  try {
    await within(budgetMilliseconds, tell())
  } catch (error) {
    visit.errorName = nameOf(error)
  }
}
