import * as z from 'zod'
import { RegionId, TeamId, WorkerId } from '../../domain/ids.ts'
import { agentKey, subjectKey, workerKey } from './keys.ts'
import { regionGroup } from '../table/keys.ts'
import { readEach } from '../table/read-each.ts'
import { getItem, type Item, queryAll, type Table, type Write, writeTogether } from '../table/table.ts'

/** A worker or coordinator of one region's line. */
export const Worker = z.object({
  id: WorkerId,
  region: RegionId,
  team: TeamId.nullable(),
  role: z.enum(['worker', 'coordinator']),
  name: z.string().min(1),
  /** The fraction of full time: 0.5 for half-time. */
  share: z.number().min(0).max(1),
  /** The user name in Connect. */
  username: z.string().min(1),
  /** The subject of the worker's sign-in token. */
  subject: z.string().min(1),
  /** The agent in Connect; null until the roster was applied once. */
  agentArn: z.string().nullable(),
  /** Where notices are sent: an e-mail address or a telephone number. */
  noticeAddress: z.string().min(1),
})
export type Worker = z.infer<typeof Worker>

/** The workers, found by id, sign-in or Connect agent. */
export type WorkerStore = {
  save(worker: Worker): Promise<void>
  workerOf(region: RegionId, id: WorkerId): Promise<Worker | null>
  inRegion(region: RegionId): Promise<Worker[]>
  /** The worker of a sign-in token's subject. */
  bySubject(subject: string): Promise<Worker | null>
  byAgentArn(agentArn: string): Promise<Worker | null>
  /** Stores the Connect agent of a worker; does nothing when it is stored already. */
  setAgentArn(worker: Worker, agentArn: string): Promise<void>
}

/** The workers in a table. */
export function openWorkers(table: Table): WorkerStore {
  const workerOf = async (region: RegionId, id: WorkerId) => {
    const item = await getItem(table, workerKey(region, id))
    return item ? Worker.parse(item) : null
  }
  // A pointer can be older than the last change of its worker, so the worker item itself must confirm it.
  const pointedAt = async (pointer: Item | null, isStill: (worker: Worker) => boolean) => {
    if (!pointer) return null
    const { region, id } = Pointer.parse(pointer)
    const worker = await workerOf(region, id)
    return worker && isStill(worker) ? worker : null
  }
  return {
    save: (worker) => save(table, worker),
    workerOf,
    inRegion: async (region) => {
      const items = await queryAll(table, {
        KeyConditionExpression: 'pk = :region and begins_with(sk, :worker)',
        ExpressionAttributeValues: { ':region': regionGroup(region), ':worker': 'worker#' },
      })
      return readEach('worker', items, (item) => Worker.parse(item))
    },
    bySubject: async (subject) => pointedAt(await getItem(table, subjectKey(subject)), (worker) => worker.subject === subject),
    byAgentArn: async (agentArn) => pointedAt(await getItem(table, agentKey(agentArn)), (worker) => worker.agentArn === agentArn),
    setAgentArn: async (worker, agentArn) => {
      if (worker.agentArn !== agentArn) await save(table, { ...worker, agentArn })
    },
  }
}

async function save(table: Table, worker: Worker): Promise<void> {
  const { id, region, subject, agentArn } = worker
  const pointers = [subjectKey(subject), ...(agentArn === null ? [] : [agentKey(agentArn)])].map((key) => ({ ...key, id, region }))
  const items = [{ ...workerKey(region, id), ...worker }, ...pointers]
  const writes: Write[] = items.map((item) => ({ Put: { TableName: table.name, Item: item } }))
  await writeTogether(table, writes)
}

const Pointer = z.object({ region: RegionId, id: WorkerId })
