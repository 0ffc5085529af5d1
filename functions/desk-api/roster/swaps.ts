import type { AskSwap, RosterChanged, SwapStep, TakeSwap } from '../../../shared/contracts/roster/roster-changes.ts'
import { ChangeId, SwapId } from '../../../shared/domain/ids.ts'
import {
  agreeSwap,
  askSwap,
  refuseSwap,
  type Swap,
  type SwapNow,
  type SwapOutcome,
  takeSwap,
  withdrawSwap,
} from '../../../shared/domain/roster/swap.ts'
import type { VersionedSwap } from '../../../shared/storage/roster/swaps.ts'
import { changeVersioned } from '../../../shared/storage/table/change-versioned.ts'
import { notFound } from '../../http-app.ts'
import { notify, startNow } from '../desk/publish-change.ts'
import type { Desk } from '../desk/deps.ts'

/** Offers a turn of the signed-in worker for a swap, to one colleague or to all (`to` null), and notifies them. */
export async function askForSwap(desk: Desk, { turn: { worker, ...turn }, to, wants }: AskSwap): Promise<RosterChanged> {
  if (worker !== desk.worker.id) return { kind: 'not-yours' }
  const { region, id: asker } = desk.worker
  const request = { id: SwapId.parse(`swap_${desk.newId()}`), region, asker, turn, to, wants }
  // Of the same request sent many times at once, one is saved; the others then find the turn offered and notify nobody.
  const settled = await changeVersioned({
    read: () => desk.swaps.offersOf(region, asker),
    rule: async ({ open }) => askSwap(request, open, await around(desk)),
    save: ({ offered }, outcome) => (outcome.kind === 'stepped' ? desk.swaps.offer(outcome.swap, offered) : 'nothing-to-save'),
  })
  if (settled.kind === 'contended') return { kind: 'try-again' }
  if (settled.outcome.kind !== 'stepped') return settled.outcome
  await notify(desk, { id: request.id, kind: 'swap-asked', to: to === null ? await colleaguesOf(desk) : [to] })
  return { kind: 'swap-asked' }
}

/**
 * The signed-in worker offers to take a colleague's turn, in return for one of their own or for none. The roster changes when the asker
 * agrees.
 */
export async function takeTheSwap(desk: Desk, id: SwapId, { returns }: TakeSwap): Promise<RosterChanged> {
  const stepped = await step(desk, id, (swap, now) => takeSwap(swap, { by: desk.worker.id, returns }, now))
  if (stepped.kind !== 'stepped') return stepped
  await notify(desk, { id: `${id}-${desk.worker.id}`, kind: 'swap-taken', to: [stepped.swap.asker] })
  return { kind: 'swap-taken' }
}

/** A later step of a swap: agree, refuse or withdraw. The domain decides which of its workers may take which step. */
export async function stepTheSwap(desk: Desk, id: SwapId, which: SwapStep): Promise<RosterChanged> {
  if (which === 'agree') return agree(desk, id)
  const { id: me } = desk.worker
  const stepped = await step(desk, id, (swap, { now }) => (which === 'refuse' ? refuseSwap(swap, me, now) : withdrawSwap(swap, me, now)))
  if (stepped.kind !== 'stepped') return stepped
  return { kind: which === 'refuse' ? 'swap-refused' : 'swap-withdrawn' }
}

async function agree(desk: Desk, id: SwapId): Promise<RosterChanged> {
  const { region, id: by } = desk.worker
  const ids = [ChangeId.parse(`change_${desk.newId()}`), ChangeId.parse(`change_${desk.newId()}`)] as const
  const settled = await changeVersioned({
    read: async () => ({ ...(await foundSwap(desk, id)), standing: await desk.rosters.versioned(region) }),
    rule: ({ swap, standing: { roster } }) => agreeSwap(swap, { by, ids }, { roster, now: desk.now() }),
    save: ({ version, standing }, agreed) =>
      agreed.kind === 'agreed'
        ? desk.swaps.agree({ swap: agreed.swap, version, roster: agreed.roster, rosterVersion: standing.version })
        : 'nothing-to-save',
  })
  if (settled.kind === 'contended') return { kind: 'try-again' }
  const { outcome, standing } = settled
  if (outcome.kind !== 'agreed') return outcome
  const isLive = await startNow(desk, 'apply-roster')
  await notify(desk, { id, kind: 'swap-agreed', to: standing.swap.taker === null ? [] : [standing.swap.taker] })
  return { kind: 'changed', isLive }
}

async function step(desk: Desk, id: SwapId, go: (swap: Swap, now: SwapNow) => SwapOutcome): Promise<SwapOutcome | { kind: 'try-again' }> {
  const settled = await changeVersioned({
    read: () => foundSwap(desk, id),
    rule: async ({ swap }) => go(swap, await around(desk)),
    save: ({ version }, outcome) => (outcome.kind === 'stepped' ? desk.swaps.save(outcome.swap, version) : 'nothing-to-save'),
  })
  return settled.kind === 'contended' ? { kind: 'try-again' } : settled.outcome
}

// 404 also for a swap of another region or between two other workers, so that the answer does not reveal that it exists.
async function foundSwap(desk: Desk, id: SwapId): Promise<VersionedSwap> {
  const found = await desk.swaps.swapOf(desk.worker.region, id)
  const { id: me } = desk.worker
  if (!found || (found.swap.to !== null && found.swap.to !== me && found.swap.asker !== me)) throw notFound()
  return found
}

async function around(desk: Desk): Promise<SwapNow> {
  return { roster: await desk.rosters.rosterOf(desk.worker.region), now: desk.now() }
}

async function colleaguesOf(desk: Desk) {
  const workers = await desk.workers.inRegion(desk.worker.region)
  return workers.filter((worker) => worker.role === 'worker').map((worker) => worker.id)
}
