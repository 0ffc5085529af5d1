import type { WorkerId } from '../../../shared/domain/ids.ts'
import type { NoticeKind } from '../../../shared/storage/notices/notices.ts'
import type { Desk } from './deps.ts'

/**
 * Starts the function that copies a change to Connect. false = it could not be started; it then runs by its schedule, within five minutes.
 */
export async function startNow(desk: Desk, name: 'apply-roster' | 'apply-hours'): Promise<boolean> {
  return (await desk.runNow(name, desk.worker.region)).kind === 'asked'
}

type Notification = { id: string; kind: NoticeKind; to: readonly WorkerId[] }

/** Enqueues a notice for each of these workers, except the signed-in worker, who made the change. */
export async function notify(desk: Desk, { id, kind, to }: Notification): Promise<void> {
  const { id: me, region } = desk.worker
  const others = [...new Set(to)].filter((worker) => worker !== me)
  await Promise.all(
    others.map((worker) =>
      desk.notices.enqueueNotice({ id: `${id}-${worker}-${kind}`, kind, region, worker, at: desk.now(), minutes: null }),
    ),
  )
}
