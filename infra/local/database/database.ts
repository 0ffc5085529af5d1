import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { setTimeout as pause } from 'node:timers/promises'
import type { LineClock } from '../machine/clock.ts'
import { chooseEngine, runEngine, type RunningEngine } from './database-engine.ts'
import { eraseFreed } from './erase-freed.ts'
import { makeTable, sweepTable } from './database-tables.ts'
import { PlainError } from '../machine/plain-error.ts'
import type { CloudAssembly } from '../template/cloud-assembly.ts'

export type LineDatabase = { url: string; stop(): Promise<void> }
export type DatabaseOptions = { assembly: CloudAssembly; clock: LineClock; file: string | null; environment?: NodeJS.ProcessEnv }

// DynamoDB may take days to remove expired items; here a few minutes are enough, and keep tests short.
const sweepEveryMilliseconds = 5 * 60_000
const timeoutMilliseconds = 10_000

/** Starts the database with all tables of the template; expired items are removed in line time. */
export async function startDatabase({ assembly, clock, file, environment = process.env }: DatabaseOptions): Promise<LineDatabase> {
  const chosen = chooseEngine(environment)
  const ownFile = chosen.kind === 'binary' ? file : null
  const engine = await runEngine(chosen, file)
  const client = clientOf(engine.url)
  const tables = [...assembly.ofType('AWS::DynamoDB::Table'), ...assembly.ofType('AWS::DynamoDB::GlobalTable')]
  try {
    await untilItAnswers(client, engine)
    await Promise.all(tables.map((table) => makeTable(client, table)))
  } catch (error) {
    await engine.stop()
    throw error
  }
  let stopped = false
  void mourn(engine, () => stopped)
  const sweeps = tables.map((table) =>
    clock.every(sweepEveryMilliseconds, async () => {
      await sweepTable(client, table, clock.now())
      if (ownFile !== null && !stopped) eraseFreed(ownFile)
    }),
  )
  return {
    url: engine.url,
    stop: async () => {
      stopped = true
      for (const stopSweeping of sweeps) stopSweeping()
      client.destroy()
      await engine.stop()
      if (ownFile !== null) eraseFreed(ownFile)
    },
  }
}

async function mourn(engine: RunningEngine, isExpected: () => boolean): Promise<void> {
  const words = await engine.gone
  if (!isExpected()) console.error(`The database stopped by itself. ${words}`)
}

function clientOf(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
}

async function untilItAnswers(client: DynamoDBClient, engine: RunningEngine): Promise<void> {
  const gone = engine.gone.then((words) => ({ words }))
  const giveUpAt = performance.now() + timeoutMilliseconds
  while (performance.now() < giveUpAt) {
    const answer = await Promise.race([gone, mayAnswer(client), pause(2_000, false)])
    if (answer === true) return
    if (typeof answer === 'object')
      throw new PlainError(`The database could not start: ${answer.words.split('\n').at(-1) || 'it stopped at once'}`)
    await pause(10)
  }
  throw new PlainError(`The database at ${engine.url} does not answer.`)
}

async function mayAnswer(client: DynamoDBClient): Promise<boolean> {
  try {
    await client.send(new ListTablesCommand({ Limit: 1 }))
    return true
  } catch {
    // Not listening yet; the caller decides how long to wait.
    return false
  }
}
