import type { AssignCallback, CallbackCoordinated, SettleCallback } from '../../../shared/contracts/callbacks/callbacks.ts'
import type { CallbackId } from '../../../shared/domain/ids.ts'
import type { Desk } from '../desk/deps.ts'
import { requireRegionMembers } from '../roster/require-region-members.ts'
import { deskCallback } from './callback-in-words.ts'

// What only a coordinator does with a promise: give it to a worker, and close it.

/** Gives a promise to a worker of the region, who gets a notice. null = no such entry in the region. */
export async function assign(desk: Desk, id: CallbackId, { worker }: AssignCallback): Promise<CallbackCoordinated | null> {
  await requireRegionMembers(desk, { worker })
  const { region } = desk.worker
  const answer = await coordinated(desk, await desk.callbacks.assign({ region, id }, worker))
  if (answer?.kind === 'assigned') {
    const at = desk.now()
    await desk.notices.enqueueNotice({
      id: `assigned-${id}-${at.toISOString()}`,
      kind: 'promise-assigned',
      region,
      worker,
      at,
      minutes: null,
    })
  }
  return answer
}

/** Closes a promise for a reason. null = no such entry in the region. */
export async function settle(desk: Desk, id: CallbackId, { why }: SettleCallback): Promise<CallbackCoordinated | null> {
  const { region, id: by } = desk.worker
  return coordinated(desk, await desk.callbacks.settle({ region, id }, { by, why }))
}

async function coordinated(desk: Desk, stepped: Awaited<ReturnType<Desk['callbacks']['assign']>>): Promise<CallbackCoordinated | null> {
  if (!stepped) return null
  const { outcome, callback } = stepped
  return 'entry' in outcome ? { kind: outcome.kind, callback: await deskCallback(desk, callback) } : outcome
}
