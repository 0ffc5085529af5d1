import { DynamoDBClient, DeleteItemCommand, DescribeTableCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startClock } from '../../../infra/local/machine/clock.ts'
import { startDatabase, type LineDatabase } from '../../../infra/local/database/database.ts'
import { chooseEngine } from '../../../infra/local/database/database-engine.ts'
import type { CloudAssembly, AssemblyResource } from '../../../infra/local/template/cloud-assembly.ts'

const project = resolve(import.meta.dirname, '../../..')
const properties = {
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: ['pk', 'sk', 'byOwner'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  GlobalSecondaryIndexes: [
    { IndexName: 'owners', KeySchema: [{ AttributeName: 'byOwner', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' } },
  ],
  StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
  TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
}
const table = (type = 'AWS::DynamoDB::GlobalTable', more: object = {}): AssemblyResource => ({
  stack: 'core',
  logicalId: 'Line',
  type,
  arn: 'arn:aws:dynamodb:eu-central-1:111122223333:table/line',
  id: 'line',
  properties: { ...properties, ...more },
  metadata: {},
})
const assemblyOf = (resource: AssemblyResource): CloudAssembly => ({
  resources: [resource],
  ofType: (type) => (resource.type === type ? [resource] : []),
  byArn: () => resource,
})

const clock = startClock(new Date('2026-11-24T09:30:00Z'))
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop()
})
const start = async (assembly: CloudAssembly, file: string | null = null): Promise<{ database: LineDatabase; client: DynamoDBClient }> => {
  const database = await startDatabase({ assembly, clock, file })
  stops.push(database.stop)
  return { database, client: clientOf(database.url) }
}
const clientOf = (endpoint: string) =>
  new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
const item = (name: string, expiresAt?: number) => ({
  TableName: 'line',
  Item: { pk: { S: name }, sk: { S: 'x' }, ...(expiresAt ? { expiresAt: { N: String(expiresAt) } } : {}) },
})
const isThere = async (client: DynamoDBClient, name: string) => {
  const answer = await client.send(new GetItemCommand({ TableName: 'line', Key: { pk: { S: name }, sk: { S: 'x' } } }))
  return answer.Item !== undefined
}
const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  )
const until = async (met: () => Promise<boolean>) => {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await met()) return true
    await new Promise((done) => setTimeout(done, 30))
  }
  return false
}

describe('the tables of the plan', () => {
  it.each(['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'])('stand with index and stream: %s', async (type) => {
    const { client } = await start(assemblyOf(table(type)))
    const { Table } = await client.send(new DescribeTableCommand({ TableName: 'line' }))
    expect(Table?.KeySchema).toEqual(properties.KeySchema)
    expect(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName)).toEqual(['owners'])
    expect(Table?.StreamSpecification?.StreamEnabled).toBe(true)
  })

  it('keep their items over a restart, and gain an index', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'line-')), 'line.sqlite')
    const first = await start(
      assemblyOf(
        table(undefined, { GlobalSecondaryIndexes: undefined, AttributeDefinitions: properties.AttributeDefinitions.slice(0, 2) }),
      ),
      file,
    )
    await first.client.send(new PutItemCommand(item('keyValues')))
    await first.database.stop()
    const second = await start(assemblyOf(table()), file)
    expect(await isThere(second.client, 'keyValues')).toBe(true)
    const { Table } = await second.client.send(new DescribeTableCommand({ TableName: 'line' }))
    expect(Table?.GlobalSecondaryIndexes).toHaveLength(1)
  })

  it('refuse a folder whose keys are another template’s', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'line-')), 'line.sqlite')
    const first = await start(assemblyOf(table()), file)
    await first.database.stop()
    const other = assemblyOf(table(undefined, { KeySchema: [{ AttributeName: 'sk', KeyType: 'HASH' }] }))
    await expect(startDatabase({ assembly: other, clock, file })).rejects.toThrow('has other keys than the template')
  })

  it('lose what has expired, in line time', async () => {
    const { client } = await start(assemblyOf(table()))
    const seconds = Math.floor(clock.now().getTime() / 1000)
    await client.send(new PutItemCommand(item('soon', seconds + 60)))
    await client.send(new PutItemCommand(item('later', seconds + 3600)))
    await client.send(new PutItemCommand(item('ever')))
    await clock.advance(10 * 60_000)
    expect([await isThere(client, 'soon'), await isThere(client, 'later'), await isThere(client, 'ever')]).toEqual([false, true, true])
  })
})

