import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { optionsFrom } from '../../infra/local/start-flags.ts'

const project = resolve(import.meta.dirname, '../..')
const started: Line[] = []
afterEach(() => {
  for (const { child } of started.splice(0)) child.kill('SIGKILL')
})

type Line = { child: ChildProcess; text(): string; errors(): string; ends: Promise<number | null> }
const run = (flags: string[], script = join(project, 'infra/local/start.ts')): Line =>
  follow(
    spawn(process.execPath, [...(script.endsWith('.mjs') ? ['--no-experimental-strip-types'] : []), script, ...flags], { cwd: tmpdir() }),
  )
const follow = (child: ChildProcessWithoutNullStreams): Line => {
  let [text, errors] = ['', '']
  child.stdout.on('data', (piece) => {
    text += piece
  })
  child.stderr.on('data', (piece) => {
    errors += piece
  })
  const line = { child, text: () => text, errors: () => errors, ends: new Promise<number | null>((done) => child.once('close', done)) }
  started.push(line)
  return line
}
const ready = async (line: Line) => {
  await expect.poll(() => line.text() + line.errors(), { timeout: 60_000, interval: 50 }).toMatch(/ready in [\d.]+ s/)
  return /Workspace\s+(http:\/\/\S+)\/workspace/.exec(line.text())?.[1] ?? ''
}
// Three ports in a row, below the range for outgoing connections. Two tests seldom choose the same; the error then names the port.
const port = () => String(20_000 + Math.floor(Math.random() * 4_000) * 3)
const folder = () => mkdtempSync(join(tmpdir(), 'town-'))
const clientOf = (endpoint: string) =>
  new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
/** The running processes with this folder on their command line: the local line and its database. */
const running = (name: string) =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(name)
    } catch {
      return false
    }
  })

describe('a flag', () => {
  it('is left out without harm', () => {
    expect(optionsFrom([])).toEqual({ port: 4400, data: '.data', clock: null })
  })

  it('says what it says', () => {
    const options = optionsFrom(['--port', '5000', '--data', 'here', '--clock', '2026-11-23T10:00', '--seed', '7'])
    expect(options).toEqual({ port: 5000, data: 'here', clock: new Date('2026-11-23T09:00:00Z'), seed: 7 })
  })

  it.each([
    ['a port that is none', ['--port', '70000'], /^--port is a whole number from 1 to 65533\. .+$/],
    ['a moment that is none', ['--clock', '2026-02-30T10:00'], /^--clock is a moment in Brussels that exists.+$/],
    ['a seed that is none', ['--seed', 'x'], /^--seed is a whole number.+$/],
    ['a flag without its value', ['--data'], /^Option '--data <value>' argument missing.+$/],
    ['a word too many', ['now'], /^Unexpected argument 'now'.+$/],
  ])('is refused in one sentence: %s', (_title, flags, sentence) => {
    expect(() => optionsFrom(flags)).toThrow(sentence)
  })
})

describe('the line of npm start', () => {
  it('loses nothing and leaves nobody behind on kill -9', { timeout: 120_000 }, async () => {
    const keyValues = folder()
    const first = run(['--data', keyValues, '--port', port(), '--clock', '2026-11-24T10:30'])
    const before = await ready(first)
    const TableName = 'permanence-pilot-core-Line6A92B2B2'
    await clientOf(before).send(new PutItemCommand({ TableName, Item: { pk: { S: 'keyValues' }, sk: { S: 'x' } } }))
    expect(running(keyValues).length).toBeGreaterThan(1)
    first.child.kill('SIGKILL')
    await expect.poll(() => running(keyValues), { timeout: 5_000 }).toEqual([])

    const second = run(['--data', keyValues, '--port', port()])
    const after = await ready(second)
    const { Item } = await clientOf(after).send(new GetItemCommand({ TableName, Key: { pk: { S: 'keyValues' }, sk: { S: 'x' } } }))
    expect(Item).toBeDefined()

    const beside = run(['--data', keyValues, '--port', port()])
    expect(await beside.ends).toBe(1)
    expect(beside.errors()).toMatch(/^Another line runs on the data folder .+\n$/)

    second.child.kill('SIGTERM')
    expect(await second.ends).toBe(0)
    await expect.poll(() => running(keyValues), { timeout: 5_000 }).toEqual([])
    expect(second.errors()).toBe('')
  })

  it('stops with the npm that started it', { timeout: 120_000 }, async () => {
    const keyValues = folder()
    const line = follow(spawn('npm', ['start', '--silent', '--', '--data', keyValues, '--port', port()], { cwd: project }))
    await ready(line)
    line.child.kill('SIGTERM')
    await line.ends
    await expect.poll(() => running(keyValues), { timeout: 5_000 }).toEqual([])
  })

  it('says in one sentence that its port is in use', async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const taken = Object(server.address()).port
    const line = run(['--data', folder(), '--port', String(taken)])
    expect(await line.ends).toBe(1)
    expect(line.errors()).toMatch(new RegExp(`^Port ${taken} is in use: .+\n$`))
    server.close()
  })

  it('says in one sentence what is wrong with a flag', async () => {
    const line = run(['--colour', 'blue'])
    expect(await line.ends).toBe(1)
    expect(line.errors()).toMatch(/^Unknown option '--colour'.+Use: npm start.+\n$/)
    expect(line.text()).toBe('')
  })

  it('says in one sentence that Node is too old', async () => {
    const line = run([], join(project, 'infra/local/node-version.mjs'))
    expect(await line.ends).toBe(1)
    expect(line.errors()).toMatch(/^The line needs Node 24 .+\n$/)
  })
})
