import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { accessSync, constants } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PlainError } from '../machine/plain-error.ts'

export type Engine = { kind: 'elsewhere'; url: string } | { kind: 'binary'; path: string } | { kind: 'missing'; sentence: string }
export type RunningEngine = {
  url: string
  /** Resolves when the engine has exited, with its last output. */
  gone: Promise<string>
  stop(): Promise<void>
}

// A shell supervises the engine: its stdin closes when this process ends, even by SIGKILL, and then it stops the engine. It runs in its own
// session, so that Ctrl-C does not stop the database before the functions have finished writing.
const supervisor = 'exec 3<&0; "$@" 3<&- & engine=$!; { read -r _ <&3; kill $engine; } & watch=$!; wait $engine; kill $watch 2>&-'

/** Chooses the database: the configured URL, the packaged binary, or one on the PATH. */
export function chooseEngine(environment: NodeJS.ProcessEnv, project: string = projectFolder()): Engine {
  const url = environment['AWS_ENDPOINT_URL_DYNAMODB']
  if (url) return { kind: 'elsewhere', url }
  const packaged = join(project, 'node_modules', '@dynoxide', 'linux-x64', 'dynoxide')
  const onPath = (environment['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, 'dynoxide'))
  const path = [packaged, ...onPath].find(mayRun)
  if (path) return { kind: 'binary', path }
  const sentence =
    'No database found: run `npm ci` on Linux x64, or put `dynoxide` on the PATH, or set AWS_ENDPOINT_URL_DYNAMODB to a DynamoDB that runs.'
  return { kind: 'missing', sentence }
}

/** Starts the engine on an address and a port that nobody can guess; without a file, data stays in memory. */
export async function runEngine(engine: Engine, file: string | null): Promise<RunningEngine> {
  if (engine.kind === 'missing') throw new PlainError(engine.sentence)
  if (engine.kind === 'elsewhere') return { url: engine.url, gone: new Promise(() => undefined), stop: async () => undefined }
  const { host, port } = await secludedAddress()
  const place = file === null ? [] : ['--db-path', file]
  const flags = ['--host', host, '--port', String(port), ...place]
  const child = spawn('sh', ['-c', supervisor, 'keeper', engine.path, ...flags], { stdio: ['pipe', 'ignore', 'pipe'], detached: true })
  const gone = lastWords(child)
  child.stdin?.on('error', () => undefined)
  return {
    url: `http://${host}:${port}`,
    gone,
    stop: async () => {
      child.stdin?.end()
      await gone
    },
  }
}

// The engine answers pages of any web origin, so it must not be found: of the sixteen million loopback addresses it takes a random one. A
// machine that has only 127.0.0.1 (macOS) cannot bind others; there, only the port hides it.
async function secludedAddress(): Promise<{ host: string; port: number }> {
  const host = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`
  try {
    return { host, port: await freePort(host) }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL')) throw error
    return { host: '127.0.0.1', port: await freePort('127.0.0.1') }
  }
}

async function freePort(host: string): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

function projectFolder(): string {
  return fileURLToPath(new URL('../../..', import.meta.url))
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function lastWords(child: ChildProcess): Promise<string> {
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2_000)
  })
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', () => resolve(words.trim()))
  })
}