describe('what was deleted', () => {
  const written = (file: string) =>
    ['', '-wal']
      .map((end) => file + end)
      .filter(existsSync)
      .map((path) => readFileSync(path, 'latin1'))
      .join()

  it('5.16: is overwritten in the file, by the next sweep and by a clean stop', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'line-')), 'line.sqlite')
    const { client, database } = await start(assemblyOf(table()), file)
    for (const name of ['+32470660001', '+32470660002', 'stays']) await client.send(new PutItemCommand(item(name)))
    const remove = (name: string) => client.send(new DeleteItemCommand({ TableName: 'line', Key: { pk: { S: name }, sk: { S: 'x' } } }))
    await remove('+32470660001')
    expect(written(file)).toContain('+32470660001')
    await clock.advance(6 * 60_000)
    expect(written(file)).not.toContain('+32470660001')
    expect([await isThere(client, '+32470660002'), await isThere(client, 'stays')]).toEqual([true, true])
    await remove('+32470660002')
    await database.stop()
    expect(written(file)).not.toContain('+3247066000')
    expect(written(file)).toContain('stays')
  })
})

describe('the engine', () => {
  it('is the one that was pointed at', () => {
    expect(chooseEngine({ AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' })).toEqual({ kind: 'elsewhere', url: 'http://127.0.0.1:1' })
  })

  it('is the packaged one, then the one on the path', () => {
    const packaged = join(project, 'node_modules/@dynoxide/linux-x64/dynoxide')
    expect(chooseEngine({ PATH: '' })).toEqual({ kind: 'binary', path: packaged })
    expect(chooseEngine({ PATH: join(packaged, '..') }, '/nowhere')).toEqual({ kind: 'binary', path: packaged })
  })

  it('is missed in one sentence', async () => {
    expect(chooseEngine({ PATH: '/nowhere' }, '/nowhere')).toMatchObject({ kind: 'missing', sentence: expect.stringContaining('npm ci') })
  })

  it('5.8: listens where no web page can guess, and nowhere else', async () => {
    const [one, other] = [await start(assemblyOf(table())), await start(assemblyOf(table()))].map(({ database }) => new URL(database.url))
    expect([one?.hostname, other?.hostname]).toEqual([expect.stringMatching(/^127\./), expect.stringMatching(/^127\./)])
    expect(one?.hostname).not.toBe('127.0.0.1')
    expect(one?.hostname).not.toBe(other?.hostname)
    expect(await answers(`http://127.0.0.1:${one?.port}`)).toBe(false)
    expect(await answers(`http://127.0.0.2:${one?.port}`)).toBe(false)
  })

  it('says in one sentence that it cannot start', async () => {
    const options = { assembly: assemblyOf(table()), clock, file: '/nowhere/line.sqlite' }
    await expect(startDatabase(options)).rejects.toThrow(/The database could not start: .+/)
  })

  it('leaves with us on a clean stop', async () => {
    const { database } = await start(assemblyOf(table()))
    expect(await answers(database.url)).toBe(true)
    await database.stop()
    expect(await answers(database.url)).toBe(false)
  })

  it('dies with us on kill -9, and nothing written is lost', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'line-')), 'line.sqlite')
    const script = `
      import { chooseEngine, runEngine } from '${project}/infra/local/database/database-engine.ts'
      const engine = await runEngine(chooseEngine(process.env), ${JSON.stringify(file)})
      console.log(engine.url)
      setInterval(() => undefined, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const url = await new Promise<string>((done) => child.stdout.once('data', (text) => done(String(text).trim())))
    expect(await until(() => answers(url))).toBe(true)
    const elsewhere = await startDatabase({
      assembly: assemblyOf(table()),
      clock,
      file: null,
      environment: { AWS_ENDPOINT_URL_DYNAMODB: url },
    })
    await clientOf(url).send(new PutItemCommand(item('written')))
    child.kill('SIGKILL')
    expect(await until(async () => !(await answers(url)))).toBe(true)
    await elsewhere.stop()
    expect(existsSync(file)).toBe(true)
    const { client } = await start(assemblyOf(table()), file)
    expect(await isThere(client, 'written')).toBe(true)
  })
})
