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
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb'
import type { Key } from './keys.ts'

export type Item = Record<string, unknown>

/** The one table of the line, seen at a moment: what has expired by then is not there. */
export type Table = { client: DynamoDBDocumentClient; name: string; now(): Date }

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

// The SDK's own defaults would wait for ever on a hung connection; a caller is waiting, so every try is short.
const budget = { requestTimeout: 700, connectionTimeout: 300, throwOnRequestTimeout: true } as const
const attempts = 3

// The service cancels a transaction that met another one on the same item; nothing was written then, so another try is safe.
const passingReasons = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded', 'RequestLimitExceeded']
const conflictAttempts = 7
const firstPauseMilliseconds = 20

const gone = { kind: 'condition-failed' } as const
const written = { kind: 'written' } as const

/** The only maker of DynamoDB clients. */
export function openTable(name: string, now: () => Date): Table {
  const client = new DynamoDBClient({ maxAttempts: attempts, requestHandler: budget })
  return { client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }), name, now }
}

/** The table as it was seen at another moment: what had not expired by then and still lies there is read. */
export function seenAt(table: Table, at: Date): Table {
  return { ...table, now: () => at }
}

/** One item as it is at this moment, also when it was written a moment ago. */
export async function getItem(table: Table, key: Key): Promise<Item | null> {
  const answer = await table.client.send(new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }))
  return answer.Item && isAlive(answer.Item, table.now()) ? answer.Item : null
}

/** Several items by their keys, in no order; what is not there is left out. */
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

/** Writes an item unless there is one under its key already; the first that comes stays. */
export async function putOnce(table: Table, item: Item & Key): Promise<'put' | 'was-there'> {
  const request = { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }
  const outcome = await patiently(() => table.client.send(new PutCommand(request)))
  return outcome.kind === 'written' ? 'put' : 'was-there'
}

/** Writes an item, over what stands there. */
export async function putItem(table: Table, item: Item & Key): Promise<void> {
  await patiently(() => table.client.send(new PutCommand({ TableName: table.name, Item: item })))
}

/** Changes an item under a condition; a condition that does not hold is an answer. */
export async function updateItem(table: Table, update: Omit<UpdateCommandInput, 'TableName'>): Promise<typeof written | typeof gone> {
  return patiently(() => table.client.send(new UpdateCommand({ TableName: table.name, ...update })))
}

/** All or nothing. When conditions did not hold, says of which writes, by their place in the list. */
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

/** Everything under a group key, oldest sort key first, all pages. */
export async function queryAll(table: Table, query: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
  const items: Item[] = []
  const consistent = query.IndexName === undefined
  for await (const page of paginateQuery({ client: table.client }, { TableName: table.name, ConsistentRead: consistent, ...query })) {
    items.push(...(page.Items ?? []))
  }
  return items.filter((item) => isAlive(item, table.now()))
}

// DynamoDB removes expired items days late: what has expired is not read, whether it is still there or not.
function isAlive(item: Item, now: Date): boolean {
  const expiresAt = item['expiresAt']
  return typeof expiresAt !== 'number' || expiresAt > now.getTime() / 1000
}

async function patiently(write: () => Promise<unknown>): Promise<typeof written | typeof gone> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await write()
      return written
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return gone
      if (!(error instanceof TransactionConflictException) || attempt === conflictAttempts) throw error
      await pause(firstPauseMilliseconds * 2 ** (attempt - 1))
    }
  }
}

function keyOf(item: Item): Key {
  return { pk: String(item['pk']), sk: String(item['sk']) }
}
