import { type PromiseWarning, promiseWarning } from '../../shared/domain/callbacks/promise-warnings.ts'
import { openingAt } from '../../shared/domain/hours/opening-hours.ts'
import type { CallbackStore } from '../../shared/storage/callbacks/callbacks.ts'
import type { NoticeStore } from '../../shared/storage/notices/notices.ts'
import type { WatchedLine } from './deps.ts'
import { coordinatorsOf } from './line-people.ts'

/** What the watch over promises needs. */
export type PromiseDeps = { callbacks: Pick<CallbackStore, 'ofRegion' | 'sweep'>; enqueueNotice: NoticeStore['enqueueNotice'] }

// Longer than a warning can stay the same one, so that it is told once.
const markedMinutes = 5 * 24 * 60

/**
 * Warns of promises whose moment is near or past, and closes as lost those whose number is erased. The line may be closed: a promise has
 * its own hours. Returns how many notices were new.
 */
export async function watchPromises(deps: PromiseDeps, line: Omit<WatchedLine, 'inConnect'>): Promise<number> {
  const { region, at, roster } = line
  const known = { at, roster, isOpen: openingAt(line.hours, at).kind === 'open', coordinators: coordinatorsOf(line) }
  let raised = 0
  for (const { entry, numberUntil } of await deps.callbacks.ofRegion(region)) {
    // Told before it is closed: after a failure in between, the next run tells nothing twice and closes it.
    const warning = promiseWarning(entry, numberUntil, known)
    if (warning) raised += await tell(deps, line, warning)
    if (entry.state === 'open' || numberUntil !== null) await deps.callbacks.sweep({ region, id: entry.id })
  }
  return raised
}

async function tell(deps: PromiseDeps, { region, at }: Pick<WatchedLine, 'region' | 'at'>, warning: PromiseWarning): Promise<number> {
  const { kind, callback, to, minutes, mark } = warning
  let fresh = 0
  for (const worker of to) {
    const of = `${kind}-${callback}-${worker}-${mark}`
    const notice = { id: `${of}-${at.toISOString()}`, kind, region, worker, at, minutes }
    if ((await deps.enqueueNotice(notice, { of, minutes: markedMinutes })) === 'raised') fresh += 1
  }
  return fresh
}
