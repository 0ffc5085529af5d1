import type { DeskCallback } from '../../../shared/contracts/callbacks/callbacks.ts'
import { countedFailures, mayUndo, type NextAttempt, nextAttempt } from '../../../shared/domain/callbacks/attempts.ts'
import { isLate, mayTakeOver } from '../../../shared/domain/callbacks/callback-rules.ts'
import { lossOf } from '../../../shared/domain/callbacks/promise-loss.ts'
import { isDueSoon } from '../../../shared/domain/callbacks/promise-warnings.ts'
import type { OpeningHours } from '../../../shared/domain/regions/region.ts'
import { wallMomentOf } from '../../../shared/domain/time/brussels-time.ts'
import type { Callback } from '../../../shared/storage/callbacks/callback-items.ts'
import { hasNumber } from '../../../shared/storage/callbacks/callbacks.ts'
import { type Desk, namesIn } from '../desk/deps.ts'

/** What an entry is shown with: the names of workers, and the opening hours for the next attempt. */
type Around = { names: ReadonlyMap<string, string>; hours: OpeningHours }

/** An entry as the desk shows it. */
export async function deskCallback(desk: Desk, callback: Callback): Promise<DeskCallback> {
  return inWords(desk, callback, await aroundOf(desk))
}

/** Reads what entries are shown with. */
export async function aroundOf(desk: Desk): Promise<Around> {
  const [names, hours] = await Promise.all([namesIn(desk), desk.hours.hoursOf(desk.worker.region)])
  return { names, hours }
}

/** An entry as the desk shows it, with what was read before. */
export function inWords(desk: Desk, callback: Callback, { names, hours }: Around): DeskCallback {
  const now = desk.now()
  const { entry } = callback
  const { id, reason, channel, consent, alias, referrerType, municipality, language, state, promise, owner } = entry
  const next: NextAttempt = state === 'open' ? nextAttempt(entry, hours, now) : { kind: 'now' }
  const loss = lossOf(entry, callback.numberUntil, now)
  const named = (worker: string) => names.get(worker) ?? worker
  return {
    id,
    reason,
    channel,
    asked: wallMomentOf(entry.askedAt, now),
    promise: promise && { from: wallMomentOf(promise.from, now), by: wallMomentOf(promise.by, now) },
    consent,
    alias,
    referrerType,
    municipality,
    language,
    owner: owner && { id: owner, name: named(owner) },
    mayTakeOver: mayTakeOver(entry, now),
    attempts: entry.attempts.map(({ at, worker, result, undoneAt }) => ({
      at: wallMomentOf(at, now),
      worker: named(worker),
      result,
      undone: undoneAt !== null,
    })),
    next: next.kind === 'now' ? null : { from: wallMomentOf(next.from, now), why: next.why },
    mayUndo: mayUndo(entry, desk.worker.id, now),
    counted: countedFailures(entry).length,
    state,
    closed: entry.closedAt && wallMomentOf(entry.closedAt, now),
    hasNumber: hasNumber(callback, now),
    soon: isDueSoon(entry, now),
    late: isLate(entry, now),
    loss: loss && { at: wallMomentOf(loss.at, now), why: loss.why },
    closing: entry.closing && { by: named(entry.closing.by), why: entry.closing.why },
  }
}
