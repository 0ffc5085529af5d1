import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  ResourceNotFoundException,
  UpdateTableCommand,
  paginateScan,
  type AttributeDefinition,
  type CreateTableCommandInput,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  type StreamSpecification,
  type TableDescription,
} from '@aws-sdk/client-dynamodb'
import { PlainError } from '../machine/plain-error.ts'
import type { AssemblyResource } from '../template/cloud-assembly.ts'

type TableProperties = {
  AttributeDefinitions?: AttributeDefinition[]
  KeySchema?: KeySchemaElement[]
  GlobalSecondaryIndexes?: GlobalSecondaryIndex[]
  StreamSpecification?: StreamSpecification
  TimeToLiveSpecification?: { AttributeName?: string; Enabled?: boolean }
}

/** Creates a table of the template if it does not exist, and adds missing indexes. */
export async function makeTable(client: DynamoDBClient, table: AssemblyResource): Promise<void> {
  const options = desiredTable(table)
  const present = await describe(client, table.id)
  if (!present) {
    await client.send(new CreateTableCommand(options))
    return
  }
  if (JSON.stringify(keysOf(present.KeySchema)) !== JSON.stringify(keysOf(options.KeySchema))) {
    throw new PlainError(`The table ${table.id} in this data folder has other keys than the template: start with another --data folder.`)
  }
  const known = new Set(present.GlobalSecondaryIndexes?.map((index) => index.IndexName))
  for (const index of options.GlobalSecondaryIndexes ?? []) {
    if (known.has(index.IndexName)) continue
    const add = {
      TableName: table.id,
      AttributeDefinitions: options.AttributeDefinitions,
      GlobalSecondaryIndexUpdates: [{ Create: index }],
    }
    await client.send(new UpdateTableCommand(add))
  }
}

/** Removes expired items, which the engine does not do by itself. */
export async function sweepTable(client: DynamoDBClient, table: AssemblyResource, now: Date): Promise<void> {
  const properties: TableProperties = table.properties
  const attribute = properties.TimeToLiveSpecification?.Enabled ? properties.TimeToLiveSpecification.AttributeName : undefined
  if (!attribute) return
  const keys = keysOf(properties.KeySchema).map((key) => key.name)
  const expired = {
    ExpressionAttributeNames: { '#expires': attribute },
    ExpressionAttributeValues: { ':now': { N: String(Math.floor(now.getTime() / 1000)) } },
  }
  const pages = paginateScan({ client }, { TableName: table.id, FilterExpression: '#expires <= :now', ...expired })
  for await (const page of pages) {
    for (const item of page.Items ?? []) {
      const key = Object.fromEntries(keys.flatMap((name) => (item[name] ? [[name, item[name]]] : [])))
      await removeExpired(client, { TableName: table.id, Key: key, ConditionExpression: '#expires <= :now', ...expired })
    }
  }
}

async function removeExpired(client: DynamoDBClient, options: ConstructorParameters<typeof DeleteItemCommand>[0]): Promise<void> {
  try {
    await client.send(new DeleteItemCommand(options))
  } catch (error) {
    // The item's expiry was extended between the scan and the removal.
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}

function desiredTable(table: AssemblyResource): CreateTableCommandInput {
  const properties: TableProperties = table.properties
  const indexes = properties.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }))
  const stream = properties.StreamSpecification?.StreamViewType
  return {
    TableName: table.id,
    AttributeDefinitions: properties.AttributeDefinitions,
    KeySchema: properties.KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(indexes?.length ? { GlobalSecondaryIndexes: indexes } : {}),
    ...(stream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: stream } } : {}),
  }
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | null> {
  try {
    const answer = await client.send(new DescribeTableCommand({ TableName: name }))
    return answer.Table ?? null
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null
    throw error
  }
}

function keysOf(schema: KeySchemaElement[] | undefined): { name: string; kind: string }[] {
  return (schema ?? [])
    .map((key) => ({ name: key.AttributeName ?? '', kind: key.KeyType ?? '' }))
    .sort((a, b) => a.kind.localeCompare(b.kind))
}
