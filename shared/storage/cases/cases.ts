import * as z from 'zod'
import type { Case } from '../../domain/cases/case.ts'
import { CaseId, type ContactId, ConversationId, RegionId, TeamId, WorkerId } from '../../domain/ids.ts'
import { openConversations, type TakenOn } from '../conversations/conversations.ts'
import { factItem } from '../contacts/facts.ts'
import { Moment } from '../table/moment.ts'
import { caseKey, caseloadKey, familiesOf } from './keys.ts'
import { indexes } from '../table/keys.ts'
import { takenOnKey } from '../conversations/keys.ts'
import { dueNoticeItem, type Notice } from '../notices/notices.ts'
import { readEach } from '../table/read-each.ts'
import { getItem, getItems, type Item, queryAll, type Table, type Write, writeTogether } from '../table/table.ts'

/** A case to open; `places` is how many families its worker has places for, as the domain computed it. */
export type TakingOn = { case: Case; contact: ContactId; places: number; notice: Notice }

/** The result of taking on. `place-just-went`: another case took the last place at the same time. */
export type TakeOnOutcome = { kind: 'taken-on' } | { kind: 'already-taken-on'; by: TakenOn } | { kind: 'place-just-went' }

/** The cases and the caseload of each worker. */
export type CaseStore = {
  /**
   * Opens a case in one transaction: the case, the pointer from its conversation, the worker's caseload, the fact, and the notice. A
   * conversation leads to one case only, and the last place goes to one of two, unless `overCapacityReason` is given.
   */
  takeOn(request: TakingOn): Promise<TakeOnOutcome>
  caseOf(id: CaseId): Promise<Case | null>
  /** The cases of a worker, oldest first. Eventually consistent: to show, never to decide on. */
  casesOf(worker: WorkerId): Promise<Case[]>
  /** How many families each of these workers carries now. */
  familiesOf(workers: readonly WorkerId[]): Promise<Map<WorkerId, number>>
}

/** The cases in a table. */
export function openCases(table: Table): CaseStore {
  return {
    takeOn: (request) => takeOn(table, request),
    caseOf: async (id) => {
      const item = await getItem(table, caseKey(id))
      return item ? fromItem(item) : null
    },
    casesOf: async (worker) => {
      const items = await queryAll(table, {
        IndexName: indexes.ofWorker,
        KeyConditionExpression: 'gsi1pk = :worker',
        ExpressionAttributeValues: { ':worker': familiesOf(worker, table.now()).gsi1pk },
      })
      return readEach('case', items, fromItem)
    },
    familiesOf: async (workers) => {
      const caseloads = readEach('caseload', await getItems(table, workers.map(caseloadKey)), (item) => StoredCaseload.parse(item))
      return new Map(workers.map((worker) => [worker, caseloads.find((one) => one.worker === worker)?.occupied ?? 0]))
    },
  }
}

async function takeOn(table: Table, request: TakingOn): Promise<TakeOnOutcome> {
  const { id, conversation, worker, takenOnAt } = request.case
  const pointer = { ...takenOnKey(conversation), case: id, worker }
  const fact = factItem(request.contact, { kind: 'case-taken-on', at: takenOnAt, case: id, worker }, 'desk')
  const writes: Write[] = [
    { Put: { TableName: table.name, Item: pointer, ConditionExpression: 'attribute_not_exists(pk)' } },
    { Update: { TableName: table.name, ...placeTaken(request) } },
    { Put: { TableName: table.name, Item: toItem(request.case), ConditionExpression: 'attribute_not_exists(pk)' } },
    { Put: { TableName: table.name, Item: fact } },
    { Put: { TableName: table.name, Item: dueNoticeItem(request.notice) } },
  ]
  const outcome = await writeTogether(table, writes)
  if (outcome.kind === 'written') return { kind: 'taken-on' }
  // Both conditions may fail at once; then the existing case is the answer.
  const by = outcome.failedWrites.includes(0) ? await openConversations(table).takenOn(conversation) : null
  if (by) return { kind: 'already-taken-on', by }
  if (outcome.failedWrites.includes(1)) return { kind: 'place-just-went' }
  throw new Error('a case could not be opened: its id is in use')
}

function placeTaken({ case: taken, places }: TakingOn) {
  const count = { Key: caseloadKey(taken.worker), UpdateExpression: 'set worker = :worker add occupied :one' }
  const values = { ':worker': taken.worker, ':one': 1 }
  if (taken.overCapacityReason !== null) return { ...count, ExpressionAttributeValues: values }
  const isFirst = places > 0 ? 'attribute_not_exists(occupied) or ' : ''
  return {
    ...count,
    ConditionExpression: `${isFirst}occupied < :places`,
    ExpressionAttributeValues: { ...values, ':places': places },
  }
}

const StoredCaseload = z.object({ worker: WorkerId, occupied: z.int().min(0) })
const StoredCase = z.object({
  id: CaseId,
  region: RegionId,
  team: TeamId.nullable(),
  worker: WorkerId,
  conversation: ConversationId,
  municipality: z.string().nullable(),
  stage: z.enum(['taken-on', 'perspective-given', 'in-trajectory', 'closed']),
  referredAt: Moment,
  takenOnAt: Moment,
  overCapacityReason: z.string().nullable(),
})

function toItem(taken: Case) {
  return {
    ...caseKey(taken.id),
    ...familiesOf(taken.worker, taken.takenOnAt),
    ...taken,
    referredAt: taken.referredAt.toISOString(),
    takenOnAt: taken.takenOnAt.toISOString(),
  }
}

function fromItem(item: Item): Case {
  return StoredCase.parse(item)
}
