import { setTimeout as pause } from 'node:timers/promises'
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb'
import type { Key } from './keys.ts'

/** An item as DynamoDB returns it, not yet parsed. */
export type Item = Record<string, unknown>

/** The one table, seen at a moment: items that have expired by `now()` do not exist. */
export type Table = { client: DynamoDBDocumentClient; name: string; now(): Date }

/** One write of a transaction. */
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

// Without limits the SDK waits for ever on a hung connection, while a caller is waiting for the answer.
const budget = { requestTimeout: 700, connectionTimeout: 300, throwOnRequestTimeout: true } as const
const attempts = 3

// DynamoDB cancels a transaction that conflicts with another one on the same item; nothing was written, so retrying is safe.
const passingReasons = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded', 'RequestLimitExceeded']
const conflictAttempts = 7
const firstPauseMilliseconds = 20

const conditionFailed = { kind: 'condition-failed' } as const
const written = { kind: 'written' } as const

/** Opens the table. The only place that creates DynamoDB clients. */
export function openTable(name: string, now: () => Date): Table {
  const client = new DynamoDBClient({ maxAttempts: attempts, requestHandler: budget })
  return { client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }), name, now }
}

/** The table as seen at another moment: items that had not expired by then and were not removed yet are read. */
export function seenAt(table: Table, at: Date): Table {
  return { ...table, now: () => at }
}

/** Reads one item, strongly consistent; null when it does not exist. */
export async function getItem(table: Table, key: Key): Promise<Item | null> {
  const answer = await table.client.send(new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }))
  return answer.Item && isAlive(answer.Item, table.now()) ? answer.Item : null
}

/** Reads several items by their keys, in no particular order and without those that do not exist. */
export async function getItems(table: Table, keys: readonly Key[]): Promise<Item[]> {
  const found: Item[] = []
  for (let from = 0; from < keys.length; from += 100) {
    let request = { [table.name]: { Keys: keys.slice(from, from + 100), ConsistentRead: true } }
    while (Object.keys(request).length > 0) {
      const answer = await table.client.send(new BatchGetCommand({ RequestItems: request }))
      found.push(...(answer.Responses?.[table.name] ?? []))
      request = Object.fromEntries(
        Object.entries(answer.UnprocessedKeys ?? {}).map(([name, left]) => [
          name,
          { Keys: (left.Keys ?? []).map(keyOf), ConsistentRead: true },
        ]),
      )
    }
  }
  return found.filter((item) => isAlive(item, table.now()))
}

/** Writes an item unless one exists under its key; an expired item that is not removed yet counts as existing. */
export async function putOnce(table: Table, item: Item & Key): Promise<'put' | 'was-there'> {
  const request = { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }
  const outcome = await retryOnConflict(() => table.client.send(new PutCommand(request)))
  return outcome.kind === 'written' ? 'put' : 'was-there'
}

/** Writes an item, replacing any existing one. */
export async function putItem(table: Table, item: Item & Key): Promise<void> {
  await retryOnConflict(() => table.client.send(new PutCommand({ TableName: table.name, Item: item })))
}

/** Changes an item under a condition; `condition-failed` when it does not hold. */
export async function updateItem(
  table: Table,
  update: Omit<UpdateCommandInput, 'TableName'>,
): Promise<typeof written | typeof conditionFailed> {
  return retryOnConflict(() => table.client.send(new UpdateCommand({ TableName: table.name, ...update })))
}

/** Writes all or nothing. When conditions do not hold, returns the indexes of the writes whose conditions failed. */
export async function writeTogether(
  table: Table,
  writes: Write[],
): Promise<typeof written | { kind: 'cancelled'; failedWrites: number[] }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await table.client.send(new TransactWriteCommand({ TransactItems: writes }))
      return written
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const reasons = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None')
      const passing = reasons.some((reason) => passingReasons.includes(reason))
      if (!passing && !reasons.includes('ConditionalCheckFailed')) throw error
      if (!passing)
        return { kind: 'cancelled', failedWrites: reasons.flatMap((reason, index) => (reason === 'ConditionalCheckFailed' ? [index] : [])) }
      if (attempt === conflictAttempts) throw error
      await pause(firstPauseMilliseconds * 2 ** (attempt - 1))
    }
  }
}

/** Reads all pages of a query, strongly consistent unless on an index. */
export async function queryAll(table: Table, query: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
  const items: Item[] = []
  const consistent = query.IndexName === undefined
  for await (const page of paginateQuery({ client: table.client }, { TableName: table.name, ConsistentRead: consistent, ...query })) {
    items.push(...(page.Items ?? []))
  }
  return items.filter((item) => isAlive(item, table.now()))
}

/** Reads the first items of a query, at most so many: for lists that can be long. Strongly consistent unless on an index. */
export async function queryFirst(table: Table, query: Omit<QueryCommandInput, 'TableName'>, most: number): Promise<Item[]> {
  const items: Item[] = []
  const consistent = query.IndexName === undefined
  const asked = { TableName: table.name, ConsistentRead: consistent, ...query, Limit: most }
  for await (const page of paginateQuery({ client: table.client }, asked)) {
    items.push(...(page.Items ?? []).filter((item) => isAlive(item, table.now())))
    if (items.length >= most) break
  }
  return items.slice(0, most)
}

/** Reads a page of a query, at most `limit` items, strongly consistent. `next` is the sort key of the last one when there are more. */
export async function queryPage(
  table: Table,
  { limit, ...query }: Omit<QueryCommandInput, 'TableName' | 'Limit'> & { limit: number },
): Promise<{ items: Item[]; next: string | null }> {
  const found = await table.client.send(new QueryCommand({ TableName: table.name, ConsistentRead: true, ...query, Limit: limit + 1 }))
  const items = (found.Items ?? []).filter((item) => isAlive(item, table.now()))
  const last = items[limit - 1]
  return { items: items.slice(0, limit), next: items.length > limit && last ? String(last['sk']) : null }
}

// DynamoDB removes expired items up to days late, so they are left out here.
function isAlive(item: Item, now: Date): boolean {
  const expiresAt = item['expiresAt']
  return typeof expiresAt !== 'number' || expiresAt > now.getTime() / 1000
}

async function retryOnConflict(write: () => Promise<unknown>): Promise<typeof written | typeof conditionFailed> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await write()
      return written
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return conditionFailed
      if (!(error instanceof TransactionConflictException) || attempt === conflictAttempts) throw error
      await pause(firstPauseMilliseconds * 2 ** (attempt - 1))
    }
  }
}

function keyOf(item: Item): Key {
  return { pk: String(item['pk']), sk: String(item['sk']) }
}
