import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startLocalLine } from '../../infra/local/local-line.ts'
import { type Origins, takePorts } from '../../infra/local/machine/three-ports.ts'

/** The line as a process of its own on a folder, to be killed and started again on the same folder. */
export type LineProcess = {
  origins: Origins
  /** The name of the table and, by the name of its folder, of each function. */
  names: { table: string; functions: ReadonlyMap<string, string> }
  start(): Promise<void>
  /** Ends the process without any warning, as a power cut does. */
  powerCut(): Promise<void>
  remove(): Promise<void>
}

const project = fileURLToPath(new URL('../..', import.meta.url))
const startsWithinMilliseconds = 60_000

/** Prepares a line on free ports and a folder of its own; nothing runs yet. */
export async function prepareLine(clock: string): Promise<LineProcess> {
  const names = await namesInTemplate()
  const folder = mkdtempSync(join(tmpdir(), 'chaos-'))
  const free = await takePorts(0)
  const { origins } = free
  await free.close()
  let running: ChildProcess | null = null
  const powerCut = async () => {
    const child = running
    running = null
    if (child === null || child.exitCode !== null) return
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await gone
  }
  const flags = ['--port', new URL(origins.product).port, '--data', folder, '--clock', clock]
  return {
    origins,
    names,
    start: async () => {
      running = spawn(process.execPath, [join(project, 'infra/local/start.ts'), ...flags], { stdio: ['ignore', 'pipe', 'inherit'] })
      await untilReady(running)
    },
    powerCut,
    remove: async () => {
      await powerCut()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function namesInTemplate(): Promise<LineProcess['names']> {
  const { assembly, stop } = await startLocalLine({ quiet: true })
  await stop()
  const functions = assembly.ofType('AWS::Lambda::Function').flatMap(({ id, metadata }) => {
    const folder = String(metadata['permanence:entry']).split('/').at(-2)
    return folder === undefined ? [] : [[folder, id] as const]
  })
  return { table: assembly.ofType('AWS::DynamoDB::Table')[0]?.id ?? '', functions: new Map(functions) }
}

async function untilReady(child: ChildProcess): Promise<void> {
  await new Promise<void>((ready, failed) => {
    const timer = setTimeout(() => failed(new Error('the line was not ready in a minute')), startsWithinMilliseconds)
    child.stdout?.on('data', (chunk: Buffer) => {
      if (!chunk.includes('ready in')) return
      clearTimeout(timer)
      ready()
    })
    child.once('exit', (code) => failed(new Error(`the line stopped with ${code}`)))
  })
}
