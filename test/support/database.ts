import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { fileURLToPath } from 'node:url'
import { startClock } from '../../infra/local/machine/clock.ts'
import { startDatabase } from '../../infra/local/database/database.ts'
import { planFolder } from '../../infra/local/template/assembly-folder.ts'
import { readPlan } from '../../infra/local/template/template.ts'
import { type Item, openTable, type Table } from '../../shared/storage/table/table.ts'

export type TestDatabase = {
  url: string
  tableName: string
  /** What the functions of this database find in their environment. */
  environment: Record<string, string>
  /** The table, seen at a moment that a test may move. */
  table(now: () => Date): Table
  /** Everything in it, also what has expired. */
  items(): Promise<Item[]>
  stop(): Promise<void>
}

/** The embedded engine in memory, with the table as the template has it. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const project = fileURLToPath(new URL('../..', import.meta.url))
  const whole = readPlan(await planFolder(project), { secret: () => 'a-secret-for-tests', apiOrigin: 'http://127.0.0.1:1' })
  const tables = [...whole.ofType('AWS::DynamoDB::Table'), ...whole.ofType('AWS::DynamoDB::GlobalTable')]
  const tableName = tables[0]?.id ?? ''
  const clock = startClock(null)
  const database = await startDatabase({ plan: whole, clock, file: null, environment: { PATH: process.env['PATH'] ?? '' } })
  const environment = awsEnvironment(database.url, tableName)
  Object.assign(process.env, environment)
  const table = (now: () => Date) => openTable(tableName, now)
  return {
    url: database.url,
    tableName,
    environment,
    table,
    items: async () => {
      const { client } = table(() => new Date())
      const { Items } = await client.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }))
      return Items ?? []
    },
    stop: async () => {
      clock.stop()
      await database.stop()
    },
  }
}

/** Where the SDK finds the database, and that it need not look for anything else. */
export function awsEnvironment(url: string, tableName: string): Record<string, string> {
  return {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: url,
    TABLE_NAME: tableName,
  }
}
