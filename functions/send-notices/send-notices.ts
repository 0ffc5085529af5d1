import type { Notice, NoticeStore } from '../../shared/storage/notices.ts'
import type { WorkerStore } from '../../shared/storage/workers.ts'
import { noticesNl } from '../../shared/words/nl-notices.ts'
import type { NoticeWords } from '../../shared/words/words.ts'
import { nameOf, type Visit } from '../door.ts'

export type Tools = {
  due: NoticeStore['due']
  sent: NoticeStore['sent']
  workerOf: WorkerStore['workerOf']
  publish(notice: { to: string; text: string }): Promise<void>
}

const wordOf = { 'case-taken-on': 'caseTakenOn' } as const satisfies Record<Notice['kind'], keyof NoticeWords>

/** Sends what lies in the outbox. What cannot leave now stays there for the next time; what left is noted at once. */
export async function sendNotices(tools: Tools, visit: Visit): Promise<{ sent: number; kept: number }> {
  const outcome = { sent: 0, kept: 0 }
  for (const notice of await tools.due()) {
    try {
      const worker = await tools.workerOf(notice.region, notice.worker)
      if (worker) await tools.publish({ to: worker.noticeAddress, text: noticesNl[wordOf[notice.kind]] })
      await tools.sent(notice)
      outcome.sent += 1
    } catch (error) {
      // One notice that does not leave must not hold back the others.
      outcome.kept += 1
      visit.errorName = nameOf(error)
    }
  }
  visit.kind = outcome.kept > 0 ? 'sent-in-part' : outcome.sent > 0 ? 'sent' : 'nothing-due'
  return outcome
}
